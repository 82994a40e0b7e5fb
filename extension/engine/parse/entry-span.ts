import type { GovernedDocument } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { lineStartOf, nextLineOf } from './lines.ts';

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
