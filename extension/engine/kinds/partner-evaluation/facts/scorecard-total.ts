import {
  add,
  compare,
  divide,
  exact,
  multiply,
  plain,
  round,
  subtract,
  type Exact,
} from '../../../measure/decimal.ts';
import type { GovernedDocument } from '../../../model/document.ts';
import type { Decimal, NumberRange } from '../../../model/value.ts';
import { scoresOf } from '../../../resolve/gates.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineFact, type FactDraft } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { isPassOrFail } from '../../../values/number.ts';
import { quote } from '../../../values/quote.ts';
import { decimal, figures, say } from '../../../values/say.ts';
import type { Said } from '../../../model/said.ts';
import { scoreScale } from '../score-scale.ts';
import { candidatesOf } from '../shortfalls.ts';
import { weightsOf, type Weighted } from '../weights.ts';

export default defineFact({
  name: 'scorecard-total',
  kinds: ['partner-evaluation'],
  reads: [
    'partner-evaluation/Criteria.Criterion',
    'partner-evaluation/Criteria.Weight',
    'partner-evaluation/Scores',
    'partner-evaluation/scale',
    'partner-evaluation/missing_scores',
  ],
  unit: 'decimal',
  summary: 'The weighted mean of the scores of a candidate',
  asOf: false,
  compute(view) {
    return view.documents.flatMap((document) =>
      candidatesOf(document).flatMap((candidate) => totalOf(candidate, document)),
    );
  },
});

function totalOf(candidate: string, document: GovernedDocument): readonly FactDraft[] {
  const weights = weightsOf(document);
  const scale = scoreScale(document);
  const policy = policyOf(document);
  if (!weights || !scale || policy === undefined) return [];
  const scored = weights.criteria.map((one) => ({ ...one, score: scoreOf(candidate, one) }));
  // A total without what does not read would be a guess.
  if (scored.some(({ score }) => score === null)) return [];
  const missing = scored.filter(({ score }) => score === undefined);
  if (missing.length > 0 && policy === 'no total') return [];
  const counted = policy === 'count as zero' ? scored : scored.filter(({ score }) => score !== undefined);
  const sum = sumUp(counted.map(({ value }) => exact(value)));
  if (compare(sum, exact(0)) <= 0) return [];
  const total = divide(
    sumUp(counted.map(({ value, score }) => multiply(exact(value), exact(score ?? '0')))),
    sum,
  );
  const names = missing.map(({ row }) => row.cells.criterion?.source.text ?? '');
  return [
    {
      at: document.sections.get('scores')!,
      value: plain(exact(round(total, 6))),
      how: workingSaid(
        candidate,
        counted.length - (policy === 'count as zero' ? missing.length : 0),
        missing.length,
        policy,
        scale.range,
      ),
      data: { candidate, ...sharesOf(total, scale.range), missing: names },
    },
  ];
}

type Policy = 'no total' | 'left out' | 'count as zero';

function policyOf({ keys }: GovernedDocument): Policy | undefined {
  const { missing_scores: stated } = keys;
  return isFilled(stated) ? stated?.value : 'no total';
}

/** Undefined where none is written, null where it is no number. */
function scoreOf(candidate: string, { row }: Weighted): Decimal | null | undefined {
  const field = scoresOf(row).find((one) => foldName(one.candidate) === foldName(candidate))?.field;
  if (!isFilled(field)) return undefined;
  const value = field?.value;
  return value === undefined || isPassOrFail(value) ? null : (value as Decimal);
}

function sumUp(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => add(sum, value), exact(0));
}

/** A mean of 3.65 on a scale from 1 to 5 is 73 % of the highest score, and 66.25 % of the way up. */
function sharesOf(total: Exact, { low, high }: NumberRange): Readonly<Record<string, string>> {
  const percent = (part: Exact, whole: Exact): string =>
    plain(exact(round(multiply(divide(part, whole), exact(100)), 2)));
  const range = subtract(exact(high), exact(low));
  return {
    ...(compare(exact(high), exact(0)) > 0 && { percentOfMaximum: percent(total, exact(high)) }),
    ...(compare(range, exact(0)) > 0 && { percentOfRange: percent(subtract(total, exact(low)), range) }),
  };
}

function workingSaid(
  candidate: string,
  count: number,
  missing: number,
  policy: Policy,
  { low, high }: NumberRange,
): Said {
  const data = {
    candidate: quote(candidate),
    scores: say('{{n}} {{n|score|scores}}', { n: figures(String(count)) }),
    low: decimal(low),
    high: decimal(high),
  };
  if (missing === 0)
    return say('the weighted mean of {{scores}} of "{{candidate}}" from {{low}} to {{high}}', data);
  const lacking = { ...data, unscored: String(missing) };
  return policy === 'left out'
    ? say(
        'the weighted mean of {{scores}} of "{{candidate}}" from {{low}} to {{high}}; missing and left out: {{unscored}}',
        lacking,
      )
    : say(
        'the weighted mean of {{scores}} of "{{candidate}}" from {{low}} to {{high}}; missing and counted as zero: {{unscored}}',
        lacking,
      );
}
