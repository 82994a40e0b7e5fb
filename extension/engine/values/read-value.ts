import type { Source, ValueProblem } from '../model/document.ts';
import type { Catalogue, FieldSpec, SectionKey, ValueType, ValueTypeName } from '../model/schema.ts';
import type { Hours } from '../model/value.ts';
import { partOf } from './part.ts';
import type { Outcome } from './part.ts';
import type { ValueMessageId } from './problems.ts';
import { quote } from './quote.ts';
import { readCodes } from './read-codes.ts';
import { listTypes, readList } from './read-list.ts';
import { charactersAtMost, readOne } from './read-one.ts';
import { resultOf, type ReadResult } from './read-result.ts';
import { spanWithin } from './span-within.ts';
import { joinedItems, textOf, textTypes } from './text-value.ts';
import { wordLists } from './words.ts';

export interface ValueReader {
  /**
   * Reads the text of a value that is not empty, in English and Swedish alike. Values have the
   * shapes of `model/value.ts`; of types that need the engagement's names it is the text.
   */
  read(type: ValueType, source: Source): ReadResult;
  /** What is read in the place of what stands there, of a key or in a section; absent: what stands there. */
  sourceOf?(spec: FieldSpec, source: Source, section: SectionKey | undefined): Source;
}

/** A reader for the words of a catalogue. It remembers what it read, by type and text, up to a bound. */
export function createValueReader(catalogue: Pick<Catalogue, 'words'>): ValueReader {
  const lists = wordLists(catalogue.words);
  const kept = new Map<string, Map<string, Outcome<unknown>>>();
  const ofTypes = new WeakMap<ValueType, Map<string, Outcome<unknown>>>();
  let count = 0;

  /** What was read of a type: found by the type itself, since to join its name with each text takes longer. */
  function keptOf(type: ValueType): Map<string, Outcome<unknown>> {
    const before = ofTypes.get(type);
    if (before) return before;
    const name = `${type.is} ${parameterOf(type)}`;
    const its = kept.get(name) ?? new Map<string, Outcome<unknown>>();
    kept.set(name, its);
    ofTypes.set(type, its);
    return its;
  }

  function readText(type: ValueType, text: string): Outcome<unknown> {
    if (text.length > writtenAtMost) return tooLong(text);
    if (text.length > keptTextAtMost) return readOne(type, partOf(text), lists);
    const its = keptOf(type);
    const known = its.get(text);
    if (known) return known;
    const outcome = readOne(type, partOf(text), lists);
    if (count >= keptAtMost) {
      for (const one of kept.values()) one.clear();
      count = 0;
    }
    its.set(text, outcome);
    count++;
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
      // Hours by weekday and a scale of words are one value, in one line or a line for each day or word.
      const whole = madeOfEntries.has(type.is) ? readText(type, joinedItems(items)) : undefined;
      if (whole && !whole.failure && (whole.value as Hours).kind !== 'team') return { value: whole.value };
      return { problem: listWhereOne(source, items) };
    },
  };
}

/** What tells two types of one name apart. */
function parameterOf(type: ValueType): string {
  if ('list' in type) return type.list;
  if ('bound' in type) return type.bound ?? '';
  return 'words' in type ? JSON.stringify(type.words) : '';
}

const madeOfEntries: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>(['hours', 'scale']);

const keptAtMost = 20_000;
const keptTextAtMost = 200;
/** Of a value as written: with white space and marks. Beyond it nothing is folded. */
const writtenAtMost = 4 * charactersAtMost;

function tooLong(text: string): Outcome<never> {
  return {
    failure: { id: 'tooLong', data: { value: quote(text) }, from: 0, to: text.length, replacements: [] },
  };
}

function listWhereOne(source: Source, items: readonly Source[]): ValueProblem {
  const data = { value: quote(joinedItems(items.slice(0, 20))), example: quote(items[0]?.text ?? '') };
  return { id: 'listNotAllowed' satisfies ValueMessageId, data, span: spanWithin(source), replacements: [] };
}
