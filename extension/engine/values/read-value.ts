import type { Source, ValueProblem } from '../model/document.ts';
import type { Catalogue, ValueType, ValueTypeName } from '../model/schema.ts';
import type { Wording } from '../model/language.ts';
import type { Money, PathPattern, Weekday } from '../model/value.ts';
import { readDigest, readEmail, readLanguage, readRaci } from './codes.ts';
import { readDate, readDateOrYesNo, readYesNo } from './date.ts';
import { readDays } from './days.ts';
import { raisedDigits } from './decimal.ts';
import { readDurationValue } from './duration.ts';
import { readEvery } from './every.ts';
import { readHours } from './hours.ts';
import { itemsOf } from './items.ts';
import { readMeasure } from './measure.ts';
import { readMeasuredOver } from './measured-over.ts';
import { readMoney } from './money.ts';
import { readInteger, readScore } from './number.ts';
import { readBand, readScale } from './number-range.ts';
import { textsMeant } from './meant.ts';
import { fail, offering, partOf, tidy, written } from './part.ts';
import type { Failure, Outcome, Part } from './part.ts';
import { pathPattern, repositoryBefore } from './paths.ts';
import { readPercent } from './percent.ts';
import { readPeriod } from './period.ts';
import { readPlainDate } from './plain-date.ts';
import type { ValueMessageId } from './problems.ts';
import { readQuantity } from './quantity.ts';
import { quote } from './quote.ts';
import { readCountry, readRegion } from './regions.ts';
import { readRenewal } from './renewal.ts';
import { spanWithin } from './span-within.ts';
import { readWhen } from './when.ts';
import { readWord, readWordDetail, wordLists } from './words.ts';
import type { WordList, WordLists } from './words.ts';
import { around, inLanguage } from './wording.ts';
import { readZone } from './zone.ts';

export type ReadResult =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: ValueProblem; readonly value?: undefined };

export interface ValueReader {
  /**
   * Reads the text of a value that is not empty, in English and Swedish alike. Values have the
   * shapes of `model/value.ts`; of types that need the engagement's names it is the text.
   */
  read(type: ValueType, source: Source): ReadResult;
}

/** A reader for the words of a catalogue. It remembers what it read, by type and text, up to a bound. */
export function createValueReader(catalogue: Pick<Catalogue, 'words'>): ValueReader {
  const lists = wordLists(catalogue.words);
  const kept = new Map<string, Outcome<unknown>>();

  function readText(type: ValueType, text: string): Outcome<unknown> {
    if (text.length > writtenAtMost) return tooLong(text);
    if (text.length > keptTextAtMost) return readOne(type, partOf(text), lists);
    const key = 'list' in type ? `${type.is} ${type.list}\n${text}` : `${type.is}\n${text}`;
    const known = kept.get(key);
    if (known) return known;
    const outcome = readOne(type, partOf(text), lists);
    if (kept.size >= keptAtMost) kept.clear();
    kept.set(key, outcome);
    return outcome;
  }

  return {
    read(type, source) {
      if (textTypes.has(type.is)) return { value: textOf(type, source) };
      if (type.is === 'paths' && source.codes?.length) return readCodes(source, source.codes);
      if (listTypes.has(type.is)) return readList(type, source, readText);
      const items = source.items;
      if (items === undefined) return resultOf(readText(type, source.text), source);
      const [only] = items;
      if (only && items.length === 1) return resultOf(readText(type, only.text), only);
      return { problem: listWhereOne(source, items) };
    },
  };
}

const keptAtMost = 20_000;
const keptTextAtMost = 200;
/** Of a folded value; entries of a list count one by one. */
const charactersAtMost = 500;
/** Of a value as written: with white space and marks. Beyond it nothing is folded. */
const writtenAtMost = 4 * charactersAtMost;

function tooLong(text: string): Outcome<never> {
  return {
    failure: { id: 'tooLong', data: { value: quote(text) }, from: 0, to: text.length, replacements: [] },
  };
}

