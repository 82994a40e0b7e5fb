import type { Field, GovernedDocument, Link, Row } from '../../extension/engine/model/document.ts';
import type { SectionKey, ValueTypeName } from '../../extension/engine/model/schema.ts';
import { lineStarts, type Span } from '../../extension/engine/model/text.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { digestOf } from '../../extension/engine/parse/canonical.ts';
import { createDocumentReader } from '../../extension/engine/parse/read-document.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { documentOf, formerFolder } from './history-lines.ts';
import { liveStates } from './live-states.ts';

type Position = { readonly line: number; readonly character: number };

/** The same files with the two parties in each other's place, and the way back from what is said of them. */
export interface SwappedParties {
  readonly files: ReadonlyMap<string, string>;
  /** Names that stand on the side of the supplier whichever party that is: its subcontractors, and who is of one. */
  readonly ofSupplier: readonly string[];
  /** An answer about the swapped files as it would be about those that they were made of. */
  back<T>(answer: T): T;
}

interface Replacement extends Span {
  readonly text: string;
}

/** Words of the one party and of the other; what stands behind another word means nobody who is a party now. */
const pairs: readonly (readonly [client: string, supplier: string])[] = [
  ['client', 'supplier'],
  ['customer', 'vendor'],
  ['kund', 'leverantör'],
  ['kunden', 'leverantören'],
  ['kundens', 'leverantörens'],
];
const others = new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
const partyWord = new RegExp(
  `(?<!\\p{L}|other |new |annan |ny )(?:${[...others.keys()].join('|')})(?!\\p{L})`,
  'giu',
);

/** Values in which a word for a party is one: names and words of their own, and what people write. */
const named = new Set<ValueTypeName>([
  'text',
  'identity',
  'who',
  'party',
  'name',
  'names',
  'depends',
  'link',
  'sign',
  'change',
  'asPlace',
]);
const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });
const obligations = new Set(['client_obligations', 'supplier_obligations']);

/** Swaps client and supplier wherever a document says which of them is meant: keys, cells, headers and headings. */
export async function swappedParties(files: ReadonlyMap<string, string>): Promise<SwappedParties> {
  const documents = (await liveStates(files, 'full')).flatMap((state) => state.documents());
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const maps = new Map<string, (place: Position) => Position>();
  const digests = new Map<string, string>();
  const swapped = new Map(files);
  for (const document of documents) {
    const replacements = replacementsIn(document);
    const text = applied(document.text, replacements);
    swapped.set(document.path, text);
    maps.set(document.path, placesBefore(document.text, replacements));
    digests.set(digestOf(document), digestOf({ text }));
  }
  // What a document said once names them too.
  for (const [path, old] of files) {
    const document = path.startsWith(formerFolder) ? reader.read(documentOf(path), old).document : undefined;
    if (!document) continue;
    const text = applied(old, replacementsIn(document));
    swapped.set(path, text);
    digests.set(digestOf(document), digestOf({ text }));
  }
  // What was signed is signed still.
  for (const [path, text] of swapped)
    if (path.startsWith(formerFolder) || byPath.get(path)?.kind === 'signoff')
      swapped.set(
        path,
        text.replace(/sha256-[0-9a-f]{64}/, (digest) => digests.get(digest) ?? digest),
      );
  const before = new Map([...digests].map(([digest, now]) => [now, digest]));
  return {
    files: swapped,
    ofSupplier: namesOfSubcontractors(documents),
    back: (answer) => back(answer, (text) => before.get(text), maps),
  };
}

function namesOfSubcontractors(documents: readonly GovernedDocument[]): readonly string[] {
  const rowsOf = (key: SectionKey): readonly Row[] =>
    documents.flatMap(({ sections }) => sections.get(key)?.rows ?? []);
  const textIn = ({ cells }: Row, column: string): string =>
    (cells as Readonly<Record<string, Field | undefined>>)[column]?.source.text ?? '';
  const names = new Set(rowsOf('subcontractors').map((row) => textIn(row, 'subcontractor')));
  const areOfOne = (row: Row): boolean => names.has(textIn(row, 'party'));
  return [
    ...names,
    ...rowsOf('people')
      .filter(areOfOne)
      .map((row) => textIn(row, 'person')),
    ...rowsOf('teams')
      .filter(areOfOne)
      .map((row) => textIn(row, 'team')),
  ].filter((name) => name !== '');
}

