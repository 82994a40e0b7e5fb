import assert from 'node:assert/strict';
import { checkAgainst, type CheckResult } from '../../extension/engine/index.ts';
import { createRandom } from '../../scripts/torture/random.ts';
import { exampleFiles } from '../support/example-files.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

/** Chance: a whole number from 0 up to, but without, one. */
type Chance = (below: number) => number;

function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  const left = [...list];
  const all: T[] = [];
  while (left.length > 0) all.push(...left.splice(chance(left.length), 1));
  return all;
}

/** A document with cells that are empty, wrong or another one's, so that there is something to find. */
function spoilt(text: string, chance: Chance): string {
  return text
    .split('\n')
    .map((line) => {
      if (!/^\| (?!---)/.test(line) || chance(16) > 0) return line;
      const cells = line.split('|');
      const other = cells[1 + chance(cells.length - 2)] ?? ' ';
      cells[1 + chance(cells.length - 2)] = [' ', ' Nobody knows ', ' 99 % ', other][chance(4)] ?? ' ';
      return cells.join('|');
    })
    .filter((line) => !/^(?!kind|title|status)[a-z_]+: /.test(line) || chance(60) > 0)
    .join('\n');
}

/** The document with its keys, sections and rows in another order. */
function moved(text: string, chance: Chance): string {
  const [, keys = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const lines = keys.split('\n');
  const [lead = '', ...sections] = body.split(/^(?=## )/m);
  return [
    '---',
    ...(lines.every((line) => /^[a-z_]+:/.test(line)) ? shuffled(lines, chance) : lines),
    '---',
    lead.trimEnd(),
    '',
    ...shuffled(sections, chance).map((section) => `${withRowsMoved(section, chance).trimEnd()}\n`),
  ].join('\n');
}

function withRowsMoved(section: string, chance: Chance): string {
  return section.replace(
    /^(\|[\s:|-]+\|\n)((?:\|.*(?:\n|$))+)/gm,
    (_table, dashes: string, rows: string) =>
      `${dashes}${shuffled(rows.trimEnd().split('\n'), chance).join('\n')}\n`,
  );
}

/** The files under other names in the same order, and what leads to them. */
function renamed(files: ReadonlyMap<string, string>, chance: Chance): ReadonlyMap<string, string> {
  const names = [...files.keys()].filter((file) => !file.endsWith('engagement.md') && chance(3) === 0);
  const following = (text: string): string =>
    names.reduce((all, file) => {
      const name = file.slice(file.lastIndexOf('/') + 1);
      return all.replaceAll(
        new RegExp(String.raw`(?<=[ (/])${name.replaceAll('.', String.raw`\.`)}`, 'g'),
        again(name),
      );
    }, text);
  return new Map(
    [...files].map(([file, text]) => [names.includes(file) ? again(file) : file, following(text)]),
  );
}

function again(file: string): string {
  return file.replace(/\.md$/, '-again.md');
}

async function compared(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<CheckResult> {
  const workspace = memoryWorkspace(before);
  return await checkAgainst(
    { workspace: memoryWorkspace(after), profiles: ['full', 'dora', 'gdpr', 'nis2'] },
    {
      rev: 'main',
      commit: '0'.repeat(40),
      on: '2026-11-30',
      is: 'merge-base',
      workspace,
      beside: workspace,
      historyOf: () => Promise.resolve({ kind: 'absent', why: 'not-asked' }),
      renamed: new Map(),
    },
    { paths: [], withCoverage: false },
  );
}

/** Whoever signed a document has signed its order. */
function unsigned(example: string): ReadonlyMap<string, string> {
  return new Map([...exampleFiles(example)].filter(([file]) => !file.includes('signoffs/')));
}

describe('findings that move', function () {
  this.timeout(120_000);
  const examples = ['betalningar', 'payments', 'wage-application', 'small'] as const;

  let count = 0;
  for (const [i, example] of [...examples, ...examples, ...examples].entries())
    it(`are not new, whatever changes places, and what is new is found among them: ${example}, ${i}`, async () => {
      const { below: chance } = createRandom('moved findings', example, i);
      const before = new Map([...unsigned(example)].map(([file, text]) => [file, spoilt(text, chance)]));
      const after = renamed(new Map([...before].map(([file, text]) => [file, moved(text, chance)])), chance);
      const { findings, against, summary } = await compared(before, after);
      assert.deepEqual(
        findings.map(({ path, at, message }) => `${path} ${at}: ${message}`),
        [],
      );
      assert.deepEqual([against?.gone, summary.questions], [0, 0]);
      count += against?.known ?? 0;
      const file = [...after.keys()][chance(after.size)] ?? '';
      const more = new Map([...after, [file, `${after.get(file)}\nSee [this](nowhere-at-all.md).\n`]]);
      const { findings: added } = await compared(before, more);
      assert.deepEqual(
        added.map(({ code, path }) => [code, path]),
        [['DOC018', file]],
      );
    });

  it('were many', () => assert.ok(count > 200, `${count} findings`));
});
