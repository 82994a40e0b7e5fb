import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createEngine, type Engine } from '../../../extension/engine/index.ts';
import type { OwnersPlatform } from '../../../extension/engine/parse/owner-rules.ts';
import { decidingRules } from '../../../extension/engine/resolve/owner-matching.ts';
import { readCodeowners } from '../../../extension/engine/parse/read-codeowners.ts';
import { pathMatcher } from '../../../extension/engine/resolve/path-globs.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { shopOf } from '../../support/shop-of.ts';

const engagement = shopOf(`| Person | Party | Role | Handle | E-mail |
| --- | --- | --- | --- | --- |
| anna | client | manager | @anna-lind | |
| erik | client | architect | | erik@nordbetal.example |
| jonas | supplier | lead | Jonas-P | jonas@baltcode.example |
| ruta | supplier | engineer | @ruta | |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Vilnius team | supplier | Europe/Vilnius | 09:00-18:00 | jonas, ruta |`);

interface Component {
  readonly accountable: string;
  readonly backup: string;
  readonly globs: readonly string[];
}

function mapOf(components: readonly Component[], file: string): string {
  const rows = components.map(
    ({ accountable, backup, globs }, i) =>
      `| Part ${i} | ${accountable} | ${backup} | Vilnius team | ${globs.map((glob) => `\`${glob}\``).join(', ')} |`,
  );
  return `---
kind: ownership-map
title: Who owns what
status: active
codeowners: ${file}
---

## Components

| Component | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

async function engineOf(files: Readonly<Record<string, string>>): Promise<Engine> {
  const engine = createEngine({ workspace: memoryWorkspace(new Map(Object.entries(files))) });
  await engine.load();
  return engine;
}

async function blockOf(map: string, platform: OwnersPlatform): Promise<string> {
  const engine = await engineOf({ 'engagement.md': engagement, 'ownership-map.md': map });
  const standing = (await engine.codeowners('', platform))!;
  assert.ok(standing.isWhole);
  return `${standing.block}\n`;
}

/** The map that somebody gets who has the file alone. */
async function imported(text: string, path: string, platform: OwnersPlatform): Promise<string> {
  const engine = await engineOf({ 'engagement.md': engagement });
  const done = (await engine.importedOwners('', {
    text,
    path,
    dialect: platform,
    map: { is: 'new', path: 'ownership-map.md' },
    language: 'en',
  }))!;
  assert.deepEqual(done.notes, []);
  return done.text!;
}

/** Of two rows of one pattern the first one says nothing; nor, on GitHub, does one for the folder of a name behind one for the name. */
function counting(block: string, file: string): readonly string[] {
  const rows = block.split('\n');
  const patternOf = (row: string): string => row.replace(/(?<!\\) .*$/, '');
  return rows
    .filter((row, i) => !rows.slice(i + 1).some((later) => patternOf(later) === patternOf(row)))
    .filter((row, i, all) => !file.startsWith('.github/') || row.replace('/ ', ' ') !== all[i - 1]);
}

const part = fc.constantFrom('a', 'b', 'ab', '*', '*.ts', 'a*', 'a?', 'two words', '.c', 'lib');
const glob = fc
  .tuple(
    fc.constantFrom('', '**/'),
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '/', '/**', '/**/*', '/**/x.ts'),
  )
  .map(([begin, parts, end]) => `${begin}${parts.join('/')}${end}`);
const component = fc.record({
  accountable: fc.constantFrom('anna', 'erik', 'jonas', 'Vilnius team'),
  backup: fc.constantFrom('', 'ruta', 'erik', 'Vilnius team'),
  globs: fc.array(glob, { minLength: 1, maxLength: 3 }),
});
const places = [
  ['.github/CODEOWNERS', 'github'],
  ['.gitlab/CODEOWNERS', 'gitlab'],
  ['CODEOWNERS', 'github'],
  ['CODEOWNERS', 'gitlab'],
] as const;

const names = ['a', 'b', 'ab', 'lib', 'x.ts', '.c', 'two words'];
const files = [
  ...names,
  ...names.flatMap((one) => names.map((two) => `${one}/${two}`)),
  ...names.flatMap((one) =>
    ['a', 'b', 'lib'].flatMap((two) => ['a', 'x.ts', 'b/x.ts'].map((three) => `${one}/${two}/${three}`)),
  ),
];

const owners: Readonly<Record<string, readonly string[]>> = {
  anna: ['@anna-lind'],
  erik: ['erik@nordbetal.example'],
  jonas: ['@Jonas-P'],
  ruta: ['@ruta'],
  'Vilnius team': ['@Jonas-P', '@ruta'],
  '': [],
};

/** Each reads several documents. */
const numRuns = 25;

describe('code owners that are written and taken over again', () => {
  for (const [file, platform] of places)
    it(`are the same map: ${file} on ${platform}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(component, { minLength: 1, maxLength: 5 }), async (components) => {
          const block = await blockOf(mapOf(components, file), platform);
          const map = await imported(block, file, platform);
          assert.deepEqual(counting(await blockOf(map, platform), file), counting(block, file));
        }),
        { numRuns },
      );
    });

  for (const [file, platform] of places)
    it(`are those whom the map names, file by file: ${file} on ${platform}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(component, { minLength: 1, maxLength: 4 }), async (components) => {
          const block = await blockOf(mapOf(components, file), platform);
          const decidingFor = decidingRules(readCodeowners(block, platform), platform);
          for (const path of files) {
            if (components.some(({ globs }) => globs.some((one) => isFolderOf(one, path)))) continue;
            const given = components.findLast(({ globs }) => pathMatcher(globs)(path));
            const wanted = given && [...new Set([...owners[given.accountable]!, ...owners[given.backup]!])];
            assert.deepEqual(
              decidingFor(path)[0]?.owners.map(({ text }) => text),
              wanted,
              path,
            );
          }
        }),
        { numRuns },
      );
    });
});

/** A glob `a/**` takes a file "a" too, which no pattern for what a folder holds does: where there is one "a" is no folder. */
function isFolderOf(one: string, path: string): boolean {
  const folder = /^(.+?)\/(?:\*{1,2}\/?)*$/.exec(one)?.[1];
  if (folder === undefined) return false;
  const takes = pathMatcher([folder]);
  return takes(path) && !takes(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
}
