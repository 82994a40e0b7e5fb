import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { changedSince } from '../signed-content.ts';

export default defineRule({
  code: 'SGN003',
  name: 'content-as-signed',
  meta: {
    kinds: ['signoff'],
    reads: [
      'signoff/digest',
      'signoff/document',
      'signoff/date',
      'signoff/by',
      '*/status',
      '*/formerly',
      'file/text',
    ],
    summary: 'Require a document to say what was signed last',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    changed:
      '"{{status}}", and changed since {{by}} signed it on {{date}}: have it signed again, or take the change back.',
  },
  engagement(view, report) {
    for (const document of view.documents) {
      const { status } = document.keys;
      if (document.status !== 'active' || !status) continue;
      const newest = changedSince(document, view);
      if (!newest) continue;
      const { by, date } = newest.keys;
      report.wrong(
        status,
        'changed',
        {
          status: quote(status.source.text),
          by: by?.state === 'read' ? quote(by.source.text) : say('somebody'),
          date: date!.value!,
        },
        { related: [{ at: newest.keys.digest!, message: say('what was signed') }] },
      );
    }
  },
});
