import { defineRule } from '../define.ts';

export default defineRule({
  code: 'DOC022',
  name: 'draft-finished',
  meta: {
    kinds: ['*'],
    reads: ['*/status'],
    summary: 'Count what a draft still lacks in one line',
    severity: 'info',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    one: '1 question left.',
    several: '{{count}} questions left.',
  },
  tally(draft, questions, report) {
    if (questions === 0) return; // equivalent: the runner asks only about drafts that have a question
    const at = { document: draft, span: draft.titleSpan, at: 'title' };
    if (questions === 1) report.wrong(at, 'one', {});
    else report.wrong(at, 'several', { count: String(questions) });
  },
});
