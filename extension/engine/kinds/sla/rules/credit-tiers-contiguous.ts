import { tierSetsOf, type TierSet } from '../../../resolve/credit-tiers.ts';
import type { TierProblem } from '../../../measure/credits.ts';
import type { Field } from '../../../model/document.ts';
import type { Decimal } from '../../../model/value.ts';
import { defineRule, type FixDraft, type Reporter } from '../../../rules/define.ts';
import { hasEqualStarts, orderProblems, readTiers } from '../tier-order.ts';
import { say, decimal } from '../../../values/say.ts';
import type { Said } from '../../../model/said.ts';

const messages = {
  empty: 'No result is at least {{from}} % and below {{below}} %: From must be less than Below.',
  gap: 'Nothing is earned from {{gapFrom}} % up to {{gapTo}} %: close the gap between the tiers.',
  overlap:
    'Results from {{from}} % up to {{below}} % stand in two tiers: each tier must end where the one above it begins.',
  noFloor: 'Nothing is earned below {{from}} %: the lowest tier must begin at 0 %.',
} as const;

export default defineRule({
  code: 'SLA004',
  name: 'credit-tiers-contiguous',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Service credits.From',
      'sla/Service credits.Below',
      'sla/Service credits.Service',
      'sla/Services.Service',
    ],
    summary: 'Require tiers of service credits without gap or overlap, down to 0 %',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
    source: 'half-open tiers as public clouds write them (domain.md 2.11)',
  },
  messages,
  document(document, view, report) {
    for (const set of tierSetsOf(document, view)) checkSet(set, report);
  },
});

function checkSet(set: TierSet, report: Reporter<typeof messages, Record<never, never>>): void {
  const tiers = readTiers(set);
  for (const problem of orderProblems(tiers, set)) {
    const tier = tiers[problem.tier]!;
    const { from, below } = tier.fields;
    if (problem.is === 'empty') {
      const data = { from: decimal(tier.from), below: decimal(tier.below) };
      report.wrong(below, 'empty', data, { related: [{ at: from, message: say('where the tier begins') }] });
    } else if (problem.is === 'no floor') {
      // Of two tiers that begin alike nobody knows which is the lowest.
      const fixes = hasEqualStarts(tiers)
        ? []
        : [setTo(from, say('Set From to {{percent}}', { percent: '0 %' }), '0 %')];
      report.wrong(from, 'noFloor', { from: decimal(problem.from) }, { fixes });
    } else sayBoundary(problem, below, tiers[problem.above]!.fields.from, report);
  }
}

function sayBoundary(
  problem: Extract<TierProblem, { is: 'gap' | 'overlap' }>,
  below: Field<Decimal>,
  above: Field<Decimal>,
  report: Reporter<typeof messages, Record<never, never>>,
): void {
  const [low, high] = [decimal(problem.from), decimal(problem.below)];
  const end = above.source.text.trim();
  const extra = {
    related: [{ at: above, message: say('the tier above begins here') }],
    fixes: [setTo(below, say('Set Below to {{percent}}', { percent: end }), end)],
  };
  if (problem.is === 'gap') report.wrong(below, 'gap', { gapFrom: low, gapTo: high }, extra);
  else report.wrong(below, 'overlap', { from: low, below: high }, extra);
}

/** Which of two ends is right is a person's to say, so the fix is offered and not applied unasked. */
function setTo(field: Field, title: Said, text: string): FixDraft {
  return {
    title,
    edits: [{ document: field.document, span: field.source.span, text }],
  };
}
