import { addDays } from '../../../calendar/plain-date.ts';
import { isUnread } from '../../../resolve/terms.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { placesNaming } from '../leaver-places.ts';

/** Days before somebody leaves from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'DOC015',
  name: 'people-still-here',
  meta: {
    kinds: ['engagement', 'people'],
    reads: [
      'engagement/People.Until',
      'engagement/People.Person',
      'engagement/People.Party',
      'engagement/end',
      'engagement/start',
      'ownership-map/Components.Does the work',
      'ownership-map/Components.Accountable',
      'ownership-map/Who does what',
      'ownership-map/Who decides.Decides',
      'goals/Objectives.Owner',
      'goals/KPIs.Owner',
      'goals/Milestones.Due',
      'risk-register/Risks.Owner',
      'risk-register/Risks.Status',
      'communication-plan/Escalation.Contact',
      'engagement/Meetings.Chair',
      'record/Actions.Owner',
      'record/Actions.Due',
      'record/Actions.Status',
      'record/Actions.Done',
      'record/held',
      'exit-plan/exit_manager_client',
      'exit-plan/exit_manager_supplier',
      'engagement/sponsor_client',
      'engagement/sponsor_supplier',
      '*/owner',
      '*/counterpart',
    ],
    summary: 'Ask for documents that no longer name who has left',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    named: 'Write somebody else where "{{name}}" is named: {{places}}.',
  },
  due(view) {
    const end = view.lead?.keys.end;
    if (isUnread(end)) return [];
    return view.rows('people').flatMap((row) => {
      const { person, until } = row.cells;
      const day = until?.value;
      if (person?.state !== 'read' || day === undefined) return [];
      if (end?.value !== undefined && day >= end.value) return [];
      const places = placesNaming(row, day, view);
      if (places.length === 0) return [];
      return [
        {
          at: until!,
          id: 'named' as const,
          data: {
            name: quote(person.source.text),
            places: say('{{n}} {{n|place|places}}', { n: String(places.length) }),
          },
          day,
          listedFrom: addDays(day, -leadDays),
          on: view.findWho(person.source.text)?.side ?? ('both' as const),
        },
      ];
    });
  },
});
