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
    const at = { document: draft, span: draft.titleSpan, at: 'title' };
    if (questions === 1) report.wrong(at, 'one', {});
    else if (questions > 1) report.wrong(at, 'several', { count: String(questions) });
  },
});
