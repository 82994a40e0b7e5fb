import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { onceFor } from '../values/once-for.ts';
import { isOfTwoMeanings } from './headers-of-two-meanings.ts';
import type { Headers } from './table-headers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the headers of a table are to a section: for each the column that it means, if any. */
export type Named = readonly (FieldSpec | undefined)[];

/** How many columns of a section a table has, and whether that makes it a table of the section. */
export interface ColumnMatch {
  readonly count: number;
  readonly isMeant: boolean;
  readonly hasRequired: boolean;
}

/** What was found out about the headers of a table, by section. */
export interface KnownHeaders {
  readonly named: Map<SectionSpec, Named>;
  readonly matches: Map<SectionSpec, ColumnMatch>;
}

/** So many headers are kept, of so many characters together: strangers write as many as they like. */
const headersAtMost = 1000;
const lengthAtMost = 400;

/**
 * Where to keep what the headers of a table are. They are asked for by many, and the same words stand above the tables
 * of many documents; only what a header without words, or one of two meanings, is depends on what stands below it.
 */
export function knownOf(vocabulary: Vocabulary, headers: Headers): KnownHeaders {
  const known = ofTable(headers);
  let its = known.get(vocabulary);
  if (!its) known.set(vocabulary, (its = ofWords(vocabulary, headers)));
  return its;
}

const ofTable = onceFor((_headers: Headers) => new Map<Vocabulary, KnownHeaders>());
const wordsKnown = onceFor((_vocabulary: Vocabulary) => new Map<string, KnownHeaders>());

function ofWords(vocabulary: Vocabulary, headers: Headers): KnownHeaders {
  let key = '';
  for (const { text } of headers) {
    if (text === '' || text.length > lengthAtMost || isOfTwoMeanings(text))
      return { named: new Map(), matches: new Map() };
    // No text of a body holds this character.
    key += `${text}\0`;
  }
  if (key.length > lengthAtMost) return { named: new Map(), matches: new Map() };
  const all = wordsKnown(vocabulary);
  let known = all.get(key);
  if (known) return known;
  if (all.size >= headersAtMost) all.clear();
  all.set(key, (known = { named: new Map(), matches: new Map() }));
  return known;
}
