import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { namesSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { say } from '../../../values/say.ts';
import { hardToReplace, isLockInSeen } from '../../exit-plan/lock-in.ts';

/** One critical component is a risk of its own; from the second on it is one of concentration. */
const componentsAtLeast = 2;

export default defineRule({
  code: 'RSK012',
  name: 'concentration-seen',
  meta: {
    kinds: ['risk-register', 'ownership-map'],
    reads: [
      'ownership-map/Components.Component',
      'ownership-map/Components.Importance',
      'ownership-map/Components.Does the work',
      'engagement/People.Party',
      'engagement/Teams.Party',
      'risk-register/Risks.Category',
      'risk-register/Risks.Status',
      'exit-plan/substitutability',
      'exit-plan/Options.Option',
      'exit-plan/Handover items.Item',
    ],
    summary: 'Require a risk where the supplier alone does the work on all that is critical',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC014', 'EXT014', 'DOC020'],
    looksIn: ['risks'],
    since: '0.1.0',
  },
  missing: {
    risk: {
      message:
        'The supplier alone does the work on {{components}}, and no open risk is of category concentration: add it.',
      ask: 'What happens if the supplier fails, who alone does the work on {{components}}?',
      how: 'Add a row under Risks with the category "concentration".',
    },
  },
  engagement(view, report) {
    const critical = view.rows('components').filter(({ cells }) => cells.importance?.value === 'critical');
    if (critical.length < componentsAtLeast || !critical.every((row) => isSuppliersAlone(row, view))) return;
    if (isLockInSeen(view) || hardToReplace(view)) return;
    const register = view.sections('risks').find(({ rows }) => rows.length > 0);
    // A register without risks is told so by DOC014.
    if (!register && view.documentsOf('risk-register').length > 0) return;
    const fix =
      register && addRows(say('Add a risk row'), register.document, 'risks', [{ category: 'concentration' }]);
    const at = register ?? kindOf(view.lead ?? critical[0]!.section.document);
    report.missing(at, 'risk', { components: namesSaid(critical) }, { fixes: fix ? [fix] : [] });
  },
});

/** Whether everybody who does the work is on the supplier's side; a name that nobody has may be anybody. */
function isSuppliersAlone({ cells }: Row<'components'>, view: View): boolean {
  const names = view.who(cells.does_the_work);
  return names.length > 0 && names.every(({ target }) => target?.side === 'supplier');
}
