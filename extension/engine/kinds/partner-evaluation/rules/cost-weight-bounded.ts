import { compareDecimals, sumOf } from '../../../measure/decimal.ts';
import { defineRule } from '../../../rules/define.ts';
import { decimal, say } from '../../../values/say.ts';
import { weightsOf } from '../weights.ts';

export default defineRule({
  code: 'SCR003',
  name: 'cost-weight-bounded',
  meta: {
    kinds: ['partner-evaluation'],
    reads: [
      'partner-evaluation/Criteria.Criterion',
      'partner-evaluation/Criteria.Category',
      'partner-evaluation/Criteria.Weight',
      'partner-evaluation/Scores',
    ],
    summary: 'Forbid a choice by cost alone',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    cost: 'Cost weighs {{sum}} of {{whole}}, more than half: give at least as much to what the partner can do.',
  },
  document(document, _view, report) {
    const weights = weightsOf(document);
    if (!weights) return;
    const costs = weights.criteria.filter(({ row }) => row.cells.category?.value === 'cost');
    const sum = sumOf(costs.map(({ value }) => value));
    if (compareDecimals(sum, weights.whole === '1' ? '0.5' : '50') <= 0) return;
    const fields = costs.map(({ weight }) => weight);
    report.wrong(
      fields.at(-1)!,
      'cost',
      { sum: decimal(sum), whole: weights.whole },
      { related: fields.slice(0, -1).map((at) => ({ at, message: say('cost too') })) },
    );
  },
});
