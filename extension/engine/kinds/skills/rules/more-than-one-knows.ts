import { coverageOf } from '../../../resolve/coverage.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'SKL004',
  name: 'more-than-one-knows',
  meta: {
    kinds: ['skills'],
    reads: [
      'skills/scale',
      'skills/Required skills.Skill',
      'skills/Required skills.Level',
      'skills/Required skills.People',
      'skills/Coverage',
      'skills/Coverage.Skill',
    ],
    summary: 'Require more than one person with each skill',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['SKL003'],
    since: '0.1.0',
  },
  messages: {
    one: 'Only one person has the skill "{{skill}}": teach a second one before the first falls ill or leaves.',
  },
  engagement(view, report) {
    for (const { name, needed, people, rows } of coverageOf(view)) {
      const cell = rows[0]?.cells.skill;
      // Where more are needed SKL003 says how many there are.
      if (!cell || people !== 1 || (needed !== undefined && needed > 1)) continue;
      report.wrong(cell, 'one', { skill: quote(name) });
    }
  },
});
