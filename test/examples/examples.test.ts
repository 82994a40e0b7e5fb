import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, type Engine, type Finding, type GovernedDocument } from '../../extension/engine/index.ts';
import type { Field } from '../../extension/engine/model/document.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

const asOf = '2026-11-23';
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folders = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** What is expected under the profile base, and for some examples under full too. */
const expectations = folders.flatMap((folder) =>
  readdirSync(join(root, 'examples', folder))
    .filter((name) => /^expected.*\.json$/.test(name))
    .map((name) => [folder, name] as const),
);

interface Expected {
  readonly profile: string;
  readonly findings: readonly {
    readonly code: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    /** The line of the source that makes it true. */
    readonly because: string;
  }[];
}

describe('the examples', () => {
  for (const [folder, file] of expectations) {
    it(`say what their ${file} says: ${folder}`, async () => {
      const expected = JSON.parse(readFileSync(join(root, 'examples', folder, file), 'utf8')) as Expected;
      const engine = await engineOver(folder, expected.profile);
      assert.deepEqual(
        engine.check().findings.map(placeOf),
        expected.findings.map(({ because, ...place }) => {
          assert.ok(because.length > 20, because);
          return place;
        }),
      );
    });
  }

  it('of the payment platform are healthy', async () => {
    const { summary } = (await engineOver('payments', 'base')).check();
    assert.deepEqual([summary.errors, summary.warnings], [0, 0]);
    const kinds = new Set((await engineOver('payments', 'base')).engagements()[0]!.documents.map(({ kind }) => kind));
    assert.equal(kinds.size, 14);
  });

  it('are one engagement in both languages', async () => {
    const [english, swedish] = await Promise.all(['payments', 'betalningar'].map(shapeOf));
    assert.deepEqual(swedish, english);
  });

  for (const folder of ['payments', 'betalningar'])
    it(`hold records without a gap, credits in each state, two things overdue: ${folder}`, async () => {
      const engine = await engineOver(folder, 'full');
      const facts = await engine.facts({ asOf, names: new Set(['cadence-completeness', 'credits-open']) });
      const cadence = facts.filter(({ name }) => name === 'cadence-completeness');
      assert.deepEqual(new Set(cadence.map(({ value }) => value)), new Set(['100.00']));
      const credits = facts.filter(({ name }) => name === 'credits-open');
      const states = credits.map(({ data }) => String(data?.['state']));
      assert.deepEqual(states.sort(), ['credited', 'due', 'lapsed']);
      const due = await engine.due({ asOf });
      assert.deepEqual(
        due.filter(({ overdue }) => overdue).map(({ code }) => code),
        ['EXT001', 'REC016'],
      );
    });

  it('of the order find the transition plan due on two days', async () => {
    const { findings } = (await engineOver('wage-application', 'base')).check();
    const twice = findings.find(({ code, message }) => code === 'KPI016' && message.includes('Transition plan'));
    assert.match(twice?.message ?? '', /2016-12-02/);
    assert.match(twice?.message ?? '', /2016-11-18/);
  });
});

/** What an example holds, whatever its words: kinds, types and rows, what is found and due, and what can be computed. */
async function shapeOf(folder: string): Promise<object> {
  const [base, full] = await Promise.all(['base', 'full'].map((profile) => engineOver(folder, profile)));
  const due = await base!.due({ asOf });
  const facts = await base!.facts({ asOf });
  const documents = base!.engagements().flatMap((one) => one.documents);
  return {
    documents: documents.map(documentShape).sort(),
    findings: [base, full].map((engine) => engine!.check().findings.map(({ code }) => code)),
    accepted: full!.check().summary.accepted,
    due: due.map(({ code, date, party, overdue }) => `${date} ${code} ${party} ${overdue}`).sort(),
    facts: facts.map(({ name }) => name).sort(),
  };
}

function documentShape({ kind, status, keys, sections }: GovernedDocument): string {
  const { type, held, period } = keys as Readonly<Record<string, Field | undefined>>;
  const told = [type, held, period].map((field) => JSON.stringify(field?.value ?? ''));
  const rows = [...sections.values()].map((section) => `${section.key} ${section.rows.length}`);
  return [kind, status, ...told, ...Object.keys(keys).sort(), ...rows].join(' ');
}

async function engineOver(folder: string, profile: string): Promise<Engine> {
  const files = new Map(
    readdirSync(join(root, 'examples', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => [`examples/${folder}/${name}`, readFileSync(join(root, 'examples', folder, name), 'utf8')]),
  );
  const engine = createEngine({ workspace: memoryWorkspace(files), profiles: [profile] });
  await engine.load();
  return engine;
}

function placeOf({ code, path, range }: Finding): Omit<Expected['findings'][number], 'because'> {
  const { start, end } = range;
  return {
    code,
    path,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
