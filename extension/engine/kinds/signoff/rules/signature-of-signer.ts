import { committerReads } from '../../../resolve/committers.ts';
import { signatureNeeds, signatureOf } from '../../../resolve/signed-commits.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'SGN008',
  name: 'signature-of-signer',
  meta: {
    kinds: ['signoff'],
    reads: ['signoff/by', 'file/text', ...committerReads, 'git/log'],
    summary: 'Forbid a sign-off whose commit somebody else signed, where the config asks for signed commits',
    severity: 'error',
    scope: 'G',
    profiles: ['base'],
    leavesTo: ['SGN009'],
    since: '0.1.0',
  },
  messages: {
    bad: 'The signature of the commit that brought this sign-off of "{{by}}" is bad: what it holds is not what was signed, the key was revoked, or your allowed signers do not let it sign commits.',
    other:
      'The commit that brought this sign-off of "{{by}}" is signed by somebody else: "{{by}}" has to sign it, with a key of the address under E-mail.',
    changed:
      'This sign-off of "{{by}}" does not say what it said in the signed commit that brought it: restore the first version.',
  },
  ...signatureNeeds,
  // Of what cannot be checked without one SGN009 speaks.
  concludesWithout: true,
  engagement(view, report) {
    for (const signoff of view.documentsOf('signoff')) {
      const { by } = signoff.keys;
      const signature = signatureOf(signoff, view)?.is;
      if (by?.state !== 'read') continue;
      if (signature === 'bad' || signature === 'other' || signature === 'changed')
        report.wrong(by, signature, { by: quote(by.source.text) });
    }
  },
});
