import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { signedPath } from '../../../resolve/signoffs.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { fateOf } from '../fate.ts';
import { writtenFormerly } from '../write-formerly.ts';

export default defineRule({
  code: 'SGN001',
  name: 'signoff-has-document',
  meta: {
    kinds: ['signoff'],
    reads: ['signoff/document', '*/formerly', 'file/links', 'git/log'],
    summary: 'Require a sign-off to name a document that is there, or one that stood there before',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    gone: 'This sign-off is of "{{document}}", and no such file stands in the engagement: if it was renamed or moved, write this path under formerly in the front matter of the document.',
    outside:
      '"{{document}}" lies outside of the engagement: a document that was moved to another one leaves its sign-offs behind.',
  },
  needsHistory: (view) => goneFrom(view).length > 0, // equivalent: it spares Git, which test/git/signoffs-of-history.test.ts looks at
  needsTexts: (view) => goneFrom(view),
  concludesWithout: true,
  engagement(view, report) {
    for (const signoff of view.documentsOf('signoff')) {
      const { document } = signoff.keys;
      if (document?.state !== 'read') continue;
      const data = { document: quote(document.source.text) };
      const path = signedBelow(signoff, view);
      if (path === undefined) report.wrong(document, 'outside', data);
      else if (isGone(path, signoff, view)) {
        const fate = fateOf(path, view);
        if (fate.is === 'deleted') continue;
        const own = view.folder === '' ? path : path.slice(view.folder.length + 1);
        const fixes = fate.is === 'moved' ? writtenFormerly(fate.to, own) : [];
        report.wrong(document, 'gone', data, { fixes });
      }
    }
  },
});

/** Where documents stood that are not there any more. */
function goneFrom(view: View): readonly string[] {
  return view.documentsOf('signoff').flatMap((signoff) => {
    const path = signedBelow(signoff, view);
    return path !== undefined && isGone(path, signoff, view) ? [path] : []; // equivalent: it spares Git
  });
}

/** The path of the document; undefined where it lies outside of the engagement. */
function signedBelow(signoff: GovernedDocument, { folder }: View): string | undefined {
  const path = signedPath(folder, signoff);
  return path !== undefined && isBelow(path, folder) ? path : undefined;
}

/** The link of a sign-off leads on to where its document stands now. */
function isGone(path: string, signoff: GovernedDocument, view: View): boolean {
  return !view.linkResolves(signoff, `/${path.split('/').map(encodeURIComponent).join('/')}`);
}

function isBelow(path: string, folder: string): boolean {
  return path !== '' && (folder === '' || path.startsWith(`${folder}/`));
}
