import type { Wording } from '../../model/language.ts';
import { anchors, units, weekdays } from '../grammar-words.ts';
import { unitIn } from '../length-in.ts';
import { months } from '../months.ts';
import { nearMiss } from '../near-miss.ts';
import { around, inLanguage } from '../wording.ts';

/** "14 days before end" as "end - 14 days"; a length that is counted from a named day. Folded. */
export function countedDates(text: string): readonly Wording[] {
  const match =
    /^(\d{1,4} [a-zåäö ]{1,20}) (before|after|från|from|före|innan|efter) (?:the )?([a-zåäö_ ]{3,20})$/.exec(
      text,
    );
  const alone =
    /^(?:within |inom |in |om )?(\d{1,3} (?:(?:working|business) )?(?:days?|weeks?|months?|dag(?:ar)?|arbetsdag(?:ar)?|veck(?:a|or)|månad(?:er)?))$/.exec(
      text,
    );
  // Nobody said from when.
  if (alone) return ['held', 'start'].map((anchor) => `${anchor} + ${alone[1]}`);
  if (!match || !anchors.has(match[3] ?? '')) return [];
  const [, length = '', word = '', anchor = ''] = match;
  const sign = word === 'before' || word === 'före' || word === 'innan' ? '-' : '+';
  return [`${anchor} ${sign} ${length}`];
}

