import { defineRule } from '../../../rules/define.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'SKL001',
  name: 'motive-names-skills',
  meta: {
    kinds: ['skills'],
    reads: ['engagement/motives', 'skills/Required skills.Skill'],
    summary: 'Require the skills to be named where skills are a motive of outsourcing',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC020'],
    looksIn: ['required_skills'],
    since: '0.1.0',
  },
  missing: {
    skills: {
      message:
        'Specialised skills are a motive, and no required skill says which: list them under "Required skills".',
      ask: 'You outsource to get specialised skills: which are they, and at which level?',
      how: 'Write a document of kind skills with a row under "Required skills" for each.',
    },
  },
  engagement(view, report) {
    const { lead } = view;
    const motives = lead?.keys.motives;
    if (!lead || !motives?.value?.includes('specialised skills') || view.rows('required_skills').length > 0)
      return;
    report.missing(kindOf(lead), 'skills', {}, { related: [{ at: motives, message: say('the motives') }] });
  },
});
