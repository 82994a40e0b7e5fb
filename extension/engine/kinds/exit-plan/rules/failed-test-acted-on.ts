import { saysSomething } from '../../../resolve/says-something.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'EXT011',
  name: 'failed-test-acted-on',
  meta: {
    kinds: ['exit-plan'],
    reads: ['exit-plan/Tests.Result', 'exit-plan/Tests.What we changed'],
    summary: 'Require a change after a test that was failed, wholly or in part',
    severity: 'warning',
    scope: 'W',
    profiles: ['full', 'dora'],
    since: '0.1.0',
  },
  messages: {
    unchanged:
      'The test ended "{{result}}", and nothing says what was changed afterwards: write it, or link to where it stands.',
  },
  document(document, _view, report) {
    for (const { cells } of document.sections.get('tests')?.rows ?? []) {
      const { result, what_we_changed: changed } = cells;
      if (result?.value !== 'failed' && result?.value !== 'partial') continue;
      if (changed === undefined || saysSomething(changed)) continue;
      report.wrong(changed, 'unchanged', { result: quote(result.source.text) });
    }
  },
});
