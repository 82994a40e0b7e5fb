import { namesMeant } from '../../../resolve/names-meant.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';
import { isOpen, nameOf } from '../topics.ts';

export default defineRule({
  code: 'KTP005',
  name: 'topic-has-session',
  meta: {
    kinds: ['kt-plan'],
    reads: ['kt-plan/Sessions.Topic', 'kt-plan/Topics.Topic', 'kt-plan/Topics.Stage'],
    summary: 'Require a planned session for each topic that is not accepted',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC020'],
    looksIn: ['sessions'],
    since: '0.1.0',
  },
  missing: {
    sessions: {
      message: 'No session is planned for {{topics}}: say when knowledge is passed on.',
      ask: 'When do you pass on {{topics}}?',
      how: 'Add a row under Sessions for each topic, with the day on which it is planned.',
    },
  },
  engagement(view, report) {
    const planned = new Set(view.rows('sessions').flatMap(({ cells }) => namesMeant(cells.topic, view)));
    for (const { document, rows } of view.sections('topics')) {
      const lacking = rows.filter((topic) => isOpen(topic) && !planned.has(foldName(nameOf(topic))));
      const names = lacking.map(nameOf).filter((name) => name !== '');
      if (names.length === 0) continue;
      const title = names.length === 1 ? say('Add the row') : say('Add the rows');
      const sessions = names.map((topic) => ({ topic }));
      const fix = addRows(title, document, 'sessions', sessions);
      const at = document.sections.get('sessions') ?? kindOf(document);
      const topics = listSaid(names.map((name) => quoted(quote(name))));
      report.missing(at, 'sessions', { topics }, { fixes: fix ? [fix] : [] });
    }
  },
});
