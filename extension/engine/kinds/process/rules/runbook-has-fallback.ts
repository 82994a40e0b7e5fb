import { defineRule } from '../../../rules/define.ts';
import { addHeading } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';

export default defineRule({
  code: 'PRC009',
  name: 'runbook-has-fallback',
  meta: {
    kinds: ['process'],
    reads: ['process/type', 'process/When it does not work'],
    summary: 'Require a runbook to say what to do when its steps do not help',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    text: {
      message:
        'The runbook does not say what to do when its steps do not help: write it under "When it does not work".',
      ask: 'What do you do, and whom do you call, when the steps do not help?',
      how: 'Add a heading "When it does not work" with a few lines: who is called, and after how long.',
    },
  },
  document(document, _view, report) {
    if (document.kind !== 'process' || document.keys.type?.value !== 'runbook') return;
    const section = document.sections.get('when_it_does_not_work');
    if (section && (section.prose !== '' || section.items.length > 0)) return;
    const fix = addHeading(document, 'when_it_does_not_work');
    report.missing(section ?? kindOf(document), 'text', {}, { fixes: fix ? [fix] : [] });
  },
});
