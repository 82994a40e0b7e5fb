import type { Source } from '../model/document.ts';
import type { ValueTypeName } from '../model/schema.ts';

/** Types whose values are words or answers, before which people put a mark: `🟡 at risk`, `✅ done`. */
export const markedTypes: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>([
  'word',
  'words',
  'wordDetail',
  'yesNo',
  'dateOrYesNo',
  'plainDate',
  'date',
  'integer',
  'step',
  'score',
  'scoreOrPass',
]);

const sign = String.raw`(?:\p{Extended_Pictographic}|[\u2610-\u2612\u2713-\u2718]|:[a-z][a-z0-9_]{1,40}:)`;
const joiner = String.raw`[\ufe0e\ufe0f\u200d\u{1f3fb}-\u{1f3ff}]*`;

const oneMark = new RegExp(`^${sign}${joiner}$`, 'u');
const marksBefore = new RegExp(`^(?:${sign}${joiner} ?)+(?=[\\p{L}\\d])`, 'u');
const eachMark = new RegExp(`${sign}${joiner}`, 'gu');
const onlyMarks = new RegExp(`^(?:${sign}${joiner}[ /|]{0,3}){2,12}$`, 'u');

const marksWithWords = new RegExp(
  `^${sign}${joiner} ?\\p{L}[\\p{L} -]{0,24}(?: ?[/|] ?${sign}${joiner} ?\\p{L}[\\p{L} -]{0,24}){1,5}$`,
  'u',
);

/** Longer than any cell that holds a mark and a word. */
const lengthAtMost = 200;

/** A quick look: nearly every text begins with a letter or digit. */
export function mayBeginWithMark(text: string): boolean {
  return text.charCodeAt(0) === 0x5b || mayBeginWithSign(text);
}

/** The same without boxes of brackets. All pictures but two stand behind the letters of most languages. */
function mayBeginWithSign(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x203c || first === 0x3a || first === 0xa9 || first === 0xae;
}

/** A value without the mark that stands before its word. */
export function withoutMark(source: Source): Source {
  const { text, span, map } = source;
  if (!mayBeginWithSign(text)) return source;
  const length = text.length > lengthAtMost ? undefined : marksBefore.exec(text)?.[0].length;
  if (length === undefined) return source;
  return map
    ? { ...source, text: text.slice(length), map: map.slice(length) }
    : { ...source, text: text.slice(length), span: { start: span.start + length, end: span.end } };
}

/** Whether a text is a mark and nothing else. */
export function isMark(text: string): boolean {
  if (!mayBeginWithMark(text) || text.length > lengthAtMost) return false;
  return text.startsWith('[') ? /^\[[ xX]?\]$/.test(text) : oneMark.test(text);
}

/** A mark as one sign, where it is written in letters: `[x]` is a ticked box, `:x:` a cross. */
export function asSign(text: string): string {
  return written.get(text.toLowerCase()) ?? text;
}

const written: ReadonlyMap<string, string> = new Map([
  ['[x]', '☑'],
  ['[ ]', '☐'],
  ['[]', '☐'],
  [':white_check_mark:', '✅'],
  [':heavy_check_mark:', '✔'],
  [':ballot_box_with_check:', '☑'],
  [':x:', '❌'],
  [':red_circle:', '🔴'],
  [':yellow_circle:', '🟡'],
  [':green_circle:', '🟢'],
  [':white_circle:', '⚪'],
  [':white_large_square:', '⬜'],
]);

/** Several different marks, of which one is to be chosen: `🟢🟡🔴`, `🔴 Open / 🟢 Done`. Stars are a score. */
export function areMarksToChoose(text: string): boolean {
  if (!mayBeginWithSign(text) || text.length > lengthAtMost) return false;
  // The whole patterns take long to compile, and are asked last.
  return new Set(text.match(eachMark)).size > 1 && (onlyMarks.test(text) || marksWithWords.test(text));
}

const boxes = /[\u2610-\u2612]|\[[ xX]?\]/g;

/**
 * Boxes before several words: the word whose box is ticked, nothing where none is, and several that are too many to
 * say. Undefined where no two boxes stand.
 */
export function tickedWord(text: string): { readonly word: string | undefined } | undefined {
  if (!mayBeginWithMark(text) || text.length > lengthAtMost) return undefined;
  const found = [...text.matchAll(boxes)];
  if (found.length < 2 || found[0]!.index !== 0) return undefined;
  const ticked = found.flatMap(({ 0: box, index }, i) =>
    /[\u2611\u2612xX]/.test(box) ? [text.slice(index + box.length, found[i + 1]?.index).trim()] : [],
  );
  if (ticked.length > 1) return undefined;
  return { word: ticked[0]?.replace(/[,;/|]$/, '').trim() };
}
