import type { Question } from '../model/finding.ts';
import { lineStarts, positionAt, type Position, type Range } from '../model/text.ts';

/** A text with a place in it where somebody can begin to write. */
export interface Gap {
  /** The text, with a blank more where what is written there would otherwise not be read. */
  readonly text: string;
  readonly position: Position;
}

/**
 * The first thing to fill in of a new document. `questions` are what the engine asks of it, by place: the first
 * empty value among them counts, else the first empty key, else the line after what the first question is
 * about, else the end.
 */
export function firstGap(text: string, questions: readonly Question[]): Gap {
  const starts = lineStarts(text);
  const offsetOf = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  const textOf = ({ start, end }: Range): string => text.slice(offsetOf(start), offsetOf(end));
  const empty = questions.find(({ range }) => textOf(range).trim() === '');
  if (empty) return withRoom(text, offsetOf(empty.range.start));
  const key = /^[a-z_]+:$/m.exec(frontMatterOf(text));
  if (key) return withRoom(text, key.index + key[0].length);
  const [first] = questions;
  return at(text, first ? (starts[first.range.end.line + 1] ?? text.length) : text.length);
}

/** YAML reads a value only behind a blank; in the cell of a table the blank before the next pipe is kept. */
function withRoom(text: string, offset: number): Gap {
  const before = text.charAt(offset - 1);
  if (before === ':') return at(`${text.slice(0, offset)} ${text.slice(offset)}`, offset + 1);
  if (text.slice(offset, offset + 2) === ' |')
    return at(`${text.slice(0, offset)} ${text.slice(offset)}`, offset + 1);
  return at(text, offset);
}

function at(text: string, offset: number): Gap {
  return { text, position: positionAt(lineStarts(text), offset) };
}

/** From the first line to the one that closes the front matter. */
function frontMatterOf(text: string): string {
  const end = text.indexOf('\n---', 3);
  return end < 0 ? '' : text.slice(0, end);
}
