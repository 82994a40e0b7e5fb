import { parseMessages } from '../../parse/messages.ts';
import { defineRule } from '../define.ts';
import { reportReading } from '../reading.ts';

export default defineRule({
  code: 'DOC001',
  name: 'front-matter-reads',
  meta: {
    kinds: ['*'],
    reads: ['file/text'],
    summary:
      'Require front matter that reads as a flat map, in a file of reasonable size without conflict marks',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    ended: true,
    unacceptable: true,
    since: '0.1.0',
  },
  messages: parseMessages.DOC001,
  document(document, _view, report) {
    reportReading('DOC001', document, report);
  },
});
