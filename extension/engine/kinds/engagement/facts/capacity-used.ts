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
    const teams = view
      .rows('teams')
      .filter(({ cells }) => view.who(cells.party).some(({ target }) => target?.side === 'supplier'));
    const listed = teams.map(({ cells }) => view.who(cells.people));
    // A team that lists nobody, or somebody who is not known, would make the count too low.
    const isKnown = listed.every(
      (who) => who.length > 0 && who.every(({ target }) => target?.is === 'person'),
    );
    if (teams.length === 0 || !isKnown) return [];
    const people = new Set(listed.flat().map(({ target }) => target?.name));
    const { low, high } = capacity.value;
    const names = teams.map(({ cells }) => cells.team?.source.text ?? '').join(', ');
    return [
      {
        at: capacity,
        value: String(people.size),
        how: say('{{people}} in {{teams}}; agreed are {{agreed}}', {
          people: say('{{count}} {{count|person|people, each counted once,}}', {
            count: String(people.size),
          }),
          teams: names,
          agreed: low === high ? low : say('{{low}} to {{high}}', { low, high }),
        }),
        data: { low, high },
      },
    ];
  },
});
