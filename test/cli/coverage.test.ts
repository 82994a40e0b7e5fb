import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

/** A document in which each kind of free part stands once. */
const sla = `---
kind: sla
title: Levels
status: active
owner: anna
colour: blue
---

# Levels

Read me first.

## Background

Why we do this.

### Longer ago

| Year | Event |
| --- | --- |
| 2024 | begun |

## Services

The services of the shop.

| Service | Hours | Room |
| --- | --- | --- |
| Checkout | 24x7 | 4 |
| Ledger | 24x7 | |

| Colour | Size |
| --- | --- |
| red | large |

\`\`\`text
| Service |
\`\`\`

## Steps

| Step | Do |
| --- | --- |
| 1 | look |
`;

interface Entry {
  readonly is: string;
  readonly text: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly why: string;
  readonly tables: number;
  readonly cells: number;
  readonly code: string | null;
}

describe('outrigger check --coverage', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const check = (...args: string[]): Promise<CliResult> => runCli(['check', ...args], { cwd: root.folder });
  afterEach(() => root.remove());

  async function entries(...args: string[]): Promise<readonly Entry[]> {
    const { out } = await check('--coverage', '--format', 'json', ...args);
    return (JSON.parse(out) as { coverage: { free: Entry[] } }).coverage.free;
  }

  it('lists what is not read by file and place, and why, and says how much was read', async () => {
    root = temporaryFolder({ 'engagement.md': engagementText, 'sla.md': sla, 'README.md': '# Read me\n' });
    const { out } = await check('--coverage');
    const lines = out.split('\n');
    assert.deepEqual(lines.slice(lines.indexOf('Not read:'), -2), [
      'Not read:',
      '',
      'README.md',
      '    1:1  document  It names no kind.',
      '',
      'sla.md',
      '    6:1  key       "colour": A document of kind "sla" has no key that is called so.',
      '   11:1  text      It stands under no section.',
      '   13:4  section   "Background": No section is called so. It holds 1 table with 2 cells.',
      '  27:21  column    "Room": No column of Services is called so. It holds 1 cell.',
      '   32:1  table     It has too few columns of Services. It holds 2 cells.',
      '   36:1  text      Code is not read.',
      '   40:4  section   "Steps": Steps is read only in documents of kind "process". It holds 1 table with 2 cells.  DOC020',
      '',
      'Read: 3 tables, 14 cells, 5 names. Not read: 8 entries.',
    ]);
  });

  it('says the same in Swedish, with the words of the format', async () => {
    root = temporaryFolder({ 'engagement.md': engagementText, 'sla.md': sla });
    const { out } = await check('--coverage', '--lang', 'sv');
    assert.match(out, /^Inte läst:$/m);
    assert.match(out, /^ +27:21 {2}kolumn +"Room": Ingen kolumn i Tjänster heter så\. Där finns 1 cell\.$/m);
    assert.match(out, /^Läst: 3 tabeller, 14 celler, 5 namn\. Inte läst: 7 ställen\.$/m);
  });

  it('gives programs the same, with the whole stretch of each entry', async () => {
    root = temporaryFolder({ 'engagement.md': engagementText, 'sla.md': sla });
    const { out } = await check('--coverage', '--format', 'json');
    const { coverage, summary } = JSON.parse(out) as { coverage: Record<string, unknown>; summary: object };
    const { free, ...counts } = coverage;
    assert.deepEqual(counts, { documents: 2, tables: 3, cells: 14, names: 5 });
    assert.deepEqual({ ...summary, ...counts }, summary);
    const [key, , section] = free as Entry[];
    assert.deepEqual(key, {
      is: 'key',
      text: 'colour',
      path: 'sla.md',
      line: 6,
      column: 1,
      endLine: 6,
      endColumn: 13,
      why: 'A document of kind "sla" has no key that is called so.',
      tables: 0,
      cells: 0,
      code: null,
    });
    assert.deepEqual([section?.line, section?.column, section?.endLine, section?.endColumn], [13, 4, 21, 17]);
  });

  it('is told only where it is asked for, changes no exit code, and keeps to the paths given', async () => {
    root = temporaryFolder({
      'a/engagement.md': engagementText,
      'a/sla.md': sla,
      'b/engagement.md': engagementText,
      'b/README.md': '# Read me\n',
    });
    assert.doesNotMatch((await check('--format', 'json')).out, /"coverage"/);
    assert.equal((await check('--coverage')).code, (await check()).code);
    assert.deepEqual(
      (await entries('b')).map(({ path: file }) => file),
      ['b/README.md'],
    );
    assert.equal((await entries('a/sla.md')).length, 7);
  });

  it('lists files below an engagement that are not read at all', async () => {
    const like = sla.slice(sla.indexOf('## Services')).replace('| Room |', '| Depends on |');
    root = temporaryFolder({
      '.gitignore': 'left/\nempty/\nout.md\n',
      'shop/engagement.md': engagementText,
      'shop/left/sla.md': sla,
      'shop/empty/picture.png': 'x',
      'shop/out.md': sla,
      'shop/recipe.md': '---\nkind: recipe\n---\n',
      'shop/like.md':
        like +
        '\n## Service levels\n\n| Service | Measure | Target |\n| --- | --- | --- |\n| Ledger | availability | 99 % |\n',
      'shop/large.md': '---\nkind: sla\n---\n' + 'x'.repeat(2 * 1024 * 1024),
      'elsewhere/notes.md': '# Notes\n',
      'other/sla.md': sla,
    });
    symlinkSync(path.join(root.folder, 'other'), path.join(root.folder, 'shop/linked'));
    symlinkSync('/etc/hosts', path.join(root.folder, 'shop/hosts.md'));
    assert.deepEqual(
      (await entries()).map(({ is, path: file, why, code }) => [is, file, why, code]),
      [
        [
          'document',
          'shop/hosts.md',
          'It is left out: it is a link that leads to no file below the root.',
          null,
        ],
        ['document', 'shop/large.md', 'It is larger than 2 MiB.', 'DOC001'],
        [
          'document',
          'shop/left',
          'The folder is left out with all that it holds: .gitignore names it.',
          null,
        ],
        [
          'document',
          'shop/like.md',
          'It names no kind, but its tables are those of a document of kind "sla".',
          null,
        ],
        [
          'document',
          'shop/linked',
          'The folder is left out with all that it holds: a link to a folder is not followed.',
          null,
        ],
        ['document', 'shop/out.md', 'It is left out: .gitignore names it.', null],
        ['document', 'shop/recipe.md', 'No document has the kind "recipe".', null],
      ],
    );
  });

  it('has nothing to list where everything is read', async () => {
    root = temporaryFolder({ 'engagement.md': engagementText });
    const { out } = await check('--coverage');
    assert.doesNotMatch(out, /Not read:\n/);
    assert.match(out, /Not read: 0 entries\./);
  });
});
