import { parseMessages } from '../../parse/messages.ts';
import { defineRule } from '../define.ts';
import { reportReading } from '../reading.ts';

export default defineRule({
  code: 'DOC026',
  name: 'kind-known',
  meta: {
    kinds: ['*'],
    reads: ['*/kind', 'file/text'],
    summary: 'Require a kind that is one, for a document with another is none',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    unacceptable: true,
    since: '0.1.0',
  },
  messages: parseMessages.DOC026,
  document(document, _view, report) {
    reportReading('DOC026', document, report);
  },
});
