import type { Field, GovernedDocument, Row, Source } from '../model/document.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { When } from '../model/value.ts';
import type { ValueReader } from '../values/read-value.ts';
import { spanWithin } from '../values/span-within.ts';
import { put, readAgain } from './read-steps.ts';

/** Longer than any recurrence with its days. */
const charactersAtMost = 80;

/** How often, and behind a comma, a dash or in brackets on which day: "Weekly, Tue 10:00", "månadsvis (sista fredagen)". */
const withDays =
  /^(?<often>[^,;:()]{3,30}?)(?: ?\((?<inBrackets>[^()]+)\)|(?: ?[,;:]| [-–—]) ?(?<behind>[^()]+)| (?:on|at|på) (?<on>[^()]+))$/iu;

/** "Every Tuesday", "varje måndag 09.00": a week, and the days of it. */
const eachDay = /^(?:every|each|varje) (?<days>[^()]+)$/iu;

/** How often a meeting is, and the day that stands beside it in the same cell. */
interface Parts {
  readonly every: unknown;
  readonly when: When;
  /** Where the two stand in the text of the cell; of "every Tuesday" both stand in all of it. */
  readonly often: readonly [from: number, to: number];
  readonly days: readonly [from: number, to: number];
}

/**
 * Reads the day that stands behind how often a meeting is as when it is, where the row says that nowhere else (real-kinds
 * P26). `fields` are all values of the document.
 */
export function readDaysBeside(values: ValueReader, document: GovernedDocument, fields: Field[]): void {
  const found: Field[] = [];
  for (const [i, before] of fields.entries()) {
    const { row, source, spec } = before;
    if (before.problem?.id !== 'notEvery' || !row || source.text.length > charactersAtMost) continue;
    const whenSpec = row.section.spec.columns.find(({ type }) => type.is === 'when');
    if (!whenSpec || isFilled(row, whenSpec)) continue;
    const parts = partsOf(values, spec, whenSpec, source);
    if (!parts) continue;
    const after = readAgain({ ...before, source: piece(source, parts.often) }, { value: parts.every });
    put(document, before, after);
    fields[i] = after;
    found.push(withDay(before, row, whenSpec, parts));
  }
  fields.push(...found);
}

function isFilled(row: Row, { key }: FieldSpec): boolean {
  const field = (row.cells as Readonly<Record<string, Field | undefined>>)[key];
  return field !== undefined && field.state !== 'empty';
}

function withDay({ document, source }: Field, row: Row, spec: FieldSpec, parts: Parts): Field {
  const field: Field = {
    document,
    spec,
    row,
    source: piece(source, parts.days),
    state: 'read',
    value: parts.when,
  };
  (row.cells as Record<string, Field | undefined>)[spec.key] = field;
  return field;
}

function piece(source: Source, [from, to]: readonly [number, number]): Source {
  return { text: source.text.slice(from, to), span: spanWithin(source, from, to) };
}

function partsOf(
  values: ValueReader,
  everySpec: FieldSpec,
  whenSpec: FieldSpec,
  source: Source,
): Parts | undefined {
  const { text } = source;
  const whole = [0, text.length] as const;
  const { days: each } = eachDay.exec(text)?.groups ?? {};
  if (each !== undefined) {
    const when = readWith(values, whenSpec, source, [text.length - each.length, text.length]);
    const every = values.read(everySpec.type, { text: 'week', span: source.span }).value;
    if (isOfWeek(when)) return { every, when, often: whole, days: whole };
  }
  const { often = '', inBrackets, behind, on } = withDays.exec(text)?.groups ?? {};
  const days = inBrackets ?? behind ?? on;
  if (days === undefined) return undefined;
  const end = text.length - (inBrackets === undefined ? 0 : 1);
  const places = { often: [0, often.length], days: [end - days.length, end] } as const;
  const every = readWith(values, everySpec, source, places.often);
  const when = readWith(values, whenSpec, source, places.days) as When | undefined;
  return every === undefined || when === undefined ? undefined : { every, when, ...places };
}

function readWith(
  values: ValueReader,
  { type }: FieldSpec,
  source: Source,
  at: readonly [number, number],
): unknown {
  const { value, problem } = values.read(type, piece(source, at));
  return problem ? undefined : value;
}

/** Whether it names days of the week and not one of the month: "every Tuesday", and not "every first Tuesday". */
function isOfWeek(when: unknown): when is When {
  const { weekdays, nth } = (when ?? {}) as { weekdays?: readonly number[]; nth?: number };
  return weekdays !== undefined && weekdays.length > 0 && nth === undefined;
}
