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

  it('have no objective under other headings, and are free in other documents and where the table is another one', () => {
    for (const heading of ['Objectively: faster', 'Ordinary 1: Faster payments', 'O: Faster payments'])
      assert.deepEqual(
        rows(goals(`${objectives}## ${heading}\n\n${kpis}`), 'kpis').map(({ cells }) => 'objective' in cells),
        [false],
        heading,
      );
    const sla = governed(`---\nkind: sla\nstatus: active\n---\n\n## Objective 1: x\n\n${kpis}`);
    assert.equal(sla.sections.has('kpis'), false);
    const other = goals(
      `${objectives}## Goal 1: Faster payments\n\n| Year | Event |\n| --- | --- |\n| 2025 | fire |\n`,
    );
    assert.equal(other.sections.has('kpis'), false);
  });
});

describe('risks below headings of their own', () => {
  const risks = '| Risk | Likelihood | Impact |\n| --- | --- | --- |\n| Storm | 3 | 4 |\n';
  const register = (body: string): ReturnType<typeof governed> =>
    governed(`---\nkind: risk-register\nstatus: active\n---\n\n# Register\n\n${body}`);
  const categories = (body: string): readonly unknown[] =>
    rows(register(body), 'risks').map(({ cells }) =>
      'category' in cells ? cells.category?.value : undefined,
    );

  it('are of the category that the heading names', () => {
    const body = `## Risks\n\n### Security risks\n\n${risks}\n### Leverantörsrisker\n\n${risks}\n### Kompetens\n\n${risks}`;
    assert.deepEqual(categories(body), ['security', 'Leverantörsrisker', 'skills']);
    assert.deepEqual(said(register(body)), []);
  });

  it('have none where the heading says something else, and keep their own', () => {
    for (const heading of ['Open risks', 'High risks', 'Top risks', 'Risker', 'Öppna', 'Alla risker'])
      assert.deepEqual(categories(`## Risks\n\n### ${heading}\n\n${risks}`), [undefined], heading);
    assert.deepEqual(categories(`## Risks\n\n${risks}`), [undefined]);
    const own = risks
      .replace('| Impact |', '| Impact | Category |')
      .replace('--- |\n', '--- | --- |\n')
      .replace('| 4 |', '| 4 | legal |');
    assert.deepEqual(categories(`## Risks\n\n### Security\n\n${own}`), ['legal']);
  });
});
