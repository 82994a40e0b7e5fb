import assert from 'node:assert/strict';
import { createEngine } from '../../extension/engine/index.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';
import { engagementText } from '../cli/run-cli.ts';
import { applyEdits } from '../support/apply-edits.ts';

const zoned = engagementText.replace('fee:', 'zone: Europe/Stockholm\nfee:');

/** One slip, what a fix makes of it, and whether `fix` may apply it unasked. */
const slips: readonly (readonly [title: string, was: string, slip: string, fixed: string, safe: boolean])[] =
  [
    ['a name that nearly is one', 'counterpart: juris', 'counterpart: jurris', 'counterpart: juris', false],
    [
      'a word that nearly is a known one',
      '| anna | client |',
      '| anna | cleint |',
      '| anna | client |',
      false,
    ],
    ['a key that nearly is one', 'notice: 6', 'notise: 6', 'notice: 6', false],
    ['a key in capitals', 'notice: 6', 'Notice: 6', 'notice: 6', true],
    [
      'a key in capitals that stands twice',
      'notice: 6 months\n',
      'NOTICE: 1 month\nNotice: 6 months\n',
      'NOTICE: 1 month\n',
      false,
    ],
    ['a key with hyphens', 'valid_from: 2026', 'valid-from: 2026', 'valid_from: 2026', true],
    ['a heading that nearly is one', '## Milestones', '## Milestoness', '## Milestones', false],
    ['a column that nearly is one', '| Party |', '| Partty |', '| Party |', false],
    ['an abbreviated zone', 'zone: Europe/Stockholm', 'zone: CET', 'zone: Europe/Stockholm', false],
    [
      'front matter closed by dots',
      'review_every: 6 months\n---\n',
      'review_every: 6 months\n...\n',
      'review_every: 6 months\n---\n',
      true,
    ],
    [
      'front matter closed by more dashes',
      'review_every: 6 months\n---\n',
      'review_every: 6 months\n-----\n',
      'review_every: 6 months\n---\n',
      true,
    ],
    [
      'a closing line with words',
      'review_every: 6 months\n---\n',
      'review_every: 6 months\n--- end\n',
      'review_every: 6 months\n---\n',
      false,
    ],
    ['front matter opened by more dashes', '---\nkind:', '-----\nkind:', '---\nkind:', true],
    ['an opening line with a language', '---\nkind:', '---yaml\nkind:', '---\nkind:', true],
    ['an opening line with a comment', '---\nkind:', '--- # ours\nkind:', '---\nkind:', false],
    ['an odd space before a row', '| juris | supp', '\u00a0| juris | supp', '| juris | supp', true],
  ];

describe('fixes that may be applied unasked', () => {
  for (const [title, was, slip, fixed, safe] of slips) {
    it(`${safe ? 'mend' : 'are not for'} ${title}`, async () => {
      assert.ok(zoned.includes(was), was);
      const text = zoned.replace(was, slip);
      const fixes = await fixesOf('engagement.md', { 'engagement.md': text });
      const [its] = fixes.filter((fix) => fix.text === text.replace(slip, fixed));
      assert.equal(its?.safe, safe, JSON.stringify(fixes.map(({ title: one }) => one)));
    });
  }

  for (const [config, safe] of [
    ['zoen: UTC\n', false],
    ['Zone: UTC\n', true],
    ['people-metrics: off\n', true],
    ['Zone: UTC\nzone: UTC\n', false],
    ['Zone: UTC\nZONE: UTC\n', false],
    ['rules:\n  owner-exsts: off\n  names-uniqe: off\n', false],
  ] as const) {
    it(`${safe ? 'mend' : 'are not for'} ${config.trim().split('\n').at(-1)!.trim()} in the config`, async () => {
      const files = { 'engagement.md': zoned, 'outrigger.yml': config };
      const fixes = await fixesOf('outrigger.yml', files);
      assert.ok(fixes.length > 0);
      assert.deepEqual(new Set(fixes.map((fix) => fix.safe)), new Set([safe]));
    });
  }
});

async function fixesOf(
  path: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly { readonly title: string; readonly safe: boolean; readonly text: string }[]> {
  const engine = createEngine({ workspace: memoryWorkspace(new Map(Object.entries(files))) });
  await engine.load();
  const fixes = engine
    .check()
    .findings.filter((finding) => finding.path === path)
    .flatMap((finding) => finding.fixes);
  return fixes.map(({ title, safe, edits }) => ({ title, safe, text: applyEdits(files[path]!, edits) }));
}