/** Types whose value is the text: any text is one, or the names in it are looked up elsewhere. */
const textTypes: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>([
  'text',
  'identity',
  'who',
  'name',
  'names',
  'depends',
  'link',
  'sign',
  'change',
  'asPlace',
]);
/** Of these a line end divides entries, as a comma does. */
const textLists: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>(['who', 'names', 'depends']);

function textOf(type: ValueType, source: Source): string {
  if (source.items) return joinedItems(source.items);
  if (!textLists.has(type.is) || !source.text.includes('\n')) return tidy(source.text);
  return source.text
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
    .join(', ')
    .replace(/,(?:, )+/g, ', ');
}

function joinedItems(items: readonly Source[]): string {
  return items.map((item) => tidy(item.text)).join(', ');
}

type Reader = (part: Part, lists: WordLists, type: ValueType) => Outcome<unknown>;

/** Readers of whole values; of the types that are lists, of one entry. */
const readers: Readonly<Partial<Record<ValueTypeName, Reader>>> = {
  word: (part, lists, type) => readWord(part, listOf(type, lists)),
  words: (part, lists, type) => readWord(part, listOf(type, lists)),
  wordDetail: (part, lists, type) => readWordDetail(part, listOf(type, lists)),
  party: (part, lists) => ({ value: lists.party.forms.get(part.text) ?? written(part) }),
  zone: readZone,
  email: readEmail,
  plainDate: (part) => readPlainDate(part),
  date: readDate,
  dateOrYesNo: readDateOrYesNo,
  yesNo: readYesNo,
  duration: readDurationValue,
  percent: readPercent,
  money: readMoney,
  quantity: readQuantity,
  integer: readInteger,
  score: readScore,
  scale: readScale,
  band: readBand,
  period: readPeriod,
  periods: readPeriod,
  renewal: (part, lists) => readRenewal(part, lists.renewal),
  measuredOver: (part, lists) => readMeasuredOver(part, lists.measured_over),
  every: readEvery,
  when: readWhen,
  hours: readHours,
  days: readDays,
  regions: readRegion,
  countries: readCountry,
  country: readCountry,
  measure: (part, lists) => readMeasure(part, lists.measure),
  basis: (part, lists) => readBasis(part, lists.credit_basis),
  language: readLanguage,
  paths: (part) => readPath(part),
  raci: readRaci,
  digest: readDigest,
};

function readOne(type: ValueType, part: Part, lists: WordLists): Outcome<unknown> {
  if (part.text === '') return fail(part, 'invisible');
  if (part.text.length > charactersAtMost) return fail(part, 'tooLong');
  const outcome = readers[type.is]?.(part, lists, type) ?? { value: written(part) };
  return outcome.failure && outcome.failure.replacements.length === 0
    ? withOffers(part, outcome, lists, type)
    : outcome;
}

/** A failure with what the value can mean instead: one text or two, and only such as read. */
function withOffers(
  part: Part,
  outcome: { readonly failure: Failure },
  lists: WordLists,
  type: ValueType,
): { readonly failure: Failure } {
  const asWritten = (text: Wording): Wording => around(text, (its) => inCaseOf(written(part), its));
  const texts = new Map<string, Wording>();
  for (const text of raisedDigits.test(written(part)) ? [] : textsMeant(type.is, part.text).map(asWritten)) {
    const [en, sv] = (['en', 'sv'] as const).map((language) =>
      readers[type.is]?.(partOf(inLanguage(text, language)), lists, type),
    );
    if (!en || en.failure || !sv || sv.failure) continue;
    const meaning = JSON.stringify(en.value);
    if (!texts.has(meaning)) texts.set(meaning, text);
  }
  return texts.size === 0 || texts.size > 2 ? outcome : offering(part, outcome, [...texts.values()]);
}

/** A text with the capitals that its words have where they were written. */
function inCaseOf(raw: string, text: string): string {
  const words = new Map([...raw.matchAll(/\p{L}+/gu)].map(([word]) => [word.toLowerCase(), word]));
  return text.replace(/\p{L}+/gu, (word) => words.get(word.toLowerCase()) ?? word);
}

