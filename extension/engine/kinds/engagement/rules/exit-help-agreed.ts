import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { emptyKey } from '../../../rules/insert.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { words } from '../../../values/say.ts';

export default defineRule({
  code: 'LAW014',
  name: 'exit-help-agreed',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/exit_help', 'engagement/importance'],
    summary: 'Require help after the end of what is critical or important',
    severity: 'warning',
    scope: 'W',
    profiles: ['dora'],
    since: '0.1.0',
    source: 'Regulation (EU) 2022/2554 Art. 30(3)(f)',
  },
  messages: {
    none: '"{{help}}" gives no time to move, and the engagement is {{importance}}: agree how long the supplier goes on.',
  },
  missing: {
    help: {
      message:
        'The engagement is {{importance}}, and "exit_help" does not say how long the supplier must go on after the end.',
      ask: 'How long must the supplier go on and help after the end of the contract?',
      how: 'Write it behind "exit_help:" in the front matter, for example 6 months.',
    },
  },
  document(document, view, report) {
    // Of an engagement it is asked once.
    if (document.path !== view.lead?.path) return;
    const { exit_help: help, importance } = document.keys;
    if (importance?.value !== 'critical' && importance?.value !== 'important') return;
    const data = { importance: words(importance.value, 'importance') };
    if (help?.value === 'none') report.wrong(help, 'none', { ...data, help: quote(help.source.text) });
    else if (help === undefined)
      report.missing(fenceOf(document), 'help', data, emptyKey(document, 'exit_help'));
    else if (!isFilled(help)) report.missing(help, 'help', data);
  },
});
