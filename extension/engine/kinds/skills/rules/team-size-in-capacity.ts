import { supplierPeople } from '../../../resolve/supplier-people.ts';
import { defineRule } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'SKL007',
  name: 'team-size-in-capacity',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/capacity',
      'engagement/Teams.Team',
      'engagement/Teams.People',
      'engagement/Teams.Party',
      'engagement/People.Party',
    ],
    summary: "Require as many people in the supplier's teams as were agreed",
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    fewer:
      "The supplier's teams have {{people}} {{people|person|people}}, fewer than the agreed {{low}}: fill them, or agree on another number.",
    more: "The supplier's teams have {{people}} {{people|person|people}}, more than the agreed {{high}}: take some out, or agree on another number.",
  },
  engagement(view, report) {
    const capacity = view.lead?.keys.capacity;
    const supplied = supplierPeople(view);
    if (!capacity?.value || !supplied) return;
    const { low, high } = capacity.value;
    const { count, teams } = supplied;
    const related = teams.map(({ cells }) => ({ at: cells.people!, message: say('people of the supplier') }));
    const people = String(count);
    if (count < Number(low)) report.wrong(capacity, 'fewer', { people, low }, { related });
    if (count > Number(high)) report.wrong(capacity, 'more', { people, high }, { related });
  },
});
