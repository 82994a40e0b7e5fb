import { tierSetsOf } from '../../../resolve/credit-tiers.ts';
import { fallingCredits } from '../../../measure/credits.ts';
import { defineRule } from '../../../rules/define.ts';
import { hasEqualStarts, orderProblems, readTiers } from '../tier-order.ts';
import { say, decimal } from '../../../values/say.ts';

export default defineRule({
  code: 'SLA005',
  name: 'credits-monotone',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Service credits.Credit',
      'sla/Service credits.From',
      'sla/Service credits.Below',
      'sla/Services.Service',
    ],
    summary: 'Require a worse result to earn at least as much credit as a better one',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    less: 'A result below {{below}} % earns {{credit}} %, less than the {{better}} % of the better tier above it: a worse result may not cost less.',
  },
  document(document, view, report) {
    for (const set of tierSetsOf(document, view)) {
      const tiers = readTiers(set);
      // Where the ends are wrong nobody knows which tier stands above which.
      if (hasEqualStarts(tiers) || orderProblems(tiers, set).length > 0) continue;
      const withCredit = tiers.filter(({ row }) => row.cells.credit?.value !== undefined);
      for (const falling of fallingCredits(withCredit)) {
        const tier = withCredit[falling.tier]!;
        const above = withCredit[falling.above]!;
        report.wrong(
          tier.row.cells.credit!,
          'less',
          { below: decimal(tier.below), credit: decimal(tier.credit), better: decimal(above.credit) },
          { related: [{ at: above.row.cells.credit!, message: say('the credit of the tier above') }] },
        );
      }
    }
  },
});
