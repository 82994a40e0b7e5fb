import type { Said, SaidPart } from '../model/said.ts';
import type { Money, TimeUnit } from '../model/value.ts';
import { moneyFigure } from './figures.ts';
import { figures, joined, say } from './say.ts';

const rates: Readonly<Record<TimeUnit, (amount: SaidPart) => Said>> = {
  second: (amount) => say('{{amount}} per second', { amount }),
  minute: (amount) => say('{{amount}} per minute', { amount }),
  hour: (amount) => say('{{amount}} per hour', { amount }),
  day: (amount) => say('{{amount}} per day', { amount }),
  week: (amount) => say('{{amount}} per week', { amount }),
  month: (amount) => say('{{amount}} per month', { amount }),
  quarter: (amount) => say('{{amount}} per quarter', { amount }),
  year: (amount) => say('{{amount}} per year', { amount }),
};

/** "48 500 EUR per month", "48 500.50 EUR". */
export function moneySaid({ amount, currency, per }: Money): Said {
  const sum = joined([figures(moneyFigure(amount)), currency], ' ');
  return per === undefined ? sum : rates[per](sum);
}

/** The same of an exact amount as facts have it: "582000.00 EUR", "48500.00 EUR per month". */
export function amountSaid(value: string): Said {
  const [, amount, currency = '', per] = /^(-?\d+(?:\.\d+)?) (\S+)(?: per (\w+))?$/.exec(value) ?? [];
  return amount === undefined
    ? joined([value], '')
    : moneySaid({ amount, currency, ...(per !== undefined && { per: per as NonNullable<Money['per']> }) });
}
