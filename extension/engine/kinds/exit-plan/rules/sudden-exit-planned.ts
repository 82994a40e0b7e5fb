import { isAskedOf } from '../../../resolve/asked-of.ts';
import { defineRule } from '../../../rules/define.ts';
import { addHeading } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';

export default defineRule({
  code: 'EXT012',
  name: 'sudden-exit-planned',
  meta: {
    kinds: ['exit-plan'],
    reads: ['exit-plan/Sudden exit'],
    summary: 'Require a few lines for the day on which the supplier is gone',
    severity: 'info',
    scope: 'W',
    profiles: ['full', 'dora'],
    since: '0.1.0',
  },
  missing: {
    text: {
      message:
        'The plan does not say what happens if the supplier is gone tomorrow: write it under "Sudden exit".',
      ask: 'What would you do in the first hours if the supplier were gone tomorrow?',
      how: 'Add a heading "Sudden exit" with a few lines: who freezes what, who changes the keys, who takes the pager.',
    },
  },
  document(document, _view, report) {
    if (!isAskedOf(document, 'exit-plan')) return;
    const section = document.sections.get('sudden_exit');
    if (section && (section.prose !== '' || section.items.length > 0)) return;
    const fix = addHeading(document, 'sudden_exit');
    report.missing(section ?? kindOf(document), 'text', {}, { fixes: fix ? [fix] : [] });
  },
});
