import { cellOf } from '../resolve/names.ts';
import { isPossible } from '../resolve/is-possible.ts';
import type { Field, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { inEnglish, type Said, type SaidPart } from '../model/said.ts';
import type { ValueTypeName } from '../model/schema.ts';
import type { DateValue, DurationValue, Every, Hours, Period, Raci, Renewal, When } from '../model/value.ts';
import { fold } from '../values/fold.ts';
import { formatValue } from '../values/format-value.ts';
import { ordinalName, weekdayName } from '../values/grammar-words.ts';
import { monthName } from '../values/months.ts';
import { joined, listSaid, say, words, times } from '../values/say.ts';
import { durationSaid, everySaid } from '../values/length-said.ts';
import { weekdaysSaid, hoursSaid } from '../values/days-said.ts';
import { valueSaid } from '../values/value-said.ts';

export interface WordsContext {
  readonly view: View;
}

/**
 * How a value was read, where its text does not say so itself: a relative date as its day,
 * a recurrence as a sentence, hours with their zone, words of another language. Undefined where it does.
 */
export function valueInWords(field: Field, context: WordsContext): Said | undefined {
  if (field.state !== 'read') return undefined;
  const { type } = field.spec;
  const way = ways[type.is];
  if (way) return way(field as never, context);
  return asTexts.has(type.is) ? undefined : differing(field, valueSaid(type, field.value));
}

/** Names and texts mean what they say. */
const asTexts: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>([
  'text',
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

function differing({ source }: Field, said: Said): Said | undefined {
  return bare(inEnglish(said)) === bare(source.text) ? undefined : said;
}

/** A text without what decides nothing: case, blanks, the decimal sign, and the minor units of a whole amount. */
function bare(text: string): string {
  return fold(text)
    .replace(/ /g, '')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(/\.0+(?!\d)/, '');
}

type Way = (field: never, context: WordsContext) => Said | undefined;

const ways: Readonly<Partial<Record<ValueTypeName, Way>>> = {
  date: dateInWords,
  duration: durationInWords,
  every: everyInWords,
  when: whenInWords,
  hours: hoursInWords,
  renewal: renewalInWords,
  period: periodInWords,
  periods: periodsInWords,
  depends: dependenciesInWords,
  raci: ({ value }: Field<Raci>) => (value === undefined ? undefined : raciWords[value]),
};

const raciWords: Readonly<Record<Raci, Said>> = {
  R: say('does it'),
  A: say('answers for it'),
  'R/A': say('does it and answers for it'),
  C: say('is asked before'),
  I: say('hears afterwards'),
};

function dateInWords(field: Field<DateValue>, { view }: WordsContext): Said | undefined {
  if (typeof field.value === 'string') return differing(field, joined([field.value], ''));
  const day = view.dayOf(field);
  return day === undefined ? undefined : joined([day], '');
}

function durationInWords(field: Field<DurationValue>, { view }: WordsContext): Said | undefined {
  const { value, row } = field;
  if (value === undefined) return undefined;
  const length = durationSaid(value);
  if (value === 'none' || !value.working) return differing(field, length);
  const [owner, ...others] = view.who(ownerOf(row));
  const team = others.length === 0 && owner?.target?.is === 'team' ? owner.target : undefined;
  const hours = team ? teamHours(team.row, view) : officeHours(view);
  if (hours === undefined) return differing(field, length);
  return team
    ? say('{{length}}, counted in the hours of {{team}}: {{hours}}', { length, team: team.name, hours })
    : say('{{length}}, counted in the office hours: {{hours}}', { length, hours });
}

/** Work of a row is done in the hours of its owner (format-details 8). */
function ownerOf(row: Row | undefined): Field | undefined {
  return row && cellOf(row, 'owner');
}

function officeHours({ lead }: View): Said | undefined {
  const { office_hours, zone } = lead?.keys ?? {};
  if (office_hours?.value === undefined || zone?.value === undefined) return undefined;
  return joined([hoursSaid(office_hours.value), zone.value], ', ');
}

function teamHours(row: Row<'teams'>, view: View): Said | undefined {
  const { hours, days, zone } = row.cells;
  if (hours?.value === undefined || zone?.value === undefined) return undefined;
  const times = hours.value.kind === 'office' ? view.lead?.keys.office_hours?.value : hours.value;
  if (times === undefined) return undefined;
  const when = hoursSaid(times);
  // Days that stand with the hours count over those of the team.
  const hasOwnDays = times.kind === 'weekly' || (times.kind === 'times' && times.days !== undefined);
  const on = days?.value === undefined || hasOwnDays ? [] : [weekdaysSaid(days.value)];
  return joined([joined([...on, when], ' '), zone.value], ', ');
}

function hoursInWords(field: Field<Hours>, { view }: WordsContext): Said | undefined {
  const { value, row } = field;
  if (value === undefined) return undefined;
  if (row?.section.key === 'teams') return teamHours(row as unknown as Row<'teams'>, view);
  if (value.kind === 'always') return say('around the clock');
  if (value.kind === 'office') return officeHours(view);
  if (value.kind === 'team') {
    const team = view.findWho(value.team);
    return team?.is === 'team' ? teamHours(team.row, view) : undefined;
  }
  const zone = view.lead?.keys.zone?.value;
  const hours = hoursSaid(value);
  return zone === undefined ? differing(field, joined([hours], '')) : joined([hours, zone], ', ');
}

function everyInWords({ value }: Field<Every>): Said | undefined {
  return value && everySaid(value);
}

/** "on the second Thursday of March at 13:00, Europe/Stockholm". */
function whenInWords({ value }: Field<When>, { view }: WordsContext): Said | undefined {
  if (value === undefined) return undefined;
  const { month, parity, from, to } = value;
  const zone = value.zone ?? view.lead?.keys.zone?.value;
  const parts = [
    onDay(value),
    month === undefined ? undefined : say('of {{month}}', { month: words(monthName(month), 'month') }),
    parity === undefined ? undefined : inWeeks(parity),
    from === undefined
      ? undefined
      : to === undefined
        ? say('at {{time}}', { time: times(from) })
        : say('from {{from}} to {{to}}', { from: times(from), to: times(to) }),
  ].filter((part) => part !== undefined);
  const when = joined(parts, ' ');
  return from === undefined || zone === undefined ? when : joined([when, zone], ', ');
}

function onDay({ weekdays = [], nth, day }: When): Said | undefined {
  if (typeof day === 'number') return say('on day {{day}}', { day: String(day) });
  if (nth !== undefined) {
    const days = weekdays.map((one) => words(weekdayName(one), 'the weekday'));
    return say('on the {{nth}} {{day}}', {
      nth: words(ordinalName(nth), 'ordinal'),
      day:
        day === 'working'
          ? say('working day')
          : days.length > 0
            ? listSaid(days)
            : words('day', 'the weekday'),
    });
  }
  if (day === 'working') return say('on working day');
  if (weekdays.length === 0) return undefined;
  return say('on {{days}}', {
    days: listSaid(weekdays.map((one) => words(weekdayName(one), 'weekdays'))),
  });
}

function inWeeks(parity: 'even' | 'odd'): Said {
  return parity === 'even' ? say('in even ISO weeks') : say('in odd ISO weeks');
}

function renewalInWords(field: Field<Renewal>): Said | undefined {
  const { value } = field;
  if (value === undefined || value.kind === 'none') return undefined;
  const term = value.term && durationSaid(value.term);
  if (value.kind === 'automatic')
    return term
      ? say('renews by itself for {{term}} unless it is refused in time', { term })
      : say('renews by itself unless it is refused in time');
  return term ? say('can be renewed for {{term}}', { term }) : say('can be renewed');
}

function periodInWords(field: Field<Period>): Said | undefined {
  const { value } = field;
  if (value === undefined) return undefined;
  const { from, to } = value;
  return differing(field, say('{{from}} to {{to}}', { from, to }));
}

function periodsInWords(field: Field<readonly Period[]>): Said | undefined {
  const { value } = field;
  if (value === undefined || bare(formatValue({ is: 'periods' }, value)) === bare(field.source.text))
    return undefined;
  return joined(
    value.map(({ form, from, to }) =>
      form === 'days'
        ? say('{{from}} to {{to}}', { from, to })
        : formatValue({ is: 'period' }, { form, from, to }),
    ),
    ', ',
  );
}

/** "needs Ledger, and one of Acquirer Alfa and Acquirer Beta"; nothing where each is needed, or more than there are. */
function dependenciesInWords(field: Field<string>, { view }: WordsContext): Said | undefined {
  const needs = view.dependencies(field);
  if (needs.every(({ of }) => of.length === 1) || !needs.every(isPossible)) return undefined;
  const each = needs.map(({ needed, of }): SaidPart => {
    const names = listSaid(of.map(({ text }) => text));
    if (of.length === 1) return names;
    return needed === 1
      ? say('one of {{names}}', { names })
      : say('{{count}} of {{names}}', { count: String(needed), names });
  });
  return say('needs {{what}}', {
    what: each.reduce((before, next) => say('{{before}}, and {{next}}', { before, next })),
  });
}
