import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { changeSinceSaid } from '../../../resolve/change-in-words.ts';
import { changesSinceDigest } from '../../../resolve/changes-since.ts';
import { committerReads } from '../../../resolve/committers.ts';
import { changedPlaces } from '../../../rules/changed-places.ts';
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
      'git/log',
      ...committerReads,
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
  concludesWithout: true,
  needsHistory: (view) => changedIn(view).length > 0, // equivalent: it spares Git, which test/engine/late-history.test.ts looks at
  needsTexts: (view) => changedIn(view).map(({ document }) => document.path),
  engagement(view, report) {
    for (const { document, newest } of changedIn(view)) {
      const { by, date, digest } = newest.keys;
      const { status } = document.keys;
      report.wrong(
        status!,
        'changed',
        {
          status: quote(status!.source.text),
          by: by?.state === 'read' ? quote(by.source.text) : say('somebody'),
          date: date!.value!,
        },
        {
          related: [
            { at: digest!, message: say('what was signed') },
            ...changedPlaces(
              document,
              changesSinceDigest(document, digest!.value!, view) ?? [],
              changeSinceSaid,
            ),
          ],
        },
      );
    }
  },
});

interface ChangedDocument {
  readonly document: GovernedDocument;
  readonly newest: GovernedDocument;
}

/** Documents in force that do not say what was signed last. */
function changedIn(view: View): readonly ChangedDocument[] {
  return view.documents.flatMap((document) => {
    const newest = document.status === 'active' && document.keys.status && changedSince(document, view);
    return newest ? [{ document, newest }] : [];
  });
}
