import type { Field, GovernedDocument } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { lineStartOf, nextLineOf } from '../parse/lines.ts';
import { foldName } from '../values/fold.ts';

/** The value of a key as it is written; undefined where the document does not have the key. */
export function writtenValue({ keys }: GovernedDocument, key: string): string | undefined {
  return (keys as Readonly<Record<string, Field | undefined>>)[key]?.source.text;
}

/** Whether two values say the same, however they are spaced. */
export function saysSame(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/**
 * The lines of a key in front matter: its own, and those below it that go on with its value. Undefined where the
 * document does not have it, or where it does not begin a line.
 */
export function entrySpan(document: GovernedDocument, key: string): Span | undefined {
  const { text, keysEnd } = document;
  const place = document.keyPlaces.get(key);
  if (!place || keysEnd === undefined || place.start >= keysEnd) return undefined;
  const start = lineStartOf(text, place.start);
  if (!/^["']?$/.test(text.slice(start, place.start))) return undefined;
  let end = nextLineOf(text, place.start);
  while (end < keysEnd && /^(?:[ \t]+\S|- |-[\r\n])/.test(text.slice(end, keysEnd)))
    end = nextLineOf(text, end);
  return { start, end };
}
