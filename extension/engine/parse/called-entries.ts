import type { KindSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import type { Entry } from './entry.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Entries whose key is another name of one that the kind has, in either language ("vendor", "ansvarig"), as entries of
 * that key: a contract that states its end under another name has an end. What the document says by its own name holds
 * over it, and so does the first of several.
 */
export function calledEntries(
  vocabulary: Vocabulary,
  kind: KindSpec,
  entries: readonly Entry[],
): readonly Entry[] {
  const isOwn = (key: string): boolean => vocabulary.keyOf(kind.key, key) !== undefined;
  if (entries.every(({ key }) => isOwn(key))) return entries;
  const taken = new Set(entries.map(({ key }) => key));
  return entries.map((entry) => {
    if (isOwn(entry.key) || entry.keyWritten !== undefined) return entry;
    const key = keyCalled(vocabulary, kind, entry.key);
    if (key === undefined || taken.has(key)) return entry;
    taken.add(key);
    return { ...entry, key, keyWritten: entry.key };
  });
}

/** The one key of a kind that a word is another name of. */
function keyCalled(vocabulary: Vocabulary, { keys }: KindSpec, word: string): string | undefined {
  const folded = fold(word).replace(/[_-]/g, ' ');
  const called = keys.filter(({ key }) => vocabulary.otherNamesOf(key).has(folded));
  return called.length === 1 ? called[0]!.key : undefined;
}
