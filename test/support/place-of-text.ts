import { lineStarts, positionAt, type Position, type Range } from '../../extension/engine/model/text.ts';

/**
 * The position of `^` in some words of a text: `positionIn(text, 'opt_^out: 90')`. The words, without the
 * mark, must stand there once, so that a test cannot look at another place than its reader does.
 */
export function positionIn(text: string, marked: string): Position {
  const words = marked.replace('^', '');
  const at = text.indexOf(words);
  if (at < 0 || text.includes(words, at + 1)) throw new Error(`"${words}" must stand once in the text`);
  return positionAt(lineStarts(text), at + marked.indexOf('^'));
}

/** The characters of a range. */
export function textIn(text: string, { start, end }: Range): string {
  const starts = lineStarts(text);
  return text.slice(starts[start.line]! + start.character, starts[end.line]! + end.character);
}
