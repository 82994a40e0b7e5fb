// The door to what stands on no document: how a text is said and shown, and which word was nearly meant. A bundler loads a door
// as a whole, and a shell needs these before it knows whether anything else of the engine is asked for.

export { english } from './report/language.ts';
export type { ReportLanguage } from './report/language.ts';
export { plain } from './report/paint.ts';
export type { Paint, PaintRole } from './report/paint.ts';
export { shown, shownJson, shownLines, shownName } from './report/shown.ts';
export { nearMiss } from './values/near-miss.ts';
