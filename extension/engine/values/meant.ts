import type { Wording } from '../model/language.ts';
import type { ValueTypeName } from '../model/schema.ts';
import { moneyMeant, quantitiesMeant } from './meant/amounts.ts';
import { lengthsMeant } from './meant/lengths.ts';
import {
  countedDates,
  daysMeant,
  everyMeant,
  hoursMeant,
  periodsMeant,
  whenMeant,
  windowsMeant,
} from './meant/times.ts';
import { datesMeant } from './plain-date.ts';

type Meant = (text: string) => readonly Wording[];

/**
 * Texts that a value which does not read can mean, of its type, folded: one where it is certain, two where
 * it is one of two. Whether they read is for the caller to see.
 */
export function textsMeant(type: ValueTypeName, text: string): readonly Wording[] {
  if (text.length > charactersAtMost) return [];
  const found = [...(bare(text) === text ? [] : [bare(text)]), ...(meanings[type]?.(text) ?? [])];
  if (found.length > 0) return found;
  const rest = withoutHedge(type, text);
  return rest === undefined ? [] : [rest, ...(meanings[type]?.(rest) ?? [])];
}

const charactersAtMost = 80;

const meanings: Readonly<Partial<Record<ValueTypeName, Meant>>> = {
  duration: lengthsMeant,
  renewal: renewalsMeant,
  money: moneyMeant,
  basis: (text) => [...basisMeant(text), ...moneyMeant(text)],
  percent: quantitiesMeant,
  quantity: quantitiesMeant,
  date: (text) => [...datesMeant(text), ...countedDates(text)],
  plainDate: datesMeant,
  dateOrYesNo: (text) => [...datesMeant(text), ...answersMeant(text)],
  yesNo: answersMeant,
  period: periodsMeant,
  periods: periodsMeant,
  measuredOver: windowsMeant,
  every: everyMeant,
  hours: hoursMeant,
  days: daysMeant,
  when: whenMeant,
  language: (text) => [text.replace(/_/g, '-')],
  paths: (text) => [text.replace(/\\/g, '/')],
  raci: raciMeant,
};

/** Without the quotes, brackets and full stop that stand around it. */
function bare(text: string): string {
  const inner = /^(?:"(.*)"|'(.*)'|\((.*)\))$/.exec(text);
  return (inner?.slice(1).find((one) => one !== undefined) ?? text).replace(/ ?[.;!,]+$/, '').trim();
}

/** What only says that a value is a bound or about right, before the types that it changes nothing of. */
function withoutHedge(type: ValueTypeName, text: string): string | undefined {
  const isLength = type === 'duration';
  const isDate = type === 'date' || type === 'plainDate' || type === 'dateOrYesNo';
  const isAmount = type === 'money' || type === 'basis' || type === 'percent';
  const pattern = isLength ? hedges.length : isDate ? hedges.date : isAmount ? hedges.amount : undefined;
  const hedge = pattern?.exec(text)?.[0];
  return hedge === undefined ? undefined : text.slice(hedge.length);
}

const hedges = {
  length:
    /^(?:≤|<=?|within|inom|max(?:imum)?\.?|at most|up to|no more than|not more than|högst|som mest|upp till|senast|approx\.?|approximately|about|around|ca\.?|c:a|circa|cirka|ungefär|~|≈) ?(?=[\d\p{L}])/u,
  date: /^(?:by|until|till|before|on|from|den|the|senast|from|fr\.o\.m\.|t\.o\.m\.) (?=[\d\p{L}])/u,
  amount: /^(?:approx\.?|approximately|about|around|ca\.?|c:a|circa|cirka|ungefär|~|≈) ?(?=[\d\p{L}€£])/u,
} as const;

function renewalsMeant(text: string): readonly Wording[] {
  const match =
    /^(automatic|automatically|automatisk|automatiskt|auto|option|options|no|nej)(?:,? (?:renewal|förlängning))?(?:(?:,| for| på| med)? (\d.{0,20}))?$/.exec(
      text,
    );
  if (!match) return [];
  const [, head = '', term] = match;
  if (head === 'no' || head === 'nej') return term === undefined ? [{ en: 'none', sv: 'ingen' }] : [];
  const behind = term === undefined ? '' : `, ${term}`;
  return [
    head.startsWith('auto') ? { en: `automatic${behind}`, sv: `automatisk${behind}` } : `option${behind}`,
  ];
}

function basisMeant(text: string): readonly Wording[] {
  return feeWords.has(text) ? [{ en: 'fee', sv: 'avgift' }] : [];
}

const feeWords: ReadonlySet<string> = new Set([
  'monthly fee',
  'the fee',
  'the monthly fee',
  'fees',
  'månadsavgift',
  'månadsavgiften',
  'avgiften',
]);

function answersMeant(text: string): readonly Wording[] {
  if (text === 'y' || text === 'j') return [{ en: 'yes', sv: 'ja' }];
  return text === 'n' ? [{ en: 'no', sv: 'nej' }] : [];
}

/** Two letters stand for two roles of which one holds; written out, a role has its letter. */
function raciMeant(text: string): readonly Wording[] {
  const both = /^([raci]) ?[,/&+] ?([raci])$/.exec(text);
  if (both) return [both[1]!.toUpperCase(), both[2]!.toUpperCase()];
  return /^(?:responsible|accountable|consulted|informed)$/.test(text) ? [text.charAt(0).toUpperCase()] : [];
}
