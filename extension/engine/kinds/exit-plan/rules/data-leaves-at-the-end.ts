import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { personalData } from '../../../resolve/personal-data.ts';
import { defineRule } from '../../../rules/define.ts';
import { emptyKey } from '../../../rules/insert.ts';
import { fenceOf, kindOf } from '../../../rules/place-of.ts';
import { handsOverData } from '../handed-over-data.ts';

export default defineRule({
  code: 'LAW006',
  name: 'data-leaves-at-the-end',
  meta: {
    kinds: ['engagement', 'exit-plan'],
    reads: [
      'engagement/Data.Personal',
      'exit-plan/data_returned_within',
      'exit-plan/data_deleted_within',
      'exit-plan/Handover items.Kind',
      'exit-plan/Handover items.Item',
      'exit-plan/Options.Option',
    ],
    summary: 'Require an exit plan to say when personal data is returned or deleted',
    severity: 'warning',
    scope: 'X',
    profiles: ['gdpr'],
    leavesTo: ['EXT008'],
    since: '0.1.0',
    source: 'Regulation (EU) 2016/679 Art. 28(3)(g)',
  },
  missing: {
    plan: {
      message:
        'There is personal data, and no exit plan says when it is returned or deleted: add "data_returned_within" or "data_deleted_within" to one.',
      ask: 'How soon after the end is the personal data returned, and how soon are its copies deleted?',
      how: 'Write it behind "data_returned_within:" and "data_deleted_within:" in the front matter of the exit plan.',
    },
  },
  engagement(view, report) {
    if (personalData(view).length === 0) return;
    // Where data is handed over EXT008 asks for both.
    if (view.documents.some(handsOverData)) return;
    const isSaid = view.documents.some(
      ({ keys }) => isFilled(keys.data_returned_within) || isFilled(keys.data_deleted_within),
    );
    if (isSaid) return;
    const plan = view.documents.find((document) => isAskedOf(document, 'exit-plan'));
    if (plan === undefined) {
      if (view.lead) report.missing(kindOf(view.lead), 'plan', {});
      return;
    }
    const { data_returned_within: returned, data_deleted_within: deleted } = plan.keys;
    const fixes = [
      ...(returned ? [] : (emptyKey(plan, 'data_returned_within').fixes ?? [])),
      ...(deleted ? [] : (emptyKey(plan, 'data_deleted_within').fixes ?? [])),
    ];
    report.missing(returned ?? deleted ?? fenceOf(plan), 'plan', {}, { fixes });
  },
});
