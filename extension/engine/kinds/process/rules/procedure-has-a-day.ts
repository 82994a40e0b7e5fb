import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { emptyKey } from '../../../rules/insert.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { componentOf } from '../rehearsals.ts';

export default defineRule({
  code: 'PRC011',
  name: 'procedure-has-a-day',
  meta: {
    kinds: ['process'],
    reads: [
      'process/title',
      'process/review_every',
      'process/rehearse_every',
      'process/component',
      'ownership-map/Components.Importance',
    ],
    summary: 'Require a process of a critical component to be reviewed or rehearsed from time to time',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    day: {
      message:
        '"{{component}}" is critical, and nothing makes anybody look at "{{title}}" again: write "rehearse_every" or "review_every".',
      ask: 'How often do you rehearse or review "{{title}}"?',
      how: 'Write it behind "rehearse_every:" or "review_every:" in the front matter, for example 6 months.',
    },
  },
  engagement(view, report) {
    for (const document of view.documentsOf('process')) {
      const { rehearse_every: rehearsed, review_every: reviewed } = document.keys;
      if (isFilled(rehearsed) || isFilled(reviewed)) continue;
      const component = componentOf(document, view);
      if (component?.cells.importance?.value !== 'critical') continue;
      const data = {
        component: quote(component.cells.component?.source.text ?? ''),
        title: quote(document.title),
      };
      const empty = rehearsed ?? reviewed;
      const fixes = ['rehearse_every', 'review_every'].flatMap((key) => emptyKey(document, key).fixes ?? []);
      if (empty) report.missing(empty, 'day', data);
      else report.missing(fenceOf(document), 'day', data, { fixes });
    }
  },
});
