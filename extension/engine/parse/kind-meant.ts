import type { ReadingProblem } from '../model/document.ts';
import type { KindKey, KindSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { fold } from '../values/fold.ts';
import { nearMiss } from '../values/near-miss.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import type { Entry } from './entry.ts';
import type { FrontMatter } from './front-matter.ts';
import { lineBreakOf } from './lines.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The kind of a document, as it is meant. */
export interface KindMeant {
  readonly kind: KindSpec;
  /** Its value, with the text of the kind that is meant. */
  readonly entry: Entry;
  /** What is wrong with it, of DOC026; undefined where it is written as it should be. */
  readonly slip: ReadingProblem | undefined;
}

const engagementFile = /(?:^|[\\/])engagement\.md$/i;

/** Whether a file is called as the document of an engagement is. */
export function isEngagementFile(path: string): boolean {
  return engagementFile.test(path);
}

/**
 * The kind that front matter gives: as it is written, or as it is meant where it nearly is one, stands in another word
 * or language, or under a key that nearly is `kind`. A file called engagement.md with two keys that only an engagement
 * has is one, whatever it says.
 */
export function kindMeant(
  vocabulary: Vocabulary,
  { entries, firstLine }: FrontMatter,
  file: { readonly path: string; readonly text: string; readonly starts: readonly number[] },
): KindMeant | undefined {
  const entry = entries.find(({ key }) => key === 'kind');
  if (entry === undefined) {
    const other = underOtherKey(vocabulary, entries);
    if (other) return other;
  } else if (!entry.broken) {
    const word = typeof entry.text === 'string' ? entry.text : entry.text.join(', ');
    const [only] = typeof entry.text === 'string' || entry.text.length !== 1 ? [word] : entry.text;
    const kind = vocabulary.kindNamed(only ?? '');
    if (kind) return { kind, entry: asKind(entry, kind), slip: undefined };
    const near = nearKind(vocabulary, word, entries) ?? oneOf(vocabulary, entry.text, entries);
    if (near)
      return {
        kind: near,
        entry: asKind(entry, near),
        slip: slipOf('nearKind', { kind: quote(word), near: near.key }, entry.source.span, near.key),
      };
  }
  if (!isEngagementFile(file.path) || entries.filter(({ key }) => tellsEngagement.has(key)).length < 2)
    return undefined;
  return asEngagement(vocabulary, entry, file.text, file.starts[firstLine] ?? file.text.length);
}

/** Keys two of which say that a file called engagement.md is what its name says. */
const tellsEngagement: ReadonlySet<string> = new Set(['client', 'supplier', 'start', 'phase']);

function asEngagement(
  vocabulary: Vocabulary,
  entry: Entry | undefined,
  text: string,
  firstKey: number,
): KindMeant | undefined {
  const kind = vocabulary.kindNamed('engagement');
  if (!kind) return undefined;
  const span = entry?.source.span ?? { start: firstKey, end: firstKey };
  const meant = { key: kind.key, near: kind.key };
  const at: Entry = asKind(
    entry ?? { key: 'kind', keySpan: span, text: '', source: { text: '', span } },
    kind,
  );
  // What does not read is spoken of where it is read.
  if (entry?.broken) return { kind, entry: at, slip: undefined };
  if (entry === undefined) {
    const line = `kind: ${kind.key}${lineBreakOf(text)}`;
    const end = Math.max(firstKey, text.slice(firstKey).search(/[:\r\n]|$/) + firstKey);
    const fixes = [{ title: say('Add the key "{{key}}"', { key: 'kind' }), edits: [{ span, text: line }] }];
    const problem: ReadingProblem = {
      code: 'DOC026',
      id: 'noKind',
      data: {},
      span: { start: firstKey, end },
      fixes,
    };
    return { kind, entry: at, slip: problem };
  }
  const isEmpty = entry.source.text === '';
  const written = isEmpty ? `${text.charAt(span.start - 1) === ':' ? ' ' : ''}${meant.near}` : meant.near;
  const slip = slipOf(
    isEmpty ? 'noKind' : 'otherKind',
    isEmpty ? {} : { kind: quote(entry.source.text) },
    isEmpty ? entry.keySpan : span,
    written,
    span,
  );
  return { kind, entry: at, slip };
}

/** A key that nearly is `kind`, or is called so in Swedish, with a kind of ours as its value. */
function underOtherKey(vocabulary: Vocabulary, entries: readonly Entry[]): KindMeant | undefined {
  const names = vocabulary.otherNamesOf('kind');
  for (const entry of entries) {
    if (typeof entry.text !== 'string' || vocabulary.keys.has(entry.key)) continue;
    const key = fold(entry.key);
    if (!names.has(key) && nearMiss(key, ['kind'], 1) === undefined) continue;
    const kind = vocabulary.kindNamed(entry.text);
    if (!kind) continue;
    const slip = slipOf('nearKindKey', { key: quote(entry.key) }, entry.keySpan, 'kind');
    return { kind, entry: { ...asKind(entry, kind), key: 'kind', keyWritten: entry.key }, slip };
  }
  return undefined;
}

function asKind(entry: Entry, { key }: KindSpec): Entry {
  if (!entry.broken && entry.source.text === key) return entry;
  const { broken: _, ...whole } = entry;
  return whole.source.text === key
    ? whole
    : { ...whole, text: key, source: { text: key, span: entry.source.span } };
}

/** The one kind that a word means that is none: its name in other words, else the one that is nearly written so. */
function nearKind(vocabulary: Vocabulary, word: string, entries: readonly Entry[]): KindSpec | undefined {
  const folded = fold(word).slice(0, 80);
  const named = vocabulary.kindsCalled(folded);
  if (named.length > 0) return best(vocabulary, named, entries);
  const near = nearMiss(folded, vocabulary.kindNames, 2);
  return near === undefined ? undefined : vocabulary.kindNamed(near);
}

/** Of several kinds that one word may mean, the one whose keys stand there. */
function best(
  vocabulary: Vocabulary,
  kinds: readonly KindSpec[],
  entries: readonly Entry[],
): KindSpec | undefined {
  let most = 0;
  let found: KindSpec | undefined = kinds.length === 1 ? kinds[0] : undefined;
  for (const kind of kinds) {
    const count = entries.filter(({ key }) => hasOwnKey(vocabulary, kind.key, key)).length;
    if (count <= most) continue;
    most = count;
    found = kind;
  }
  return found;
}

/** Of a list of kinds the one whose keys stand there, else the first. */
function oneOf(
  vocabulary: Vocabulary,
  words: Entry['text'],
  entries: readonly Entry[],
): KindSpec | undefined {
  if (typeof words === 'string') return undefined;
  const kinds = words.flatMap((word) => vocabulary.kindNamed(word) ?? []);
  return best(vocabulary, kinds, entries) ?? kinds[0];
}

/** Whether a key is one of a kind's own, and no common one. */
export function hasOwnKey(vocabulary: Vocabulary, kind: KindKey, key: string): boolean {
  return vocabulary.keyOf(kind, key) !== undefined && !vocabulary.isCommon(key);
}

function slipOf(
  id: string,
  data: ReadingProblem['data'],
  span: Span,
  text: string,
  replaced: Span = span,
): ReadingProblem {
  const fixes = [
    { title: say('Replace by "{{text}}"', { text: text.trim() }), edits: [{ span: replaced, text }] },
  ];
  return { code: 'DOC026', id, data, span, fixes };
}
