import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Engine } from '../../../extension/engine/index.ts';
import type { Row } from '../../../extension/engine/model/document.ts';
import { pastResultFiles } from '../../cli/run-cli.ts';
import { engineOver } from '../../support/run-fixture.ts';

const path = 'records/draft.md';
const recordWith = (rows: string): string =>
  `---\nkind: record\ntitle: November\nstatus: draft\ntype: service-review\nheld: 2026-12-03\nperiod: 2026-11\n---\n\n## Results\n\n| Of | Measure | Result | Source | Note |\n| --- | --- | --- | --- | --- |\n${rows}\n## Notes\n\nNone.\n`;

async function engineWith(record: string): Promise<Engine> {
  return await engineOver(new Map([...Object.entries(pastResultFiles), [path, record]]), 'full');
}

function table(
  ...rows: readonly (readonly string[])[]
): readonly { line: number; cells: readonly string[] }[] {
  return rows.map((cells, i) => ({ line: i + 1, cells }));
}

const header = ['Of', 'Measure', 'Result', 'Source'];

function rowsOf(engine: Engine): readonly Row<'results'>[] {
  const document = engine.engagements()[0]!.documents.find((one) => one.path === path)!;
  return document.sections.get('results')!.rows;
}

describe('results that are imported', () => {
  it('write what others have written as it is, in one cell of one row, and once', async () => {
    const shapes = [
      '',
      '| Shop | availability | | | x |\n',
      '| Shop | availability |\n',
      '| Shop | availability | - | | |\n',
      'Shop | availability | |\n',
    ];
    let written = 0;
    const numRuns = Number(process.env['EDITS'] ?? 60);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.string({
          unit: fc.constantFrom('|', '\\', '`', '\n', '<', '-', '>', 'a', ' ', '#', '[', ']', '('),
        }),
        fc.constantFrom(...shapes),
        async (one, other, shape) => {
          const before = recordWith(shape);
          const engine = await engineWith(before);
          const source = one + other;
          const lines = table(header, ['Shop', 'availability', '99.95 %', source]);
          const done = engine.importedResults(path, lines)!;
          if (done.problems.length > 0) {
            assert.equal(done.text, before);
            return;
          }
          written++;
          assert.ok(done.text.startsWith(before.slice(0, before.indexOf('| --- |'))), done.text);
          assert.ok(done.text.endsWith('\n## Notes\n\nNone.\n'), done.text);
          engine.update(path, { kind: 'text', text: done.text });
          const rows = rowsOf(engine);
          assert.deepEqual(
            rows.map(({ cells }) => [cells.of?.source.text, cells.result?.source.text]),
            [['Shop', '99.95 %']],
          );
          const again = engine.importedResults(path, lines)!;
          assert.equal(again.text, done.text);
          assert.deepEqual(again.problems, []);
        },
      ),
      { numRuns },
    );
    assert.ok(written > numRuns / 2, 'most of them can be written');
  });

  it('know names of columns and measures in either language', async () => {
    const engine = await engineWith(recordWith('| Shop | availability | | | |\n'));
    const lines = table(['Utfall', 'Mått', 'Tjänst'], ['99,95 %', 'tillgänglighet', 'shop']);
    const { results, problems } = engine.importedResults(path, lines)!;
    assert.deepEqual(problems, []);
    assert.deepEqual(
      results.map(({ name, isNew, written }) => [name, isNew, written.map(({ text }) => text)]),
      [['Shop, availability', false, ['99.95 %']]],
    );
  });

  it('go into no table that cannot be read', async () => {
    const broken = recordWith('').replace('| --- | --- | --- | --- | --- |\n', '');
    const engine = await engineWith(broken);
    const done = engine.importedResults(path, table(header, ['Shop', 'availability', '99.95 %', '']))!;
    assert.equal(done.problems.length, 1);
    assert.equal(done.text, broken);
  });

  it('are plain data, and nothing where there is no document', async () => {
    const engine = await engineWith(recordWith(''));
    const done = engine.importedResults(path, table(header, ['Shop', 'availability', '99.95 %', 'probe']));
    assert.deepEqual(structuredClone(done), done);
    assert.equal(done?.results[0]?.isNew, true);
    assert.equal(engine.importedResults('none.md', table(header)), undefined);
  });
});
