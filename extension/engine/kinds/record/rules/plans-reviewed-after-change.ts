import type { GovernedDocument } from '../../../model/document.ts';
import type { KindKey } from '../../../model/schema.ts';
import { isAskedOf } from '../../../resolve/asked-of.ts';
import { defineRule } from '../../../rules/define.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { approvedChanges, type ApprovedChange } from '../approved-changes.ts';

export default defineRule({
  code: 'REC015',
  name: 'plans-reviewed-after-change',
  meta: {
    kinds: ['record', 'exit-plan', 'risk-register'],
    reads: [
      'record/Changes.What',
      'record/type',
      'record/held',
      'record/outcome',
      'record/status',
      'signoff/document',
      'signoff/date',
      '*/formerly',
      'file/tables',
      'file/links',
    ],
    summary: 'Require exit plans and risk registers to be signed again after a change of terms',
    severity: 'info',
    scope: 'X',
    profiles: ['full', 'dora'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 28(8)',
  },
  messages: {
    older:
      'The newest sign-off of "{{title}}" is of {{signed}}, before "{{what}}" was changed on {{held}}: review it, and sign it again.',
  },
  engagement(view, report) {
    const plans = view.documents.filter(isPlan);
    if (plans.length === 0) return; // equivalent: there is nobody to tell
    const change = approvedChanges(view).findLast(isOfTerms);
    if (!change) return;
    for (const plan of plans) {
      const signed = view.signoffsOf(plan).findLast(({ keys }) => keys.date?.value !== undefined)?.keys
        .date?.value;
      if (signed === undefined || signed >= change.held) continue;
      report.wrong(
        kindOf(plan),
        'older',
        { title: quote(plan.title), signed, what: quote(change.words), held: change.held },
        { related: [{ at: change.row.cells.what!, message: say('what was changed') }] },
      );
    }
  },
});

function isPlan(document: GovernedDocument): boolean {
  return isAskedOf(document, 'exit-plan') || isAskedOf(document, 'risk-register');
}

/** What plans are made for: the terms of the contract, the goals, and what is promised. */
const terms: ReadonlySet<KindKey> = new Set<KindKey>(['engagement', 'goals', 'sla']);

/** Whether it changes a value of those. A document may hold sections of several kinds. */
function isOfTerms({ place, of }: ApprovedChange): boolean {
  const [value] = 'row' in place ? [] : place.values;
  const row = 'row' in place ? place.row : value?.row;
  if (row) return terms.has(row.section.spec.kind);
  return value !== undefined && terms.has(of.kind);
}
