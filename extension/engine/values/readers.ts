import type { ValueType, ValueTypeName } from '../model/schema.ts';
import type { Money, PathPattern, Score } from '../model/value.ts';
import { readDigest, readEmail, readLanguage, readRaci } from './codes.ts';
import { readDate, readDateOrYesNo, readYesNo } from './date.ts';
import { readDays } from './days.ts';
import { readDurationValue } from './duration.ts';
import { readEvery } from './every.ts';
import { readHours } from './hours.ts';
import { readMeasure } from './measure.ts';
import { readMeasuredOver } from './measured-over.ts';
import { readMoney } from './money.ts';
import { readInteger, readScore } from './number.ts';
import { readBand } from './number-range.ts';
import { cut, fail, tidy, written } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { pathPattern } from './paths.ts';
import { readPercent } from './percent.ts';
import { readPeriod } from './period.ts';
import { readPlainDate } from './plain-date.ts';
import { readQuantity } from './quantity.ts';
import { readCountry, readRegion } from './regions.ts';
import { readRenewal } from './renewal.ts';
import { readScale } from './scale.ts';
import { readStep } from './step.ts';
import { readWhen } from './when.ts';
import { readWord, readWordDetail } from './words.ts';
import type { WordList, WordLists } from './words.ts';
import { readZone } from './zone.ts';

type Reader = (part: Part, lists: WordLists, type: ValueType) => Outcome<unknown>;

/** Readers of whole values; of the types that are lists, of one entry. */
export const readers: Readonly<Partial<Record<ValueTypeName, Reader>>> = {
  word: (part, lists, type) => readWord(part, listOf(type, lists)),
  words: (part, lists, type) => readWord(part, listOf(type, lists)),
  wordDetail: (part, lists, type) => readWordDetail(part, listOf(type, lists)),
  party: (part, lists) => ({ value: lists.party.forms.get(part.text) ?? written(part) }),
  zone: readZone,
  email: readEmail,
  plainDate: (part) => readPlainDate(part),
  date: readDate,
  dateOrYesNo: readDateOrYesNo,
  yesNo: readYesNo,
  duration: readDurationValue,
  percent: readPercent,
  money: readMoney,
  quantity: readQuantity,
  integer: readInteger,
  step: (part, _lists, type) => readStep(part, type),
  score: readScore,
  scoreOrPass: (part, lists) => readScoreOrPass(part, lists.pass_or_fail),
  scale: readScale,
  band: readBand,
  period: readPeriod,
  periods: readPeriod,
  renewal: (part, lists) => readRenewal(part, lists.renewal),
  measuredOver: (part, lists) => readMeasuredOver(part, lists.measured_over),
  every: readEvery,
  when: readWhen,
  hours: readHours,
  days: readDays,
  regions: readRegion,
  countries: readCountry,
  country: readCountry,
  measure: (part, lists) => readMeasure(part, lists.measure),
  basis: (part, lists) => readBasis(part, lists.credit_basis),
  language: readLanguage,
  paths: (part) => readPath(part),
  raci: readRaci,
  digest: readDigest,
};

function listOf(type: ValueType, lists: WordLists): WordList {
  // Only the types with a list come here; the first list stands for a type that has none.
  return lists['list' in type ? type.list : 'status'];
}

/** A score, or whether what it stands for was passed; the reason that many write behind it is no part of it (P30). */
function readScoreOrPass(part: Part, list: WordList): Outcome<Score> {
  const length = beforeReason.exec(part.text)?.[1]?.length;
  const score = length === undefined ? part : cut(part, 0, length);
  const word = list.forms.get(score.text);
  if (word === 'pass' || word === 'fail') return { value: word };
  const read = readScore(score);
  return read.failure?.id === 'notScore' ? fail(part, 'notScoreOrPass') : read;
}

/** What stands before a dash, a colon, a bracket or the like and a word: "4 - knows cards", "pass (seen in May)". */
const beforeReason = /^([^:;(,]{1,40}?) ?(?:(?:- |[:;,] |\()["']?\p{L}|\(\d{4}\b)/u;

/** "fee", or an amount of money. */
function readBasis(part: Part, list: WordList): Outcome<'fee' | Money> {
  if (list.forms.get(part.text) === 'fee') return { value: 'fee' };
  const money = readMoney(part);
  return money.failure?.id === 'notMoney' ? fail(part, 'notBasis', {}, money.failure.replacements) : money;
}

function readPath(part: Part): Outcome<PathPattern> {
  const pattern = pathPattern(tidy(part.whole.raw));
  return pattern === undefined ? fail(part, 'notPath') : { value: pattern };
}
