import type { Figures, Said, SaidPart } from '../model/said.ts';
import type { Duration, DurationValue, Every, TimeUnit } from '../model/value.ts';
import { formatNumber } from './format-value.ts';
import { figures, joined, say, words } from './say.ts';

type Counted = (n: SaidPart) => Said;

/** A number of each unit of time. */
const counted: Readonly<Record<TimeUnit, Counted>> = {
  second: (n) => say('{{n}} {{n|second|seconds}}', { n }),
  minute: (n) => say('{{n}} {{n|minute|minutes}}', { n }),
  hour: (n) => say('{{n}} {{n|hour|hours}}', { n }),
  day: (n) => say('{{n}} {{n|day|days}}', { n }),
  week: (n) => say('{{n}} {{n|week|weeks}}', { n }),
  month: (n) => say('{{n}} {{n|month|months}}', { n }),
  quarter: (n) => say('{{n}} {{n|quarter|quarters}}', { n }),
  year: (n) => say('{{n}} {{n|year|years}}', { n }),
};

const countedInWork: Readonly<Record<'hour' | 'day', Counted>> = {
  hour: (n) => say('{{n}} {{n|working hour|working hours}}', { n }),
  day: (n) => say('{{n}} {{n|working day|working days}}', { n }),
};

/** "15 minutes", "1 working day", "none". */
export function durationSaid(value: DurationValue): Said {
  return value === 'none' ? say('none') : lengthSaid(value);
}

export function lengthSaid({ n, unit, working }: Duration): Said {
  const number = figures(formatNumber(n));
  return working && (unit === 'hour' || unit === 'day') ? countedInWork[unit](number) : counted[unit](number);
}

/** A whole number of days. */
export function daysSaid(days: number): Said {
  return counted.day(countFigure(days));
}

/** A whole number alone, for a sentence that has the word itself: its digits are grouped. */
export function countFigure(count: number): Figures {
  return figures(formatNumber(String(count)));
}

type EveryUnit = Every['unit'];

const everyOne: Readonly<Record<EveryUnit, Said>> = {
  day: say('every day'),
  week: say('every week'),
  month: say('every month'),
  quarter: say('every quarter'),
  year: say('every year'),
};

const everySecond: Readonly<Record<EveryUnit, Said>> = {
  day: say('every 2 days'),
  week: say('every 2 weeks'),
  month: say('every 2 months'),
  quarter: say('every 2 quarters'),
  year: say('every 2 years'),
};

const everySo: Readonly<Record<EveryUnit, (n: string) => Said>> = {
  day: (n) => say('every {{n}} days', { n }),
  week: (n) => say('every {{n}} weeks', { n }),
  month: (n) => say('every {{n}} months', { n }),
  quarter: (n) => say('every {{n}} quarters', { n }),
  year: (n) => say('every {{n}} years', { n }),
};

/** "every week", "every 2 weeks". */
export function everySaid({ n, unit, parity }: Every): Said {
  if (parity) return parity === 'even' ? say('in even ISO weeks') : say('in odd ISO weeks');
  return n === 1 ? everyOne[unit] : n === 2 ? everySecond[unit] : everySo[unit](String(n));
}

/** What passes between two occurrences, as it stands behind "every": "month", "2 weeks". */
export function intervalSaid({ n, unit, parity }: Every): Said {
  if (parity) return parity === 'even' ? say('even weeks') : say('odd weeks');
  return n === 1 ? joined([words(unit, 'one')], '') : counted[unit](String(n));
}
