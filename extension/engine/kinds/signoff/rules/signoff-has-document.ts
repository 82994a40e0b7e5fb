import { signedPath } from '../../../resolve/signoffs.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'SGN001',
  name: 'signoff-has-document',
  meta: {
    kinds: ['signoff'],
    reads: ['signoff/document', '*/formerly', 'file/links'],
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
  engagement(view, report) {
    for (const signoff of view.documentsOf('signoff')) {
      const { document } = signoff.keys;
      if (document?.state !== 'read') continue;
      const path = signedPath(view.folder, signoff);
      const data = { document: quote(document.source.text) };
      if (path === undefined || !isBelow(path, view.folder)) report.wrong(document, 'outside', data);
      // The link of a sign-off leads on to where its document stands now.
      else if (!view.linkResolves(signoff, `/${path.split('/').map(encodeURIComponent).join('/')}`))
        report.wrong(document, 'gone', data);
    }
  },
});

function isBelow(path: string, folder: string): boolean {
  return path !== '' && (folder === '' || path.startsWith(`${folder}/`));
}
