import type { Field } from '../../../model/document.ts';
import type { SaidPart } from '../../../model/said.ts';
import { riskScore } from '../../../resolve/risks.ts';
import { placeIn } from '../../../resolve/scales.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { isWord } from '../../../values/step-scale.ts';
import { stepSaid } from '../../../values/step.ts';

export default defineFact({
  name: 'risk-score',
  kinds: ['risk-register'],
  reads: [
    'risk-register/scale',
    'risk-register/Risks.Likelihood',
    'risk-register/Risks.Impact',
    'risk-register/Risks.Likelihood after',
    'risk-register/Risks.Impact after',
  ],
  unit: 'integer',
  summary: 'How bad a risk is: likelihood times impact, after the action where both are rated',
  asOf: false,
  compute(view) {
    return view.rows('risks').flatMap((row) => {
      const score = riskScore(row);
      if (!score) return [];
      const { likelihood, impact, likelihood_after, impact_after } = row.cells;
      const { before, after } = score;
      const product = say('likelihood {{likelihood}} times impact {{impact}}', {
        likelihood: rated(likelihood!),
        impact: rated(impact!),
      });
      const how =
        after === undefined
          ? product
          : say('after the action likelihood {{likelihood}} times impact {{impact}}; before it {{product}}', {
              likelihood: rated(likelihood_after!),
              impact: rated(impact_after!),
              product: String(before),
            });
      return [{ at: row, value: String(score.score), how, data: { before, after: after ?? null } }];
    });
  },
});

/** A number, or a word with its place. */
function rated(rating: Field<string>): SaidPart {
  const step = stepSaid(rating.value!);
  return isWord(rating.value!)
    ? say('{{word}} ({{place}})', { word: step, place: String(placeIn(rating)) })
    : step;
}