function replacementsIn(document: GovernedDocument): readonly Replacement[] {
  const { text, fields, keyPlaces, headings, sections } = document;
  const own = [...sections.values()];
  const known = new Set(
    own.flatMap(({ key, heading }) => (obligations.has(key) ? [] : [heading.span.start])),
  );
  const links = fields.flatMap(({ source }) => source.links ?? []);
  const spans = [
    ...keyPlaces.values(),
    ...fields.filter(({ spec: { type } }) => isNamed(type)).map(({ source }) => source.span),
    ...own.flatMap(({ furtherHeaders, items, lines }) => [...furtherHeaders, ...items, ...lines]).map(spanOf),
    ...headings.map(({ span }) => span).filter(({ start }) => !known.has(start)),
  ];
  const found = new Map<number, Replacement>();
  for (const { start, end } of spans)
    for (const { 0: word, index } of text.slice(start, end).matchAll(partyWord)) {
      const at = start + index;
      if (!isOfPath(at, text, links))
        found.set(at, { start: at, end: at + word.length, text: otherWord(word) });
    }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

function isNamed(type: GovernedDocument['fields'][number]['spec']['type']): boolean {
  return named.has(type.is) || ('list' in type && (type.list === 'direction' || type.list === 'party'));
}

function spanOf(part: { readonly span: Span }): Span {
  return part.span;
}

/** Files keep their names; what stands behind the # is a heading. */
function isOfPath(at: number, text: string, links: readonly Link[]): boolean {
  return links.some(({ targetSpan: { start, end } }) => {
    const hash = text.slice(start, end).indexOf('#');
    return at >= start && at < (hash < 0 ? end : start + hash);
  });
}

function otherWord(word: string): string {
  const other = others.get(word.toLowerCase()) ?? word;
  if (word === word.toUpperCase()) return other.toUpperCase();
  return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

function applied(text: string, replacements: readonly Replacement[]): string {
  return replacements
    .toReversed()
    .reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text);
}

/** From where something stands in the swapped text to where it stood before. No line is won or lost. */
function placesBefore(text: string, replacements: readonly Replacement[]): (place: Position) => Position {
  const starts = lineStarts(text);
  return ({ line, character }) => {
    const begun = starts[line] ?? 0;
    const [from, to] = [begun, starts[line + 1] ?? text.length + 1];
    let grown = 0;
    for (const { start, end, text: by } of replacements) {
      if (start < from || start >= to) continue;
      const now = start - begun + grown;
      if (character <= now) break;
      const wider = by.length - (end - start);
      // Behind the word, or at its end.
      if (character >= now + by.length) grown += wider;
      else return { line, character: Math.min(character - grown, end - begun) };
    }
    return { line, character: character - grown };
  };
}

type Maps = ReadonlyMap<string, (place: Position) => Position>;
type Digests = (digest: string) => string | undefined;

function back<T>(answer: T, digests: Digests, maps: Maps, path?: string): T {
  if (typeof answer === 'string') return (digests(answer) ?? answer.replaceAll(partyWord, otherWord)) as T;
  if (Array.isArray(answer)) return answer.map((one: unknown) => back(one, digests, maps, path)) as T;
  if (typeof answer !== 'object' || answer === null) return answer;
  const its = answer as Readonly<Record<string, unknown>>;
  if ('line' in its && 'character' in its)
    return (maps.get(path ?? '')?.(its as unknown as Position) ?? answer) as T;
  const here = typeof its['path'] === 'string' ? its['path'] : path;
  const entries = Object.entries(its).map(([key, value]) =>
    key === 'path' ? [key, value] : [back(key, digests, maps), back(value, digests, maps, here)],
  );
  return Object.fromEntries(entries) as T;
}
