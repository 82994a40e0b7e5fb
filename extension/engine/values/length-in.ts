import type { Language, Wording } from '../model/language.ts';
import type { Decimal, TimeUnit } from '../model/value.ts';
import type { UnitWord } from './grammar-words.ts';
import { around, inEachLanguage } from './wording.ts';

type Forms = readonly [one: string, many: string];

const forms: Readonly<Record<Language, Readonly<Record<TimeUnit, Forms>>>> = {
  en: {
    second: ['second', 'seconds'],
    minute: ['minute', 'minutes'],
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    quarter: ['quarter', 'quarters'],
    year: ['year', 'years'],
  },
  sv: {
    second: ['sekund', 'sekunder'],
    minute: ['minut', 'minuter'],
    hour: ['timme', 'timmar'],
    day: ['dag', 'dagar'],
    week: ['vecka', 'veckor'],
    month: ['månad', 'månader'],
    quarter: ['kvartal', 'kvartal'],
    year: ['år', 'år'],
  },
};

const beforeWorking: Readonly<Record<Language, string>> = { en: 'working ', sv: 'arbets' };

/** A number as it was written and a unit of time, as documents of each language write them: "15 minutes", "8 arbetstimmar". */
export function lengthIn(n: Decimal, { unit, working }: UnitWord): Wording {
  return inEachLanguage((language) => {
    const [one, many] = forms[language][unit];
    return `${n} ${working ? beforeWorking[language] : ''}${n === '1' ? one : many}`;
  });
}

/** A unit of time, as documents of each language name one of it. */
export function unitIn(unit: UnitWord): Wording {
  return around(lengthIn('1', unit), (length) => length.slice('1 '.length));
}
