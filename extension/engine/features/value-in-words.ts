import { cellOf } from '../index/names.ts';
import { resolveDate } from '../index/resolve-date.ts';
import { ownerDays } from '../index/work-calendars.ts';
import type { Field, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Holidays } from '../model/ports.ts';
import type { ValueTypeName } from '../model/schema.ts';
import type { DateValue, DurationValue, Every, Hours, Period, Raci, Renewal, When } from '../model/value.ts';
import { fold } from '../values/fold.ts';
import { formatDuration, formatEvery, formatValue } from '../values/format-value.ts';
import { ordinalName, weekdayName } from '../values/grammar-words.ts';
import { listInWords } from '../values/in-words.ts';
import { monthName } from '../values/months.ts';

export interface WordsContext {
  readonly view: View;
  readonly holidays: Holidays | undefined;
}

/**
 * How a value was read, in English words, where its text does not say so itself: a relative date as its day,
 * a recurrence as a sentence, hours with their zone, words of another language. Undefined where it does.
 */
export function valueInWords(field: Field, context: WordsContext): string | undefined {
  if (field.state !== 'read') return undefined;
  const { type } = field.spec;
  const words = ways[type.is];
  if (words) return words(field as never, context);
  return asTexts.has(type.is) ? undefined : differing(field, formatValue(type, field.value));
}

/** Names and texts mean what they say. */
const asTexts: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>([
  'text',
  'texts',
  'identity',
  'who',
  'party',
  'name',
  'names',
  'link',
  'email',
  'paths',
  'sign',
  'change',
  'asPlace',
  'digest',
]);

function differing({ source }: Field, written: string): string | undefined {
  return bare(written) === bare(source.text) ? undefined : written;
}

/** A text without what decides nothing: case, blanks, and the minor units of a whole amount. */
function bare(text: string): string {
  return fold(text)
    .replace(/ /g, '')
    .replace(/\.0+(?!\d)/, '');
}

type Way = (field: never, context: WordsContext) => string | undefined;

const ways: Readonly<Partial<Record<ValueTypeName, Way>>> = {
  date: dateInWords,
  duration: durationInWords,
  every: everyInWords,
  when: whenInWords,
  hours: hoursInWords,
  renewal: renewalInWords,
  period: periodInWords,
  depends: dependenciesInWords,
  raci: ({ value }: Field<Raci>) => (value === undefined ? undefined : raciWords[value]),
};

const raciWords: Readonly<Record<Raci, string>> = {
  R: 'does it',
  A: 'answers for it',
  'R/A': 'does it and answers for it',
  C: 'is asked before',
  I: 'hears afterwards',
};

function dateInWords(field: Field<DateValue>, { view, holidays }: WordsContext): string | undefined {
  if (typeof field.value === 'string') return differing(field, field.value);
  return resolveDate(field, view, ownerDays(ownerOf(field.row), view, { holidays }));
}

function durationInWords(field: Field<DurationValue>, { view }: WordsContext): string | undefined {
  const { value, row } = field;
  if (value === undefined) return undefined;
  const written = formatDuration(value);
  if (value === 'none' || !value.working) return differing(field, written);
  const [owner, ...others] = view.who(ownerOf(row));
  const team = others.length === 0 && owner?.target?.is === 'team' ? owner.target : undefined;
  const of = team ? `hours of ${team.name}` : 'office hours';
  const hours = team ? teamHours(team.row, view) : officeHours(view);
  return hours === undefined ? differing(field, written) : `${written}, counted in the ${of}: ${hours}`;
}

/** Work of a row is done in the hours of its owner (format-details 8). */
function ownerOf(row: Row | undefined): Field | undefined {
  return row && cellOf(row, 'owner');
}

function officeHours({ lead }: View): string | undefined {
  const { office_hours, zone } = lead?.keys ?? {};
  if (office_hours?.value === undefined || zone?.value === undefined) return undefined;
  return `${formatValue({ is: 'hours' }, office_hours.value)}, ${zone.value}`;
}

function teamHours(row: Row<'teams'>, view: View): string | undefined {
  const { hours, days, zone } = row.cells;
  if (hours?.value === undefined || zone?.value === undefined) return undefined;
  const times = hours.value.kind === 'office' ? view.lead?.keys.office_hours?.value : hours.value;
  if (times === undefined) return undefined;
  const when = formatValue({ is: 'hours' }, times);
  const on = days?.value === undefined ? '' : `${formatValue({ is: 'days' }, days.value)} `;
  return `${on}${when}, ${zone.value}`;
}

function hoursInWords(field: Field<Hours>, { view }: WordsContext): string | undefined {
  const { value, row } = field;
  if (value === undefined) return undefined;
  if (row?.section.key === 'teams') return teamHours(row as unknown as Row<'teams'>, view);
  if (value.kind === 'always') return 'around the clock';
  if (value.kind === 'office') return officeHours(view);
  if (value.kind === 'team') {
    const team = view.findWho(value.team);
    return team?.is === 'team' ? teamHours(team.row, view) : undefined;
  }
  const zone = view.lead?.keys.zone?.value;
  const written = formatValue({ is: 'hours' }, value);
  return zone === undefined ? differing(field, written) : `${written}, ${zone}`;
}

function everyInWords({ value }: Field<Every>): string | undefined {
  if (value === undefined) return undefined;
  return value.parity ? `in ${value.parity} ISO weeks` : `every ${formatEvery(value)}`;
}

/** "on the second Thursday of March at 13:00, Europe/Stockholm". */
function whenInWords({ value }: Field<When>, { view }: WordsContext): string | undefined {
  if (value === undefined) return undefined;
  const { weekdays = [], nth, day, month, parity, from, to } = value;
  const days = day === 'working' ? 'working day' : listInWords(weekdays.map(weekdayName));
  const named = nth === undefined ? days : `the ${ordinalName(nth)} ${days || 'day'}`;
  const on = typeof day === 'number' ? `day ${day}` : named;
  const zone = value.zone ?? view.lead?.keys.zone?.value;
  const words = [
    on === '' ? undefined : `on ${on}`,
    month === undefined ? undefined : `of ${monthName(month)}`,
    parity === undefined ? undefined : `in ${parity} ISO weeks`,
    from === undefined ? undefined : to === undefined ? `at ${from}` : `from ${from} to ${to}`,
  ].filter((word) => word !== undefined);
  return `${words.join(' ')}${from === undefined || zone === undefined ? '' : `, ${zone}`}`;
}

function renewalInWords(field: Field<Renewal>): string | undefined {
  const { value } = field;
  if (value === undefined || value.kind === 'none') return undefined;
  const term = value.term === undefined ? '' : ` for ${formatDuration(value.term)}`;
  return value.kind === 'automatic'
    ? `renews by itself${term} unless it is refused in time`
    : `can be renewed${term}`;
}

function periodInWords(field: Field<Period>): string | undefined {
  const { value } = field;
  if (value === undefined) return undefined;
  return differing(field, `${value.from} to ${value.to}`);
}

/** "needs Ledger, and one of Acquirer Alfa and Acquirer Beta"; nothing where each is needed. */
function dependenciesInWords(field: Field<string>, { view }: WordsContext): string | undefined {
  const needs = view.dependencies(field);
  if (needs.every(({ of }) => of.length === 1)) return undefined;
  const words = needs.map(({ needed, of }) => {
    const names = listInWords(of.map(({ text }) => text));
    return of.length === 1 ? names : `${needed === 1 ? 'one' : needed} of ${names}`;
  });
  return `needs ${words.join(', and ')}`;
}
