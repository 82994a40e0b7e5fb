import { defineRule } from '../../../rules/define.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { candidatesOf } from '../shortfalls.ts';

export default defineRule({
  code: 'SCR006',
  name: 'two-candidates',
  meta: {
    kinds: ['partner-evaluation'],
    reads: ['partner-evaluation/Scores', 'partner-evaluation/Scores.Criterion', 'partner-evaluation/purpose'],
    summary: 'Require at least two candidates in a selection',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    none: {
      message:
        'Nobody is scored in this selection: add a column under Scores for each of two candidates or more.',
      ask: 'Which candidates do you compare?',
      how: 'Add a heading "Scores" with the column Criterion and one column for each candidate.',
    },
    one: {
      message:
        'Only "{{candidate}}" is scored in this selection: score at least one more, for partners differ.',
      ask: 'With whom do you compare "{{candidate}}"?',
      how: 'Add a column under Scores, headed by the name of another candidate.',
    },
  },
  document(document, _view, report) {
    if (document.keys.purpose?.value !== 'selection') return;
    const [first, second] = candidatesOf(document);
    if (second !== undefined) return;
    const at = document.sections.get('scores') ?? kindOf(document);
    if (first === undefined) report.missing(at, 'none', {});
    else report.missing(at, 'one', { candidate: quote(first) });
  },
});
