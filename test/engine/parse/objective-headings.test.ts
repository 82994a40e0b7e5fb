import assert from 'node:assert/strict';
import { cell, governed, rows, said } from './reading.ts';

const kpis =
  '| Key result | Target | By |\n| --- | --- | --- |\n| Lead time | at most 14 days | 2027-01-31 |\n';
const more = kpis.replace('Lead time', 'Night calls');
const objectives =
  '## Objectives\n\n| Objective | Owner |\n| --- | --- |\n| Faster payments | anna |\n| Lugna nätter | anna |\n\n';

function goals(body: string): ReturnType<typeof governed> {
  return governed(`---\nkind: goals\nstatus: active\n---\n\n# Goals\n\n${body}`);
}

describe('tables of KPIs below the headings of objectives', () => {
  it('are one table of KPIs, each of the objective above it', () => {
    const document = goals(
      `${objectives}## Objective 1: Faster payments\n\n${kpis}\n## Mål 2 – Lugna nätter\n\n${more}\n## Notes\n\nx\n`,
    );
    assert.deepEqual(said(document), []);
    const read = rows(document, 'kpis');
    assert.deepEqual(
      read.map((row) => [cell(row, 'kpi')?.value, cell(row, 'objective')?.value]),
      [
        ['Lead time', 'Faster payments'],
        ['Night calls', 'Lugna nätter'],
      ],
    );
    const { span } = cell(read[1], 'objective').source;
    assert.equal(document.text.slice(span.start, span.end), 'Lugna nätter');
  });

  it('are read below a heading of their own as well, and keep the objective that they name', () => {
    const named = more
      .replace('| By |', '| By | Objective |')
      .replace('--- |\n', '--- | --- |\n')
      .replace('-31 |', '-31 | Lugna nätter |');
    const document = goals(
      `${objectives}## KPIs\n\n### O1: Faster payments\n\n${kpis}\n### O2. Faster payments\n\n${named}`,
    );
    assert.deepEqual(
      rows(document, 'kpis').map((row) => cell(row, 'objective')?.value),
      ['Faster payments', 'Lugna nätter'],
    );
  });

  it('have no objective where no row is called so', () => {
    for (const before of ['', objectives]) {
      const document = goals(`${before}## Goal: Fewer calls\n\n${kpis}`);
      assert.deepEqual(
        rows(document, 'kpis').map(({ cells }) => 'objective' in cells),
        [false],
      );
    }
  });

  it('are free under other headings, in other documents, and where the table is another one', () => {
    for (const heading of ['Objective', 'Objectively: faster', 'Ordinary 1: x', 'O: faster'])
      assert.equal(goals(`${objectives}## ${heading}\n\n${kpis}`).sections.has('kpis'), false, heading);
    const sla = governed(`---\nkind: sla\nstatus: active\n---\n\n## Objective 1: x\n\n${kpis}`);
    assert.equal(sla.sections.has('kpis'), false);
    const other = goals(
      `${objectives}## Goal 1: Faster payments\n\n| Year | Event |\n| --- | --- |\n| 2025 | fire |\n`,
    );
    assert.equal(other.sections.has('kpis'), false);
  });
});
