import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { hasUnread, lettersOf } from '../raci.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'OWN002',
  name: 'someone-does-it',
  meta: {
    kinds: ['ownership-map'],
    reads: ['ownership-map/Who does what'],
    summary: 'Require someone who does each activity',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
    source: 'RACI practice: at least one responsible in each row (domain.md 2.8)',
  },
  messages: {
    nobody: 'Nobody does "{{activity}}": give an R to whoever does it, or R/A where the accountable does it.',
  },
  document(document, _view, report) {
    for (const row of document.sections.get('who_does_what')?.rows ?? []) {
      const { activity } = row.cells;
      if (activity?.state !== 'read' || hasUnread(row)) continue;
      const letters = lettersOf(row);
      if (letters.length === 0 || letters.some(({ letter }) => letter === 'R' || letter === 'R/A')) continue;
      const accountable = letters.filter(({ letter }) => letter === 'A');
      report.wrong(
        activity,
        'nobody',
        { activity: quote(activity.source.text) },
        {
          fixes: accountable.map(({ field, header }) => ({
            title: say('Let {{name}} do it too: R/A', { name: header.text }),
            edits: [{ document, span: field.source.span, text: 'R/A' }],
          })),
        },
      );
    }
  },
});
