import { committerReads } from '../../../resolve/committers.ts';
import { signatureNeeds, signatureOf, uncheckedSaid } from '../../../resolve/signed-commits.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'SGN009',
  name: 'signoff-commit-signed',
  meta: {
    kinds: ['signoff'],
    reads: ['signoff/by', 'file/text', ...committerReads, 'git/log'],
    summary: 'Require the commit of a sign-off to be signed, where the config asks for signed commits',
    severity: 'warning',
    scope: 'G',
    profiles: ['base'],
    leavesTo: ['SGN008'],
    since: '0.1.0',
  },
  messages: {
    unsigned:
      'The commit that brought this sign-off of "{{by}}" is not signed, so it does not count: the config says signed_commits: required.',
    unchecked:
      'Whether "{{by}}" signed the commit that brought this cannot be checked, so it does not count: {{reason}}.',
  },
  ...signatureNeeds,
  concludesWithout: true,
  engagement(view, report) {
    for (const signoff of view.documentsOf('signoff')) {
      const { by } = signoff.keys;
      const signature = signatureOf(signoff, view);
      if (by?.state !== 'read' || !signature) continue;
      const data = { by: quote(by.source.text) };
      if (signature.is === 'unsigned') report.wrong(by, 'unsigned', data);
      if (signature.is === 'unchecked')
        report.wrong(by, 'unchecked', { ...data, reason: uncheckedSaid(signature.why, view) });
    }
  },
});
