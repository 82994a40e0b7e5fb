import { defineRule } from '../define.ts';

export default defineRule({
  code: 'DOC022',
  name: 'draft-finished',
  meta: {
    kinds: ['*'],
    reads: ['*/status'],
    summary: 'Count what a draft still lacks in one line',
    severity: 'info',
    scope: 'X',
    profiles: ['base'],
    counts: 'count',
    since: '0.1.0',
  },
  messages: {
    left: '{{count}} {{count|question|questions}} left.',
  },
  tally(draft, questions, report) {
    if (questions === 0) return; // equivalent: the runner asks only about drafts that have a question
    const at = { document: draft, span: draft.titleSpan, at: 'title' };
    report.wrong(at, 'left', { count: String(questions) });
  },
});
