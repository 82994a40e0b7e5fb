import { grammar } from '../model/generated/grammar.ts';
import type { Language } from '../model/language.ts';
import type { Comparator, TimeUnit, Weekday } from '../model/value.ts';

type Group = keyof typeof grammar;
type WordOf<G extends Group> = (typeof grammar)[G][number]['word'];

/** The English word of each form of a group, by folded form. */
function formsOf<G extends Group>(group: G): ReadonlyMap<string, WordOf<G>> {
  const forms = new Map<string, WordOf<G>>();
  for (const { word, forms: all } of grammar[group]) for (const form of all) forms.set(form, word);
  return forms;
}

function formsThatAre<G extends Group>(group: G, word: WordOf<G>): ReadonlySet<string> {
  return new Set([...formsOf(group)].filter(([, english]) => english === word).map(([form]) => form));
}

export interface UnitWord {
  readonly unit: TimeUnit;
  readonly working: boolean;
}

/** Units of time, "working hour" and "working day" among them. */
export const units: ReadonlyMap<string, UnitWord> = new Map(
  [...formsOf('unit')].map(([form, word]) => [form, unitOf(word)]),
);

function unitOf(word: WordOf<'unit'>): UnitWord {
  if (word === 'working hour') return { unit: 'hour', working: true };
  if (word === 'working day') return { unit: 'day', working: true };
  return { unit: word, working: false };
}

/** What a text begins with that says that there is nothing. */
export const deniers: ReadonlySet<string> = new Set([...formsOf('none').keys(), ...formsOf('deny').keys()]);

/** What stands before the number of a level. */
export const levelWords: ReadonlySet<string> = new Set(formsOf('level').keys());

/** Headings of what people keep beside our sections, under which no table is taken for one of ours. */
export const freeHeadings: ReadonlySet<string> = new Set(formsOf('free_heading').keys());

/** What a heading says of rows that are no longer, or not really, part of what is kept. */
export const setAsideWords: ReadonlyMap<string, WordOf<'set_aside'>> = formsOf('set_aside');

/** What a table calls the steps of a scale that it explains. */
export const scaleColumnWords: ReadonlySet<string> = new Set(formsOf('scale_column').keys());

/** What parts of a text are called that have a number: "section", "appendix". */
export const numberedParts: ReadonlySet<string> = new Set(formsOf('numbered').keys());

export const comparators: ReadonlyMap<string, Comparator> = formsOf('compare');

const weekdayNames: readonly WordOf<'weekday'>[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

export const weekdays: ReadonlyMap<string, Weekday> = new Map(
  [...formsOf('weekday')].map(([form, word]) => [form, (weekdayNames.indexOf(word) + 1) as Weekday]),
);

/** The English name of a weekday, 1 for Monday. */
export function weekdayName(day: Weekday): string {
  return weekdayNames[day - 1] ?? '';
}

/** The name of a weekday in documents of a language, 1 for Monday. */
export function weekdayNameIn(day: Weekday, language: Language): string {
  return language === 'en' ? weekdayName(day) : grammar.weekday[day - 1]!.sv;
}

export type Ordinal = 1 | 2 | 3 | 4 | -1;
const ordinalOf: Readonly<Record<WordOf<'ordinal'>, Ordinal>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: -1,
};

export const ordinals: ReadonlyMap<string, Ordinal> = new Map(
  [...formsOf('ordinal')].map(([form, word]) => [form, ordinalOf[word]]),
);

/** The English word of an ordinal, -1 for the last. */
export function ordinalName(nth: Ordinal): string {
  return Object.entries(ordinalOf).find(([, n]) => n === nth)?.[0] ?? '';
}

/** What heads a column of numbers by which rows are known; a reference is one where what stands below looks like it. */
export const rowIdWords = formsOf('row_id');
/** What heads the names that rows had before. */
export const rowFormerWords: ReadonlySet<string> = new Set(formsOf('row_former').keys());
/** Names of rows that are computed of the others: totals, averages, ranks. */
export const computedRowWords: ReadonlyMap<string, string> = formsOf('computed_row');
/** What heads a column of remarks, sums or other numbers among those that are named after people or candidates. */
export const remarkColumnWords = formsOf('remark_column');
/** What heads the place for a signature. */
export const signatureWords: ReadonlySet<string> = new Set(formsOf('signature').keys());
/** What stands where a choice is still to be made. */
export const maskWords: ReadonlyMap<string, string> = formsOf('mask');
/** The two parties together, and everybody. */
export const bothWords: ReadonlySet<string> = formsThatAre('who', 'both');
export const everybodyWords: ReadonlySet<string> = formsThatAre('who', 'all');
/** What a company's name has behind or before it, in law: "AB", "Lda". */
export const companyForms: ReadonlyMap<string, string> = formsOf('company_form');
/** Keys of records by what people call them in the first lines of minutes. */
export const minutesWords = formsOf('minutes');
/** Ratings in words, low or rare or expert, by folded form. */
export const ratingWords: ReadonlyMap<string, string> = formsOf('rating');
export const recurrences = formsOf('recurrence');
export const fixedHours = formsOf('hours');
/** The fee, and the fee of a period, by what people call it. */
export const feeWords = formsOf('fee');
/** What stands behind days that have no hours. */
export const closedWords = formsOf('closed');
export const anchors = formsOf('anchor');
export const noneWords: ReadonlySet<string> = formsThatAre('none', 'none');
export const noDataWords: ReadonlySet<string> = formsThatAre('result', 'no data');
export const everyDayWords: ReadonlySet<string> = formsThatAre('days', 'every day');
export const clockWords: ReadonlySet<string> = formsThatAre('clock', 'at');
export const peopleWords: ReadonlySet<string> = formsThatAre('people', 'people');
export const andWords: ReadonlySet<string> = formsThatAre('join', 'and');
export const ofWords: ReadonlySet<string> = formsThatAre('join', 'of');
export const perWords: ReadonlySet<string> = formsThatAre('join', 'per');
export const toWords: ReadonlySet<string> = formsThatAre('join', 'to');
export const rollingWords: ReadonlySet<string> = formsThatAre('join', 'rolling');
/** `true` and `false` are what YAML writers use for yes and no (format-details.md item 4). */
export const yesNoWords: ReadonlyMap<string, boolean> = new Map<string, boolean>([
  ...[...formsOf('yes_no')].map(([form, word]) => [form, word === 'yes'] as const),
  ['true', true],
  ['false', false],
]);
