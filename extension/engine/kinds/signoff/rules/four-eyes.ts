import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { committerReads } from '../../../resolve/committers.ts';
import { dayOfAuthor } from '../../../resolve/day-of-author.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { lastChangeOfContent } from '../last-change.ts';
import { isOfPresentContent } from '../../../resolve/present-content.ts';

export default defineRule({
  code: 'SGN005',
  name: 'four-eyes',
  meta: {
    kinds: ['signoff'],
    reads: [
      'signoff/document',
      'signoff/digest',
      'signoff/by',
      '*/status',
      '*/formerly',
      'file/text',
      ...committerReads,
      'git/log',
    ],
    summary: 'Require somebody else than its last author to sign a document',
    severity: 'warning',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    alone:
      '"{{status}}", and signed by "{{by}}" alone, who changed it last, on {{day}}: let somebody else read it and sign.',
  },
  needsHistory: (view) => signedIn(view).length > 0,
  needsTexts: (view) => signedIn(view).map(({ path }) => path),
  engagement(view, report) {
    for (const document of signedIn(view)) {
      const { status } = document.keys;
      const signoffs = view.signoffsOf(document).filter((one) => isOfPresentContent(one, document, view));
      const [first] = signoffs;
      const change = lastChangeOfContent(document, view);
      if (!status || !first || !change?.person) continue;
      const isBySame = ({ keys }: GovernedDocument): boolean => {
        const target = view.who(keys.by)[0]?.target;
        return target?.is === 'person' && target.row === change.person;
      };
      if (!signoffs.every(isBySame)) continue;
      const by = first.keys.by!;
      report.wrong(
        status,
        'alone',
        {
          status: quote(status.source.text),
          by: quote(by.source.text),
          day: dayOfAuthor(change.version),
        },
        { related: [{ at: by, message: say('the sign-off') }] },
      );
    }
  },
});

/** What is in force and was ever signed. */
function signedIn(view: View): readonly GovernedDocument[] {
  return view.documents.filter(
    (document) => document.status === 'active' && view.signoffsOf(document).length > 0,
  );
}
