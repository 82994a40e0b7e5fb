import { supplierPeople } from '../../../resolve/supplier-people.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';

export default defineFact({
  name: 'capacity-used',
  kinds: ['engagement'],
  reads: [
    'engagement/capacity',
    'engagement/Teams.People',
    'engagement/Teams.Party',
    'engagement/People.Party',
  ],
  unit: 'integer',
  summary: "How many people the supplier's teams have, each counted once",
  asOf: false,
  compute(view) {
    const capacity = view.lead?.keys.capacity;
    if (capacity?.value === undefined) return [];
    const supplied = supplierPeople(view);
    if (!supplied) return [];
    const { teams, count } = supplied;
    const { low, high } = capacity.value;
    const names = teams.map(({ cells }) => cells.team?.source.text ?? '').join(', ');
    return [
      {
        at: capacity,
        value: String(count),
        how: say('{{people}} in {{teams}}; agreed are {{agreed}}', {
          people: say('{{count}} {{count|person|people, each counted once,}}', {
            count: String(count),
          }),
          teams: names,
          agreed: low === high ? low : say('{{low}} to {{high}}', { low, high }),
        }),
        data: { low, high },
      },
    ];
  },
});
