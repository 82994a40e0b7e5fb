/**
 * What the editor uses of the engine at run time. It is loaded once a workspace holds an engagement, and
 * never before: everywhere else in this folder only types may be imported from it.
 */
export { createEngine, templatesOf } from '../engine/index.ts';
export { dayAt } from '../engine/calendar/day-at.ts';
export { createIgnoreRules } from '../engine/features/ignore-rules.ts';
