import { fileName } from '../../model/file-paths.ts';
import type { GovernedDocument } from '../../model/document.ts';
import { defineRule } from '../define.ts';
import { kindOf } from '../place-of.ts';
import { say } from '../../values/say.ts';

export default defineRule({
  code: 'DOC017',
  name: 'one-engagement-per-folder',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/kind'],
    summary: 'Forbid two active engagement documents in one folder',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    unacceptable: true,
    since: '0.1.0',
  },
  messages: {
    second:
      'This folder already has the engagement document "{{first}}": give "{{second}}" a folder of its own, or end one of them.',
  },
  engagement(view, report) {
    const first = new Map<string, GovernedDocument>();
    for (const document of view.documentsOf('engagement')) {
      if (document.status !== 'active') continue;
      const folder = document.path.slice(0, document.path.lastIndexOf('/') + 1);
      const earlier = first.get(folder);
      if (!earlier) {
        first.set(folder, document);
        continue;
      }
      report.wrong(
        kindOf(document),
        'second',
        { first: fileName(earlier.path), second: fileName(document.path) },
        { related: [{ at: kindOf(earlier), message: say('the first engagement document of this folder') }] },
      );
    }
  },
});
