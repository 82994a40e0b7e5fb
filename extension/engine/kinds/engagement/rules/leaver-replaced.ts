import { isUnread } from '../../../resolve/terms.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { leaverPlaces, type LeaverPlace } from '../leaver-places.ts';
import { say } from '../../../values/say.ts';
import type { Said } from '../../../model/said.ts';

export default defineRule({
  code: 'ENG020',
  name: 'leaver-replaced',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/People.Until',
      'engagement/end',
      'ownership-map/Components.Accountable',
      'ownership-map/Components.Does the work',
      'ownership-map/Components.Backup',
      'ownership-map/Who does what',
      'ownership-map/Who decides.Decides',
      'goals/Objectives.Owner',
      'goals/KPIs.Owner',
      'goals/Milestones.Due',
      'risk-register/Risks.Owner',
      'communication-plan/Escalation.Contact',
      'engagement/Meetings.Chair',
      'record/Actions.Owner',
      'exit-plan/exit_manager_client',
      'exit-plan/exit_manager_supplier',
      'engagement/sponsor_client',
      'engagement/sponsor_supplier',
      '*/owner',
      '*/counterpart',
    ],
    summary: 'Require a successor for a person who leaves before the contract ends',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    leavesTo: ['KTP009'],
    since: '0.1.0',
  },
  messages: {
    leaves:
      '"{{name}}" leaves on {{until}}, before the contract ends on {{end}}, and is the only name in {{places}}: name a successor there.',
    leavesOpen:
      '"{{name}}" leaves on {{until}}, while the contract has no end, and is the only name in {{places}}: name a successor there.',
  },
  engagement(view, report) {
    const end = view.lead?.keys.end;
    if (isUnread(end)) return;
    for (const row of view.rows('people')) {
      const { person, until } = row.cells;
      const day = until?.value;
      if (day === undefined || (end?.value !== undefined && day >= end.value)) continue;
      const places = leaverPlaces(row, day, view);
      if (places.length === 0) continue;
      const related = places.map((place) => ({ at: place.field, message: relatedMessage(place) }));
      const data = {
        name: quote(person?.source.text ?? ''),
        until: day,
        places: say('{{n}} {{n|place|places}}', { n: String(places.length) }),
      };
      if (end?.value === undefined) report.wrong(until!, 'leavesOpen', data, { related });
      else report.wrong(until!, 'leaves', { ...data, end: end.value }, { related });
    }
  },
});

function relatedMessage({ what, hasBackup }: LeaverPlace): Said {
  return hasBackup ? say('{{what}}, with a backup', { what }) : what;
}
