import { addDays, addMonths } from '../../../calendar/plain-date.ts';
import { hoursOf, sharedBetween, workingTeams } from '../working-teams.ts';
import { quote } from '../../../values/quote.ts';
import { defineFact } from '../../../rules/define.ts';
import { figures, say } from '../../../values/say.ts';
import type { Said } from '../../../model/said.ts';

export default defineFact({
  name: 'overlap-hours',
  kinds: ['engagement', 'people', 'communication-plan'],
  reads: [
    'engagement/Teams.Zone',
    'engagement/Teams.Hours',
    'engagement/Teams.Days',
    'engagement/Teams.Holidays',
    'engagement/office_hours',
  ],
  unit: 'hours',
  summary: 'The fewest hours that two teams work at the same time, over the 12 months from the as-of date',
  asOf: true,
  compute(view, { asOf }) {
    const to = addDays(addMonths(asOf, 12), -1);
    const teams = workingTeams(view);
    const shared = sharedBetween(asOf, to);
    return teams.flatMap((first, i) =>
      teams.slice(i + 1).flatMap((second) => {
        const found = shared(first, second);
        if (!found) return [];
        const smallest = hoursOf(found.smallestSeconds);
        const largest = hoursOf(found.largestSeconds);
        const changes = found.changes.map(({ date, seconds }) => ({ date, hours: hoursOf(seconds) }));
        return [
          {
            at: first.row,
            value: smallest,
            how: say(
              'shared by "{{first}}" and "{{second}}" on their common working days from {{from}} to {{to}}: {{hours}}',
              {
                first: quote(first.name),
                second: quote(second.name),
                from: asOf,
                to,
                hours: inWords(smallest, largest),
              },
            ),
            data: { with: second.name, largest, changes },
          },
        ];
      }),
    );
  },
});

function inWords(smallest: string, largest: string): Said {
  if (smallest === largest) return say('{{hours}} {{hours|hour|hours}}', { hours: figures(smallest) });
  return say('{{smallest}} to {{largest}} {{largest|hour|hours}}', {
    smallest: figures(smallest),
    largest: figures(largest),
  });
}
