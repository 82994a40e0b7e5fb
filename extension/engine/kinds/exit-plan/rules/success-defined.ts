import { isAskedOf } from '../../../resolve/asked-of.ts';
import { defineRule } from '../../../rules/define.ts';
import { addHeading } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';

export default defineRule({
  code: 'EXT013',
  name: 'success-defined',
  meta: {
    kinds: ['exit-plan'],
    reads: ['exit-plan/Success criteria'],
    summary: 'Require criteria by which a finished exit is judged',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    criteria: {
      message:
        'Nothing says when the exit has succeeded: list it under "Success criteria", one criterion a line.',
      ask: 'By what would you see that the exit has succeeded?',
      how: 'Add a heading "Success criteria" and a list, one criterion a line.',
    },
  },
  document(document, _view, report) {
    if (!isAskedOf(document, 'exit-plan')) return;
    const section = document.sections.get('success_criteria');
    if (section && section.items.length > 0) return;
    const fix = addHeading(document, 'success_criteria');
    report.missing(section ?? kindOf(document), 'criteria', {}, { fixes: fix ? [fix] : [] });
  },
});
