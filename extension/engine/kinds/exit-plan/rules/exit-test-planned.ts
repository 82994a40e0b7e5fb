import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { emptyKey } from '../../../rules/insert.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'LAW018',
  name: 'exit-test-planned',
  meta: {
    kinds: ['exit-plan'],
    reads: ['exit-plan/test_every', 'exit-plan/Options.Option', 'exit-plan/Handover items.Item'],
    summary: 'Require an exit plan to say how often it is tested',
    severity: 'warning',
    scope: 'W',
    profiles: ['dora'],
    since: '0.1.0',
    source: 'Regulation (EU) 2022/2554 Art. 28(8)',
  },
  messages: {
    never: '"{{every}}" means that the plan is never tested: say how often, for example 1 year.',
  },
  missing: {
    every: {
      message: 'Nothing says how often this plan is tested: add "test_every", for example 1 year.',
      ask: 'How often is the exit plan tested?',
      how: 'Write it behind "test_every:" in the front matter, for example 1 year.',
    },
  },
  document(document, _view, report) {
    if (!isAskedOf(document, 'exit-plan')) return;
    const every = document.keys.test_every;
    if (every === undefined) report.missing(fenceOf(document), 'every', {}, emptyKey(document, 'test_every'));
    else if (!isFilled(every)) report.missing(every, 'every', {});
    else if (every.value === 'none') report.wrong(every, 'never', { every: quote(every.source.text) });
  },
});
