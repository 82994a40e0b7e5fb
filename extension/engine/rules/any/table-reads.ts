import { parseMessages } from '../../parse/messages.ts';
import { defineRule } from '../define.ts';
import { reportReading } from '../reading.ts';

export default defineRule({
  code: 'DOC020',
  name: 'table-reads',
  meta: {
    kinds: ['*'],
    reads: ['file/tables'],
    summary: 'Require tables that GitHub shows as they are meant',
    severity: 'warning',
    scope: 'W',
    profiles: ['base'],
    unacceptable: true,
    since: '0.1.0',
  },
  messages: parseMessages.DOC020,
  document(document, _view, report) {
    reportReading('DOC020', document, report);
  },
});
