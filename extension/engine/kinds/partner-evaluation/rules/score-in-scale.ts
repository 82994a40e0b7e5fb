import { compareDecimals } from '../../../measure/decimal.ts';
import type { Field, GovernedDocument } from '../../../model/document.ts';
import type { Decimal, NumberRange } from '../../../model/value.ts';
import { isGate, scoresOf } from '../../../resolve/gates.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { decimal, say } from '../../../values/say.ts';
import { scoreScale } from '../score-scale.ts';
import { isPassOrFail } from '../../../values/number.ts';

export default defineRule({
  code: 'SCR002',
  name: 'score-in-scale',
  meta: {
    kinds: ['partner-evaluation'],
    reads: [
      'partner-evaluation/scale',
      'partner-evaluation/Scores',
      'partner-evaluation/Scores.Criterion',
      'partner-evaluation/Criteria.Criterion',
      'partner-evaluation/Criteria.Weight',
      'partner-evaluation/Criteria.Minimum',
    ],
    summary: 'Require scores and minimums that lie on the scale',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    outside: '"{{score}}" is outside the scale of this document: write a score from {{low}} to {{high}}.',
    unstated:
      '"{{score}}" is outside 1 to 5, the usual scale: write another score, or state the scale of this document under "scale".',
    passed:
      '"{{score}}" is no score, and "{{criterion}}" has a weight: write a score from {{low}} to {{high}}, or take the weight away.',
  },
  document(document, _view, report) {
    const scale = scoreScale(document);
    if (!scale) return;
    const { range, stated } = scale;
    const ends = { low: decimal(range.low), high: decimal(range.high) };
    for (const row of document.sections.get('criteria')?.rows ?? []) {
      if (!isFilled(row.cells.weight)) continue;
      for (const { field } of scoresOf(row)) {
        if (!isPassOrFail(field.value)) continue;
        const criterion = quote(row.cells.criterion?.source.text ?? '');
        report.wrong(field, 'passed', { score: quote(field.source.text), criterion, ...ends });
      }
    }
    const outside = ratingsOf(document).filter((field) => !isWithin(field, range));
    if (stated) {
      for (const field of outside)
        report.wrong(field, 'outside', { score: quote(field.source.text), ...ends });
      return;
    }
    // Where no scale is stated, that is the one cause of them all.
    const [first, ...others] = outside;
    if (!first) return;
    const related = others.map((at) => ({ at, message: say('outside of it too') }));
    report.wrong(first, 'unstated', { score: quote(first.source.text) }, { related });
  },
});

/** Scores and minimums in numbers, as they stand; those of gates left out. */
function ratingsOf({ sections }: GovernedDocument): readonly Field[] {
  const minimums = (sections.get('criteria')?.rows ?? []).flatMap((row) =>
    row.cells.minimum && !isGate(row) ? [row.cells.minimum] : [],
  );
  const scores = (sections.get('scores')?.rows ?? []).flatMap(({ further }) =>
    further.map(({ field }) => field),
  );
  return [...minimums, ...scores].filter((field) => field.value !== undefined && !isPassOrFail(field.value));
}

function isWithin({ value }: Field, { low, high }: NumberRange): boolean {
  return compareDecimals(value as Decimal, low) >= 0 && compareDecimals(value as Decimal, high) <= 0;
}
