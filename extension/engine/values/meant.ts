import type { Wording } from '../model/language.ts';
import type { ValueType, ValueTypeName } from '../model/schema.ts';
import { moneyMeant, percentsMeant, quantitiesMeant } from './meant/amounts.ts';
import { levelsMeant, scoresMeant } from './meant/levels.ts';
import { lengthsMeant } from './meant/lengths.ts';
import { scalesMeant, stepsMeant } from './meant/steps.ts';
import { wordsMeant } from './meant/words.ts';
import {
  countedDates,
  daysMeant,
  everyMeant,
  hoursMeant,
  periodsMeant,
  whenMeant,
  windowsMeant,
} from './meant/times.ts';
import { feeNamed } from './fee-named.ts';
import { countryNames } from './country-names.ts';
import { languageNames } from './deceptive-words.ts';
import { datesMeant } from './plain-date.ts';

/** `near` takes a word that is nearly one of ours for it, which is a guess. */
export type Meant = (text: string, near: boolean, type: ValueType) => readonly Wording[];

/**
 * Texts that a value which does not read in the plain writing of its type can mean, folded: one where it says one
 * thing in other words, two where it is one of two. Whether they read is for the caller to see. With `near` a word
 * that is nearly one of ours counts as it, so that what comes of it is a guess.
 */
export function textsMeant(of: ValueType, text: string, near: boolean): readonly Wording[] {
  if (text.length > charactersAtMost) return [];
  const type = of.is;
  const found = [...(bare(text) === text ? [] : [bare(text)]), ...(meanings[type]?.(text, near, of) ?? [])];
  if (found.length > 0) return found;
  const rest = withoutBound(type, text) ?? (near ? withoutDoubt(type, text) : undefined);
  return rest === undefined ? [] : [rest, ...(meanings[type]?.(rest, near, of) ?? [])];
}

const charactersAtMost = 80;

const meanings: Readonly<Partial<Record<ValueTypeName, Meant>>> = {
  duration: lengthsMeant,
  renewal: renewalsMeant,
  money: moneyMeant,
  basis: (text) => [...basisMeant(text), ...moneyMeant(text)],
  percent: (text, _near, type) => percentsMeant(text, 'bound' in type ? type.bound : undefined),
  quantity: quantitiesMeant,
  integer: levelsMeant,
  score: scoresMeant,
  step: stepsMeant,
  scale: scalesMeant,
  scoreOrPass: scoresMeant,
  date: (text, near) => [...datesMeant(text, near, true), ...countedDates(text)],
  plainDate: (text, near) => datesMeant(text, near),
  dateOrYesNo: (text, near) => [...datesMeant(text, near), ...answersMeant(text)],
  yesNo: answersMeant,
  period: periodsMeant,
  periods: periodsMeant,
  measuredOver: windowsMeant,
  every: everyMeant,
  hours: hoursMeant,
  days: daysMeant,
  when: whenMeant,
  country: countriesMeant,
  countries: countriesMeant,
  regions: countriesMeant,
  language: (text) => languageNames.get(text) ?? [text.replace(/_/g, '-')],
  paths: (text) => [text.replace(/\\/g, '/')],
  raci: raciMeant,
  word: wordsMeant,
};

/** Without the quotes, brackets and full stop that stand around it. */
function bare(text: string): string {
  const inner = /^(?:"(.*)"|'(.*)'|\((.*)\))$/.exec(text);
  return (inner?.slice(1).find((one) => one !== undefined) ?? text).replace(/ ?[.;!,]+$/, '').trim();
}

/** What only says that a value is a bound, before the types that are bounds. */
function withoutBound(type: ValueTypeName, text: string): string | undefined {
  const pattern = type === 'duration' ? bounds.length : isDay(type) ? bounds.date : undefined;
  return behind(pattern, text);
}

/** What says that a value is about right, which is another thing than the value. */
function withoutDoubt(type: ValueTypeName, text: string): string | undefined {
  const isAmount = type === 'money' || type === 'basis' || type === 'percent' || type === 'duration';
  return isAmount ? behind(doubt, text) : undefined;
}

function isDay(type: ValueTypeName): boolean {
  return type === 'date' || type === 'plainDate' || type === 'dateOrYesNo';
}

function behind(pattern: RegExp | undefined, text: string): string | undefined {
  const found = pattern?.exec(text)?.[0];
  return found === undefined ? undefined : text.slice(found.length);
}

const bounds = {
  length:
    /^(?:≤|<=?|within|inom|max(?:imum)?\.?|at most|up to|no more than|not more than|högst|som mest|upp till|senast) ?(?=[\d\p{L}])/u,
  date: /^(?:by|until|till|before|on|from|den|the|senast|fr\.o\.m\.|t\.o\.m\.) (?=[\d\p{L}])/u,
} as const;

const doubt = /^(?:approx\.?|approximately|about|around|ca\.?|c:a|circa|cirka|ungefär|~|≈) ?(?=[\d\p{L}€£])/u;

function renewalsMeant(text: string): readonly Wording[] {
  // A length alone says for how long and not whether anybody has to ask.
  if (/^\d{1,3} ?[a-zåäö]{3,9}$/.test(text))
    return [`option, ${text}`, { en: `automatic, ${text}`, sv: `automatisk, ${text}` }];
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
  return feeNamed(text) === undefined ? [] : [{ en: 'fee', sv: 'avgift' }];
}

function answersMeant(text: string): readonly Wording[] {
  if (text === 'y' || text === 'j') return [{ en: 'yes', sv: 'ja' }];
  return text === 'n' ? [{ en: 'no', sv: 'nej' }] : [];
}

/** Who answers and does it has both letters; any other two are two roles of which one holds; written out, a role has its letter. */
function raciMeant(written: string): readonly Wording[] {
  // A star sends to a note.
  const text = written.replace(/ ?[*†‡]+$/, '');
  if (/^(?:r ?[,/&+·]? ?a|a ?[,/&+·]? ?r)$/.test(text)) return ['R/A'];
  const both = /^([raci]) ?[,/&+] ?([raci])$/.exec(text);
  if (both) return [both[1]!.toUpperCase(), both[2]!.toUpperCase()];
  const role = raciWords.get(text);
  if (role !== undefined) return [role];
  return text === written || !/^[raci]$/.test(text) ? [] : [text.toUpperCase()];
}

const raciWords: ReadonlyMap<string, string> = new Map(
  (
    [
      ['R', ['responsible', 'utför', 'utförare', 'genomför']],
      ['A', ['accountable', 'ansvarig', 'ansvarar']],
      ['C', ['consulted', 'consult', 'konsulteras', 'tillfrågas', 'rådfrågas']],
      ['I', ['informed', 'inform', 'informeras']],
    ] as const
  ).flatMap(([letter, words]) => words.map((word) => [word, letter] as const)),
);

function countriesMeant(text: string): readonly Wording[] {
  const code = countryNames.get(text);
  return code === undefined ? [] : [code];
}
