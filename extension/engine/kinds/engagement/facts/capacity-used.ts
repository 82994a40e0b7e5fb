import { defineFact } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';

export default defineFact({
  name: 'capacity-used',
  kinds: ['engagement'],
  reads: [
    'engagement/capacity',
    'engagement/Teams.People',
    'engagement/Teams.Party',
    'engagement/People.Party',
  ],
  unit: 'people',
  summary: "How many people the supplier's teams have, each counted once",
  asOf: false,
  compute(view) {
    const capacity = view.lead?.keys.capacity;
    if (capacity?.value === undefined) return [];
    const teams = view
      .rows('teams')
      .filter(({ cells }) => view.who(cells.party).some(({ target }) => target?.side === 'supplier'));
    const isListed = teams.length > 0 && teams.every(({ cells }) => cells.people?.state === 'read');
    if (!isListed) return [];
    const people = new Set(
      teams.flatMap(({ cells }) =>
        view
          .who(cells.people)
          .flatMap(({ target }) => (target?.is === 'person' ? [foldName(target.name)] : [])),
      ),
    );
    const { low, high } = capacity.value;
    const names = teams.map(({ cells }) => cells.team?.source.text ?? '').join(', ');
    return [
      {
        at: capacity,
        value: String(people.size),
        how: `${people.size} people in ${names}, each counted once; agreed are ${low} to ${high}`,
        data: { low, high },
      },
    ];
  },
});
