import { coverageOf } from '../../../resolve/coverage.ts';
import { defineFact } from '../../../rules/define.ts';
import { listSaid, say } from '../../../values/say.ts';

export default defineFact({
  name: 'skill-coverage',
  kinds: ['skills'],
  reads: [
    'skills/scale',
    'skills/Required skills.Skill',
    'skills/Required skills.Level',
    'skills/Required skills.People',
    'skills/Coverage',
    'skills/Coverage.Skill',
  ],
  unit: 'integer',
  summary: 'How many people have a required skill, and how many are needed',
  asOf: false,
  compute(view) {
    return coverageOf(view).flatMap(({ skill, needed, rows, people, holders }) => {
      if (rows.length === 0 || people === undefined || needed === undefined) return [];
      const parts = holders
        .filter(({ count }) => count > 0)
        .map(({ name, isPerson, count }) =>
          isPerson ? name : say('{{count}} in {{team}}', { count: String(count), team: name }),
        );
      const wanted = String(needed);
      const how =
        parts.length === 0
          ? say('nobody; needed are {{needed}}', { needed: wanted })
          : say('{{parts}}; needed are {{needed}}', { parts: listSaid(parts), needed: wanted });
      const perTeam = Object.fromEntries(holders.map(({ name, count }) => [name, count]));
      return [{ at: skill, value: String(people), how, data: { needed, perTeam } }];
    });
  },
});
