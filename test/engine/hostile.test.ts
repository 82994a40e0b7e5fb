import assert from 'node:assert/strict';
import { say } from '../../extension/engine/model/said.ts';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, type Engine, type FileContent } from '../../extension/engine/index.ts';
import { processorTime } from '../support/processor-time.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const engagement = readFileSync(join(root, 'test/rules/engagement.md'), 'utf8');
const head =
  '---\nkind: sla\ntitle: Levels\nstatus: active\nowner: anna\ncounterpart: jonas\nmeasured_over: calendar month\n';
const levels =
  '\n## Service levels\n\n| Service | Measure | Target | Measured by |\n| --- | --- | --- | --- |\n';
const services = '\n## Services\n\n| Service |\n| --- |\n| API |\n';
const mostMs = 2000;

/** What a stranger may put into a document, and the code that must answer; none where it is simply read. */
const inputs: readonly { readonly name: string; readonly text: string; readonly says?: string }[] = [
  {
    name: 'JavaScript front matter',
    text: '---js\n{ kind: "sla", run: globalThis.hostile = true }\n---\nkind: sla\n',
    says: 'DOC001',
  },
  {
    name: 'a method of Object as the language of front matter',
    text: '---toString\nkind: sla\n---\n',
    says: 'DOC001',
  },
  {
    name: 'a constructor as the language of front matter',
    text: '---constructor\nkind: sla\n---\n',
    says: 'DOC001',
  },
  {
    name: '256 KiB of blank lines in front matter',
    text: `${head}${'\n'.repeat(262_144)}---\n`,
    says: 'DOC001',
  },
  { name: '256 KiB of blank lines in the body', text: `${head}---\n${'\n'.repeat(262_144)}`, says: 'DOC014' },
  {
    name: '2,000 nested brackets',
    text: `${head}x: ${'['.repeat(2000)}${']'.repeat(2000)}\n---\n`,
    says: 'DOC001',
  },
  {
    name: '20,000 anchors',
    text: `${head}${Array.from({ length: 20_000 }, (_, i) => `k${i}: &a${i} v\n`).join('')}---\n`,
    says: 'DOC001',
  },
  { name: 'a cyclic alias', text: `${head}x: &x [*x]\n---\n`, says: 'DOC001' },
  {
    name: 'an alias bomb',
    text: `${head}a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
      .split('')
      .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]\n`)
      .join('')}---\n`,
    says: 'DOC001',
  },
  {
    name: 'a line of 1 MiB in front matter',
    text: `${head}x: ${'y'.repeat(1_048_576)}\n---\n`,
    says: 'DOC001',
  },
  {
    name: 'a table of 20,000 rows',
    text: `${head}---\n${services}${levels}${'| API | availability | 99.9 % | the probe |\n'.repeat(20_000)}`,
    says: 'DOC020',
  },
  { name: '10,000 headings', text: `${head}---\n${'## Notes\n\n'.repeat(10_000)}`, says: 'DOC014' },
  { name: 'a NUL byte in front matter', text: `${head}x: a\0b\n---\n`, says: 'DOC001' },
  {
    name: 'a NUL byte in a cell',
    text: `${head}---\n${services}${levels}| API | availability | 99.9 % | the\0probe |\n`,
  },
  { name: 'a file of more than 2 MiB', text: `${head}---\n${'word '.repeat(500_000)}`, says: 'DOC001' },
  {
    name: 'one cell of 200 KB',
    text: `${head}---\n${services}${levels}| API | availability | ${'9'.repeat(200_000)} % | p |\n`,
    says: 'DOC019',
  },
  {
    name: '100,000 open emphasis marks',
    text: `${head}---\n${services}${levels}| API | availability | 99.9 % | ${'*_'.repeat(50_000)} |\n`,
    says: 'DOC020',
  },
  {
    name: '50,000 backticks',
    text: `${head}---\n\n## Measurement and exclusions\n\n${'`'.repeat(50_000)}\n`,
    says: 'DOC014',
  },
  { name: '3,000 nested quotes', text: `${head}---\n${'>'.repeat(3000)} x\n`, says: 'DOC014' },
];

describe('hostile documents', () => {
  for (const { name, text, says } of inputs) {
    it(`are answered in time: ${name}`, async () => {
      const taken = processorTime();
      const { findings, failed } = (await engineOver({ kind: 'text', text })).check();
      const ms = taken();
      assert.ok(ms < mostMs, `took ${Math.round(ms)} ms`);
      assert.equal(failed, false);
      const codes = findings.filter(({ path }) => path === 'sla.md').map(({ code }) => code);
      if (says === undefined) assert.deepEqual(codes, []);
      else assert.ok(codes.includes(says), `${says} is not among ${JSON.stringify([...new Set(codes)])}`);
    }).timeout(20_000);
  }

  it('run no code', async () => {
    await engineOver({ kind: 'text', text: inputs[0]!.text });
    assert.equal((globalThis as { hostile?: boolean }).hostile, undefined);
  });

  it('with bytes that are not UTF-8 are read, and said to be so', async () => {
    const text = `${head}---\n${services}${levels}| API | availability | 99.9 % | the \ufffd probe |\n`;
    const { findings } = (await engineOver({ kind: 'text', text, invalidUtf8: true })).check();
    assert.deepEqual(
      findings.map(({ code, messageId, range }) => ({ code, messageId, line: range.start.line })),
      [{ code: 'DOC001', messageId: 'invalidUtf8', line: 19 }],
    );
  });

  it('that cannot be read at all are named', async () => {
    const result = (await engineOver({ kind: 'unreadable', reason: say('permission denied') })).check();
    assert.deepEqual(result.unreadable, ['sla.md']);
    assert.deepEqual(
      result.findings.map(({ code, path }) => `${code} ${path}`),
      ['DOC001 sla.md'],
    );
  });

  it('have values that YAML would change, and are read as written', async () => {
    const text = `---\nkind: process\ntitle: 1.10\nstatus: active\nowner: anna\ncomponent: 012\ntrigger: 17:30\nlanguage: NO\n---\n\n## Components\n\n| Component | Accountable | Does the work |\n| --- | --- | --- |\n| 012 | anna | ruta |\n| 1.10 | anna | ruta |\n| 17:30 | anna | ruta |\n\n## Steps\n\n| Step | Do |\n| --- | --- |\n| 012 | NO |\n`;
    const engine = await engineOver({ kind: 'text', text });
    const document = engine.engagements()[0]!.documents.find(({ path }) => path === 'sla.md')!;
    const { title, component, trigger, language } = document.keys;
    assert.deepEqual(
      [title?.value, component?.value, trigger?.value, language?.value],
      ['1.10', '012', '17:30', 'no'],
    );
    const names = document.sections.get('components')!.rows.map(({ cells }) => cells.component?.value);
    assert.deepEqual(names, ['012', '1.10', '17:30']);
    const [step] = document.sections.get('steps')!.rows;
    assert.deepEqual([step?.cells.step?.value, step?.cells.do?.value], ['012', 'NO']);
    assert.deepEqual(engine.check().findings, []);
  });
});

async function engineOver(content: FileContent): Promise<Engine> {
  const files = new Map<string, FileContent>([
    ['engagement.md', { kind: 'text', text: engagement }],
    ['sla.md', content],
  ]);
  const engine = createEngine({
    workspace: {
      list: () => [...files.keys()],
      read: (path) => files.get(path),
      exists: (path) => files.has(path),
    },
  });
  await engine.load();
  return engine;
}