function listOf(type: ValueType, lists: WordLists): WordList {
  // Only the types with a list come here; the first list stands for a type that has none.
  return lists['list' in type ? type.list : 'status'];
}

/** "fee", or an amount of money. */
function readBasis(part: Part, list: WordList): Outcome<'fee' | Money> {
  if (list.forms.get(part.text) === 'fee') return { value: 'fee' };
  const money = readMoney(part);
  return money.failure?.id === 'notMoney' ? fail(part, 'notBasis', {}, money.failure.replacements) : money;
}

function readPath(part: Part): Outcome<PathPattern> {
  const pattern = pathPattern(tidy(part.whole.raw));
  return pattern === undefined ? fail(part, 'notPath') : { value: pattern };
}

/** Types that are lists: of the entries of a YAML list, or of what stands between commas and line ends. */
const listTypes: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>([
  'words',
  'regions',
  'countries',
  'paths',
  'days',
  'periods',
]);

const listExamples: Readonly<Partial<Record<ValueTypeName, string>>> = {
  regions: 'SE, IN-WB',
  countries: 'SE, LT',
  paths: 'services/checkout/**',
  days: 'Monday-Friday',
  periods: '2026-12-24 to 2027-01-01',
};

function readList(
  type: ValueType,
  source: Source,
  readText: (type: ValueType, text: string) => Outcome<unknown>,
): ReadResult {
  const values: unknown[] = [];
  if (source.items) {
    for (const item of source.items) {
      const result = resultOf(readText(type, item.text), item);
      if (result.problem) return result;
      values.push(result.value);
    }
  } else {
    for (const { from, to } of itemsOf(source.text)) {
      const outcome = readText(type, source.text.slice(from, to));
      if (outcome.failure) return { problem: problemOf(outcome.failure, source, from) };
      values.push(outcome.value);
    }
  }
  if (values.length === 0) return { problem: emptyList(type, source) };
  return { value: type.is === 'days' ? unionOf(values as readonly (readonly Weekday[])[]) : values };
}

function unionOf(lists: readonly (readonly Weekday[])[]): readonly Weekday[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

/** Paths from the raw code spans; a text before one may name its repository: "org/repo: `src/**`". */
function readCodes(source: Source, codes: NonNullable<Source['codes']>): ReadResult {
  const patterns: PathPattern[] = [];
  let from = 0;
  for (const code of codes) {
    const at = source.text.indexOf(code.text, from);
    const before = at < 0 ? undefined : repositoryBefore(source.text.slice(from, at).replace(/^[\s,]+/, ''));
    if (at >= 0) from = at + code.text.length;
    const pattern = pathPattern(code.text);
    if (pattern === undefined) {
      return {
        problem: { id: 'notPath', data: { value: quote(code.text) }, span: code.span, replacements: [] },
      };
    }
    patterns.push(before === undefined ? pattern : { glob: pattern.glob, repository: before });
  }
  return { value: patterns };
}

function resultOf(outcome: Outcome<unknown>, source: Source): ReadResult {
  return outcome.failure ? { problem: problemOf(outcome.failure, source) } : { value: outcome.value };
}

/** A failure in the text of a source, or in what begins at `base` in it, as a problem of the document. */
function problemOf(
  { id, data, from, to, replacements, replaced }: Failure,
  source: Source,
  base = 0,
): ValueProblem {
  const span = spanWithin(source, base + from, base + to);
  if (!replaced) return { id, data, span, replacements };
  return {
    id,
    data,
    span,
    replacements,
    replaced: spanWithin(source, base + replaced.from, base + replaced.to),
  };
}

function emptyList(type: ValueType, source: Source): ValueProblem {
  const data = { value: quote(source.text), example: listExamples[type.is] ?? 'first, second' };
  return { id: 'emptyList' satisfies ValueMessageId, data, span: spanWithin(source), replacements: [] };
}

function listWhereOne(source: Source, items: readonly Source[]): ValueProblem {
  const data = { value: quote(joinedItems(items.slice(0, 20))), example: quote(items[0]?.text ?? '') };
  return { id: 'listNotAllowed' satisfies ValueMessageId, data, span: spanWithin(source), replacements: [] };
}
