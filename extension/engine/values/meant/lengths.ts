import type { Wording } from '../../model/language.ts';
import type { TimeUnit } from '../../model/value.ts';
import { units, type UnitWord } from '../grammar-words.ts';
import { lengthIn } from '../length-in.ts';
import { nearMiss } from '../near-miss.ts';

/** What a text can mean that is no length of time as it stands: "15mins", "9-12 months", "1h 30min". Folded. */
export function lengthsMeant(text: string, near: boolean): readonly Wording[] {
  const next = nextWorkingDay.has(text) ? [lengthIn('1', workingDay)] : [];
  if (atOnce.has(text)) return ['at once'];
  return [
    ...next,
    ...nthDay(text, near),
    ...oneLength(text, near),
    ...bothEnds(text, near),
    ...inParts(text, near),
  ];
}

/** The day by which a report is there, counted from the end of what it is about: "by the 5th working day" (P28). */
function nthDay(text: string, near: boolean): readonly Wording[] {
  const [, number = '', word = ''] = nth.exec(text) ?? [];
  const unit = unitMeant(word, near);
  return unit && unit.unit === 'day' ? [lengthIn(number, unit)] : [];
}

const nth =
  /^(?:(?:by|on|until|no later than|senast|på|till) )?(?:(?:the|den) )?(\d{1,3})(?:st|nd|rd|th|:e|:a|:s) ([a-zåäö]+(?: day)?)(?: (?:of|in) (?:the|each|every) (?:next |following )?(?:month|quarter|year)| i (?:varje )?(?:månad|månaden|kvartal|kvartalet)| varje månad| efter (?:månadsskiftet|månadens slut|kvartalsskiftet))?$/;

const workingDay: UnitWord = { unit: 'day', working: true };
const nextWorkingDay: ReadonlySet<string> = new Set([
  'nbd',
  'next business day',
  'next working day',
  'nästa arbetsdag',
  'nästkommande arbetsdag',
]);

const atOnce: ReadonlySet<string> = new Set([
  'immediate',
  'immediately',
  'instant',
  'instantly',
  'zero',
  'omedelbart',
  'genast',
  'direkt',
]);

/** A number, or a word for one, with a unit that is known by other letters. */
function oneLength(text: string, near: boolean): readonly Wording[] {
  // "four (4) hours" says one thing twice, where both say the same.
  const twice = /^([a-zåäö]{2,6}) ?\((\d{1,6})\) ?(.{1,30})$/.exec(text);
  if (twice && numberWords.get(twice[1] ?? '') !== twice[2]) return [];
  const plain = (twice ? `${twice[2]} ${twice[3]}` : text).replace(/^(\d{1,6})-(?=\p{L})/u, '$1 ');
  // "24+ months" is at least that.
  const match = (
    near
      ? /^(\d[\d .,]{0,14}|[a-zåäö]{2,6} )\+? ?([a-zåäö][a-zåäö .]{0,24})$/
      : /^(\d[\d .,]{0,14}|[a-zåäö]{2,6} ) ?([a-zåäö][a-zåäö .]{0,24})$/
  ).exec(plain);
  const number = match?.[1]?.trim() ?? '';
  const unit = unitMeant(match?.[2] ?? '', near);
  const n = numberWords.get(number) ?? (/^\d/.test(number) ? number : undefined);
  return unit && n !== undefined ? [lengthIn(n, unit)] : [];
}

/** Two numbers around "-" or "to" with one unit: either end. */
function bothEnds(text: string, near: boolean): readonly Wording[] {
  const match =
    /^(\d{1,6}(?:[.,]\d{1,3})?) ?(?:-|to |or |till |eller )? ?(\d{1,6}(?:[.,]\d{1,3})?) ?([a-zåäö][a-zåäö .]{0,24})$/.exec(
      text,
    );
  const isDivided = /\d ?(?:-|to |or |till |eller )/.test(text);
  const unit = unitMeant(match?.[3] ?? '', near);
  if (!match || !unit || !isDivided) return [];
  return [lengthIn(match[1] ?? '', unit), lengthIn(match[2] ?? '', unit)];
}

/** Units of which one holds a whole number of the other, whatever the day. */
const smaller: ReadonlyMap<TimeUnit, readonly [unit: TimeUnit, count: number]> = new Map([
  ['minute', ['second', 60]],
  ['hour', ['minute', 60]],
  ['week', ['day', 7]],
  ['year', ['month', 12]],
] as const);

/** "1 hour 30 minutes" in the smaller of its units. */
function inParts(text: string, near: boolean): readonly Wording[] {
  const match = /^(\d{1,6}) ?([a-zåäö]{1,10})\.? ?(?:,|and|och|&|\+)? ?(\d{1,6}) ?([a-zåäö]{1,10})\.?$/.exec(
    text,
  );
  const [, big = '', bigUnit = '', small = '', smallUnit = ''] = match ?? [];
  const first = unitMeant(bigUnit, near);
  const below = first && !first.working ? smaller.get(first.unit) : undefined;
  // Behind hours an "m" is minutes.
  const second = smallUnit === 'm' && first?.unit === 'hour' ? minutes : unitMeant(smallUnit, near);
  if (!below || second?.unit !== below[0] || second.working) return [];
  return [lengthIn(String(Number(big) * below[1] + Number(small)), second)];
}

const minutes: UnitWord = { unit: 'minute', working: false };

function unitMeant(word: string, near: boolean): UnitWord | undefined {
  const trimmed = word.trim().replace(/\.$/, '');
  const known = units.get(trimmed) ?? units.get(abbreviations.get(trimmed) ?? '');
  if (known || !near) return known;
  const meant = nearMiss(trimmed, units.keys());
  return meant === undefined ? undefined : units.get(meant);
}

/** Short forms that mean one unit and are not read. */
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['sec', 'second'],
  ['secs', 'second'],
  ['mins', 'minute'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['calendar day', 'day'],
  ['calendar days', 'day'],
  ['kalenderdag', 'day'],
  ['kalenderdagar', 'day'],
  ['working hr', 'working hour'],
  ['working hrs', 'working hour'],
  ['business hr', 'working hour'],
  ['business hrs', 'working hour'],
  ['bus. hours', 'working hour'],
  ['wk', 'week'],
  ['wks', 'week'],
  ['mth', 'month'],
  ['mths', 'month'],
  ['mos', 'month'],
  ['yr', 'year'],
  ['yrs', 'year'],
  ['arbetsdagen', 'arbetsdag'],
  ['arb.dag', 'arbetsdag'],
  ['arb.dagar', 'arbetsdag'],
  ['arb dagar', 'arbetsdag'],
  ['bus. days', 'working day'],
  ['workdays', 'working day'],
  ['workday', 'working day'],
]);

/** Numbers that people write out, in English and Swedish. */
const numberWords: ReadonlyMap<string, string> = new Map(
  [
    ['one', 'en', 'ett'],
    ['two', 'två'],
    ['three', 'tre'],
    ['four', 'fyra'],
    ['five', 'fem'],
    ['six', 'sex'],
    ['seven', 'sju'],
    ['eight', 'åtta'],
    ['nine', 'nio'],
    ['ten', 'tio'],
    ['eleven', 'elva'],
    ['twelve', 'tolv'],
  ].flatMap((words, i) => words.map((word) => [word, String(i + 1)] as const)),
);
