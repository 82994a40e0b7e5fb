import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { onlyRehearser } from '../rehearsals.ts';

export default defineRule({
  code: 'PRC010',
  name: 'rehearsed-by-several',
  meta: {
    kinds: ['process'],
    reads: [
      'process/title',
      'process/type',
      'process/component',
      'process/Rehearsals.Who',
      'ownership-map/Components.Importance',
    ],
    summary: 'Require more than one person to have rehearsed the runbook of a critical component',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    alone: '"{{person}}" alone has ever rehearsed "{{title}}": let somebody else follow it next time.',
  },
  engagement(view, report) {
    for (const { document } of view.sections('rehearsals')) {
      const only = onlyRehearser(document, view);
      if (only === undefined) continue;
      const { last, earlier } = only;
      const data = { person: quote(last.source.text), title: quote(document.title) };
      const related = earlier.map((at) => ({ at, message: say('the same person') }));
      report.wrong(last, 'alone', data, { related });
    }
  },
});
