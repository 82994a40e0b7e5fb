import assert from 'node:assert/strict';
import { cell, governed, rows, said, sla } from './reading.ts';

const incidents = (headers: string, cells: string): string => {
  const dashes = headers.replace(/[^|]+/g, ' --- ');
  return `## Incidents\n\n${headers}\n${dashes}\n${cells}\n`;
};

describe('tables under a known heading', () => {
  it('are said where no column is known, and where too few are', () => {
    assert.deepEqual(said(sla(incidents('| Year | Event |', '| 2025 | fire |'))), [
      'noColumn: | Year | Event |',
    ]);
    const few = incidents('| Respond | Year | Event | Cause |', '| 1 hour | 2025 | fire | wire |');
    assert.deepEqual(said(sla(few)), ['fewColumns: | Respond | Year | Event | Cause |']);
  });

  it('are free where the section has its table, or below a heading of their own', () => {
    const own = incidents('| Priority | Means | Respond | Restore |', '| P1 | down | 1 hour | 2 hours |');
    const other = '| Year | Event |\n| --- | --- |\n| 2025 | fire |\n';
    assert.deepEqual(said(sla(`${own}\n${other}`)), []);
    assert.deepEqual(said(sla(`## Incidents\n\n### History\n\n${other}`)), []);
    assert.deepEqual(said(sla(`## Notes\n\n${other}`)), []);
  });

  it('name the columns that fit by what stands in them', () => {
    const document = sla(incidents('| Priority | Reply | Event |', '| P1 | 1 hour | fire |'));
    assert.deepEqual(said(document), ['columnsLeft: | Priority | Reply | Event |']);
    const [problem] = document.problems;
    assert.equal(problem?.fixes?.length, 2);
    assert.equal(rows(document, 'incidents').length, 1);
  });

  it('are left to DOC014 where one column is missing, or all that is there is known', () => {
    const one = incidents('| Priority | Event | Respond | Restore |', '| P1 | fire | 1 hour | 2 hours |');
    assert.deepEqual(said(sla(one)), []);
    assert.deepEqual(said(sla(incidents('| Priority | Respond |', '| P1 | 1 hour |'))), []);
  });

  it('are hinted at by the slips of their headers, the one that names the rows too', () => {
    for (const [header, near] of [
      ['Prioxity', 'Priority'],
      ['Priorty', 'Priority'],
    ]) {
      const document = sla(incidents(`| ${header} | Event | Year |`, '| P1 | fire | 2025 |'));
      assert.deepEqual(said(document), [`nearColumn: ${header}`]);
      assert.equal(document.problems[0]?.data['near'], near);
    }
  });

  it('have hints at short slips, and none at what numbers or refers', () => {
    const actions = (header: string): readonly string[] =>
      said(
        governed(
          `---\nkind: record\n---\n## Actions\n\n| Action | Owner | ${header} |\n| --- | --- | --- |\n`,
        ),
      );
    for (const header of ['De', 'Du', 'ue', 'Dut', 'Statu'])
      assert.deepEqual(actions(header), [`nearColumn: ${header}`]);
    for (const header of ['No', 'No.', 'Nr', 'Ref', 'Id', '#', 'X', 'Cost'])
      assert.deepEqual(actions(header), []);
  });

  it('read the name of a column before another word for it', () => {
    for (const [headers, cells] of [
      ['| Service | Measure | Metric | Target |', '| API | availability | x | 99 % |'],
      ['| Service | Metric | Measure | Target |', '| API | x | availability | 99 % |'],
    ]) {
      const document = sla(`## Service levels\n\n${headers}\n| --- | --- | --- | --- |\n${cells}\n`);
      assert.deepEqual(said(document), ['otherHeader: Metric']);
      assert.equal(cell(rows(document, 'service_levels')[0], 'measure').source.text, 'availability');
    }
  });

  it('are said to be wanted where a text stands, unless it says none', () => {
    assert.deepEqual(said(sla('## Incidents\n\nWe answer soon.\n')), ['textOnly: Incidents']);
    for (const text of [
      'None so far.',
      'No incidents.',
      'Inga ännu.',
      'TBD',
      'To be decided',
      '',
      '<!-- x -->',
    ])
      assert.deepEqual(said(sla(`## Incidents\n\n${text}\n`)), [], text);
    assert.deepEqual(said(sla('## Notes\n\nWe answer soon.\n')), []);
  });
});
