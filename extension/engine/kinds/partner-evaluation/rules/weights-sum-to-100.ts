import { defineRule } from '../../../rules/define.ts';
import { decimal } from '../../../values/say.ts';
import { isWhole, weightsOf } from '../weights.ts';

export default defineRule({
  code: 'SCR001',
  name: 'weights-sum-to-100',
  meta: {
    kinds: ['partner-evaluation'],
    reads: [
      'partner-evaluation/Criteria.Criterion',
      'partner-evaluation/Criteria.Weight',
      'partner-evaluation/Scores',
    ],
    summary: 'Require weights that add up to 100',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    sum: 'The weights add up to {{sum}} and not to {{whole}}: change them until they do, so that each is a part of the whole.',
  },
  document(document, _view, report) {
    const weights = weightsOf(document);
    if (!weights || isWhole(weights)) return;
    report.wrong(document.sections.get('criteria')!, 'sum', {
      sum: decimal(weights.sum),
      whole: weights.whole,
    });
  },
});
