import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkRules, dueRules } from '../../extension/engine/index.ts';
import { readFixtureFile } from '../support/read-fixture.ts';
import { factDefinitions, runCase, type Comparison } from '../support/run-fixture.ts';

const here = dirname(fileURLToPath(import.meta.url));
const healthy = readFileSync(join(here, 'engagement.md'), 'utf8');
const update = process.env.UPDATE_FIXTURES === '1';

interface FixtureFile {
  readonly path: string;
  readonly subject: string;
}

const files: readonly FixtureFile[] = [
  ...fixturesIn(here, (name) => name.slice(0, 6)),
  ...fixturesIn(join(here, '../facts'), (name) => name.slice(0, -3)),
];

function fixturesIn(folder: string, subjectOf: (name: string) => string): readonly FixtureFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'engagement.md')
    .sort()
    .map((name) => ({ path: join(folder, name), subject: subjectOf(name) }));
}

describe('fixtures', () => {
  it('stand for every rule and every fact', () => {
    const subjects = new Set(files.map(({ subject }) => subject));
    const all = [...checkRules, ...dueRules]
      .map(({ code }) => code)
      .concat(factDefinitions.map(({ name }) => name));
    assert.deepEqual(
      all.filter((subject) => !subjects.has(subject)),
      [],
    );
  });

  for (const { path, subject } of files) {
    const text = readFileSync(path, 'utf8');
    // A page that cannot be read stops the run: its cases would be missing without anybody noticing.
    const { title, cases } = readFixtureFile(path);
    describe(title, () => {
      const comparisons: Comparison[] = [];
      for (const one of cases) {
        it(one.title, async () => {
          const needsEngagement = ![...one.files.keys()].some((file) => /(?:^|\/)engagement\.md$/.test(file));
          const defaults = new Map(needsEngagement ? [['engagement.md', healthy]] : []);
          const result = await runCase(subject, one, defaults);
          comparisons.push(...result.comparisons);
          if (update) return;
          for (const { expectation, actual } of result.comparisons) {
            assert.deepEqual([...actual], [...expectation.lines], `the block at line ${expectation.from}`);
          }
          assert.deepEqual(result.complaints, []);
        });
      }
      after(() => {
        if (update) writeFileSync(path, rewritten(text, comparisons));
      });
    });
  }
});

/** The fixture with its expectations as they are now. */
function rewritten(text: string, comparisons: readonly Comparison[]): string {
  const lines = text.split('\n');
  for (const { expectation, actual } of [...comparisons].sort(
    (a, b) => b.expectation.from - a.expectation.from,
  )) {
    lines.splice(expectation.from, expectation.to - expectation.from, ...actual);
  }
  return lines.join('\n');
}