/** A period in other order or words: "October 2026", "Q4 2026", "vecka 46 2026". Folded. */
export function periodsMeant(text: string): readonly Wording[] {
  const named = /^([a-zåäö]{3,9})\.?,? (\d{4})$/.exec(text);
  const month = named && months.get(named[1] ?? '');
  if (named && month) return [`${named[2]}-${twoDigits(month)}`];
  const numbered = /^(\d{4})[./ -](\d{1,2})$/.exec(text);
  if (numbered) return [`${numbered[1]}-${twoDigits(Number(numbered[2]))}`];
  const reversed = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  if (reversed) return [`${reversed[2]}-${twoDigits(Number(reversed[1]))}`];
  const quarter =
    /^(\d{4})[ /-]?(?:q|kv|kvartal|quarter)\.? ?([1-4])$/.exec(text) ??
    swapped(/^(?:q|kv|kvartal|quarter)\.? ?([1-4])[ ,/-]{1,2}(\d{4})$/.exec(text));
  if (quarter) return [`${quarter[1]}-Q${quarter[2]}`];
  const week =
    /^(\d{4})[ /-]?(?:w|v|week|vecka)\.? ?(\d{1,2})$/.exec(text) ??
    swapped(/^(?:w|v|week|vecka)\.? ?(\d{1,2})[ ,/-]{1,2}(\d{4})$/.exec(text));
  return week ? [`${week[1]}-W${twoDigits(Number(week[2]))}`] : [];
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && [match[0], match[2], match[1]];
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/** Times of day with "am" and "pm", and hours without minutes behind days or alone: "mon-fri 8-17", "mån-tor: 8-17; fre: 8-16". Folded. */
export function hoursMeant(text: string): readonly Wording[] {
  if (alwaysOpen.has(text)) return [{ en: '24x7', sv: 'dygnet runt' }];
  if (text === '24/5' || text === '24x5') return ['Monday-Friday 00:00-24:00'];
  const plain = text
    .replace(/^m ?- ?f(?=[ ,:])/, 'monday-friday')
    .replace(/^7 (?:days|dagar)(?: (?:a|per|i|om) (?:week|veckan))?(?=[ ,])/, 'every day')
    .replace(/(\d|[ap]m|[a-zåäö]) ?(?:[;+]|(?<=[\d m])\/) ?(?=[a-zåäö])/g, '$1, ')
    .replace(/([a-zåäö])\.? ?: ?(?=[\da-zåäö])/g, '$1 ')
    .replace(/^(\d.*\d(?: ?[ap]m)?) (?![ap]m$)([a-zåäö][a-zåäö ,-]*)$/, '$2 $1')
    .replace(/^([a-zåäö .-]{2,40}), ?(?=\d)/, '$1 ');
  return plain !== text ? [plain, ...timesMeant(plain)] : timesMeant(plain);
}

/** Every range of hours without minutes, or with "am" and "pm". */
function timesMeant(text: string): readonly Wording[] {
  // "9-5" is a day's work or a night's: with "am" and "pm" it says which.
  const [day, night] = [12, 0].map((more) => withMinutes(text, more));
  if (day === undefined || night === undefined || day === text) return [];
  return day === night ? [day] : [day, night];
}

/** The text with its ranges of hours in full; what ends before it begins is `more` hours later. Undefined where a time does not exist. */
function withMinutes(text: string, more: number): string | undefined {
  let exists = true;
  const mended = text.replace(
    /(?<![\d:.a-z])(\d{1,2})(?:[:.]?(\d{2}))? ?(am|pm)? ?(?:-|to|till) ?(\d{1,2})(?:[:.]?(\d{2}))? ?(am|pm)?(?![\d:.a-z])/g,
    (...match) => {
      const [from, fromMinute, fromHalf, to, toMinute, toHalf] = match.slice(1, 7) as (string | undefined)[];
      const range = rangeOf(
        { hour: from!, minute: fromMinute, half: fromHalf },
        { hour: to!, minute: toMinute, half: toHalf },
        more,
      );
      exists &&= range !== undefined;
      return range ?? '';
    },
  );
  return exists ? mended : undefined;
}

interface Clock {
  readonly hour: string;
  readonly minute: string | undefined;
  readonly half: string | undefined;
}

function rangeOf(from: Clock, to: Clock, more: number): string | undefined {
  const isPlain = from.minute !== undefined && to.minute !== undefined && !from.half && !to.half;
  if (!isPlain && from.half === undefined && Number(to.hour) <= Number(from.hour)) {
    if (Number(to.hour) > 12 || to.half !== undefined || Number(to.hour) === Number(from.hour))
      return undefined;
    // Who writes "22" has a day of 24 hours.
    const later = Number(from.hour) > 12 ? 0 : more;
    return `${twoDigits(Number(from.hour))}:${from.minute ?? '00'}-${twoDigits(Number(to.hour) + later)}:${to.minute ?? '00'}`;
  }
  const first = inDay(from.hour, from.half);
  const last = inDay(to.hour, to.half);
  if (first === undefined || last === undefined) return undefined;
  return `${first}:${from.minute ?? '00'}-${last}:${to.minute ?? '00'}`;
}

const alwaysOpen: ReadonlySet<string> = new Set([
  '24/7/365',
  '24x7x365',
  '24 x 7',
  '24/7/52',
  '7x24',
  '24 hours a day',
  'always',
  'alltid',
]);

function inDay(hour: string, half: string | undefined): string | undefined {
  if (half === undefined) return hour.padStart(2, '0');
  const n = Number(hour);
  return n < 1 || n > 12 ? undefined : twoDigits((n % 12) + (half === 'pm' ? 12 : 0));
}

/** Names of weekdays with a slip, and times with "am" and "pm". Folded. */
export function whenMeant(text: string, near: boolean): readonly Wording[] {
  const dayOfMonth =
    /^(?:(?:the|den) )?(\d{1,2})(?:st|nd|rd|th|:e|:a)(?: (?:of|every|each|i|varje) (?:the |each )?(?:month|månaden|månad))?$/.exec(
      text,
    );
  if (dayOfMonth) return [{ en: `day ${dayOfMonth[1]}`, sv: `dag ${dayOfMonth[1]}` }];
  const mended = text
    .replace(/ (?:of|in|i) (?:the |each |every |varje )?(?:month|månaden|månad)\b/, '')
    .replace(
      /\b(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)\b/g,
      (all: string, hour: string, minute: string | undefined, half: string) => {
        const time = inDay(hour, half);
        return time === undefined ? all : `${time}:${minute ?? '00'}`;
      },
    )
    .replace(nameOfDay, (word) => (near ? nearWeekday(word) : word));
  return mended === text ? [] : [mended];
}

/** Days of the week with a slip. Folded. */
export function daysMeant(text: string, near: boolean): readonly Wording[] {
  if (!near) return [];
  const mended = text.replace(nameOfDay, nearWeekday);
  return mended === text ? [] : [mended];
}

const nameOfDay = /[a-zåäö]{4,12}/g;

function nearWeekday(word: string): string {
  return weekdays.has(word) ? word : (nearMiss(word, weekdays.keys()) ?? word);
}

/** How often, in other words: "once a month", "per month", "montly". Folded. */
export function everyMeant(text: string, near: boolean): readonly Wording[] {
  const adverb = adverbs.get(text);
  if (adverb !== undefined) return [adverb];
  const counted =
    /^(?:every|each|var|varje|vart) (other|second|two|three|four|six|annan|annat|två|tre|fyra|sex) ([a-zåäö]{2,12})$/.exec(
      text,
    );
  const several = counted && units.get(counted[2] ?? '');
  if (several && !several.working)
    return [around(unitIn(several), (one) => `${times.get(counted[1] ?? '') ?? '2'} ${one}`)];
  const match =
    /^(?:once|one time|en gång|1 gång|1x|1 time)? ?(?:a|an|per|each|every|i|om|varje)? ?([a-zåäö]{2,12})$/.exec(
      text,
    );
  const word = match?.[1] ?? '';
  const unit = units.get(word) ?? (near ? units.get(nearMiss(word, units.keys()) ?? '') : undefined);
  return unit && !unit.working ? [unitIn(unit)] : [];
}

/** A window of measurement by the name of its unit: "month", "per månad", "monthly". Folded. */
export function windowsMeant(text: string): readonly Wording[] {
  const match = /^(?:(?:per|each|every|a|varje|i) )?(?:calendar |kalender)?([a-zåäö]{3,12})$/.exec(text);
  return windows.get(match?.[1] ?? '') ?? [];
}

/** The calendar window that a text is a name of: "month", "per månad", "monthly". Folded. */
export function windowNamed(text: string): 'week' | 'month' | 'quarter' | 'year' | undefined {
  const [meant] = windowsMeant(text.replace(/^\/ ?/, 'per '));
  if (meant === undefined) return undefined;
  const plain = inLanguage(meant, 'en').replace('calendar ', '');
  return plain === 'month' || plain === 'quarter' || plain === 'year' ? plain : 'week';
}

const window = (en: string, sv: string): readonly Wording[] => [{ en, sv }];
const windows: ReadonlyMap<string, readonly Wording[]> = new Map(
  (
    [
      [
        ['month', 'months', 'monthly', 'månad', 'månadsvis', 'månatlig'],
        window('calendar month', 'kalendermånad'),
      ],
      [
        ['quarter', 'quarters', 'quarterly', 'kvartal', 'kvartalsvis'],
        window('calendar quarter', 'kalenderkvartal'),
      ],
      [
        ['year', 'years', 'yearly', 'annual', 'annually', 'år', 'årlig', 'årligen', 'årsvis'],
        window('calendar year', 'kalenderår'),
      ],
      [['week', 'weeks', 'weekly', 'vecka', 'veckovis'], window('week', 'vecka')],
    ] as const
  ).flatMap(([words, meant]) => words.map((word) => [word, meant] as const)),
);

const adverbs: ReadonlyMap<string, string> = new Map([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['fortnightly', '2 weeks'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['half-yearly', '6 months'],
  ['semi-annually', '6 months'],
  ['halvårsvis', '6 månader'],
  ['annual', 'year'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['dagligen', 'dag'],
  ['veckovis', 'vecka'],
  ['månadsvis', 'månad'],
  ['kvartalsvis', 'kvartal'],
  ['årligen', 'år'],
]);

const times: ReadonlyMap<string, string> = new Map([
  ['three', '3'],
  ['tre', '3'],
  ['four', '4'],
  ['fyra', '4'],
  ['six', '6'],
  ['sex', '6'],
]);
