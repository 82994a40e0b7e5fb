import { parseMessages } from '../../parse/messages.ts';
import { defineRule } from '../define.ts';
import { reportReading } from '../reading.ts';

export default defineRule({
  code: 'DOC021',
  name: 'near-miss-meant',
  meta: {
    kinds: ['*'],
    reads: ['file/text', 'file/tables'],
    summary: 'Point out keys, columns, headings and words that nearly are known ones',
    severity: 'hint',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: parseMessages.DOC021,
  document(document, _view, report) {
    reportReading('DOC021', document, report);
  },
});
