import assert from 'node:assert/strict';
import type { GovernedDocument } from '../../../extension/engine/model/document.ts';
import { fixed, governed, rows, said, sla } from './reading.ts';

const table =
  '| Priority | Means | Respond | Restore |\n| --- | --- | --- | --- |\n| P1 | down | 15 minutes | 4 hours |\n';
const read = [
  '##Incidents',
  '##\u00a0Incidents',
  '\u200b## Incidents',
  '＃＃Incidents',
  '#Incidents',
  '**Incidents**',
  '**Incidents:**',
  '__Incidents__:',
  '<u>Incidents</u>',
  'Incidents:',
  'Incidents',
  '4. Incidents',
  '4) **Incidents**',
  'Incidenter:',
];

const process = (body: string): GovernedDocument => governed(`---\nkind: process\n---\n\n${body}`);

describe('headings that were meant', () => {
  for (const line of read)
    it(`are read and said: ${line}`, () => {
      const document = sla(`# Levels\n\n${line}\n\n${table}`);
      assert.deepEqual(said(document), [`meantHeading: ${line}`]);
      assert.equal(rows(document, 'incidents').length, 1);
      const mended = sla(fixed(document).replace(/^---[^]*?\n---\n/, ''));
      assert.deepEqual(said(mended), []);
      assert.equal(rows(mended, 'incidents').length, 1);
    });

  it('are said, and not read, where they nearly name a section', () => {
    for (const line of ['##Incidnets', 'x# Incidents', '#x Incidents', '##xIncidents']) {
      const document = sla(`${line}\n\n${table}`);
      assert.deepEqual(said(document), [`nearMeantHeading: ${line}`]);
      assert.equal(rows(sla(fixed(document).replace(/^---[^]*?\n---\n/, '')), 'incidents').length, 1);
    }
  });

  it('end the section above', () => {
    const services = '## Services\n\n| Service |\n| --- |\n| API |\n';
    const document = sla(`${services}\n##Incidents\n\n${table}\n##Notes\n\nAt night too.\n`);
    assert.equal(rows(document, 'services').length, 1);
    assert.equal(rows(document, 'incidents').length, 1);
    assert.equal(document.sections.get('notes')?.prose, 'At night too.');
  });

  it('have no anchor, since GitHub gives them none', () => {
    assert.deepEqual(sla(`**Incidents**\n\n${table}`).headings, []);
  });

  it('are prose where nothing says that they are meant', () => {
    for (const body of [
      `## Incidents\n\n**Incidents:**\n\n${table}`,
      '**Incidents**\n\n| Year | Event |\n| --- | --- |\n| 2025 | fire |\n',
      '#incidents at night\n',
      '```\n##Incidents\n```\n',
      '> ##Incidents\n',
      '- ##Incidents\n',
      '##Colours\n\ntext\n',
    ])
      // That a table stands under no heading for it is another matter.
      assert.deepEqual(
        said(sla(body)).filter((one) => !one.startsWith('usualTable: ')),
        [],
        body,
      );
  });

  it('are prose with a table below no heading where the line says more', () => {
    for (const body of [
      '**Incidents** are these:',
      'The incidents',
      '**Incidents**\n\nThese are rare.',
      'Incidents\nhappen.',
    ])
      assert.deepEqual(said(sla(`${body}\n\n${table}`)), [`tableAlone: ${table.split('\n')[0]}`], body);
  });

  it('are read in the numbering of any text', () => {
    for (const heading of [
      '4. Incidents',
      '4.1.2 Incidents',
      '4 - Incidents',
      'IV. Incidents',
      'A) Incidents',
      '§ 4 Incidents',
      'Section 4: Incidents',
      'Appendix A – Incidents',
      'Bilaga 3: Incidenter',
      'Avsnitt 4 Incidenter',
      'Part B: 4.1 Incidents',
      '🚨 Incidents',
      'Incidents 🚨',
      'Incidents {#inc}',
      'Incidents (P1 to P4) {#inc}',
      '**4. Incidents:**',
    ])
      assert.equal(rows(sla(`## ${heading}\n\n${table}`), 'incidents').length, 1, heading);
  });

  it('take no word for a number', () => {
    for (const heading of ['A Incidents', 'Major Incidents', 'Section Incidents', 'Mix - Incidents'])
      assert.equal(rows(process(`## ${heading}\n\n${table}`), 'incidents').length, 0, heading);
  });

  it('stand over lists in minutes', () => {
    const minutes = '---\nkind: process\n---\n**Steps**\n\n- look\n- mend\n';
    assert.equal(governed(minutes).sections.get('steps')?.items.length, 2);
  });
});
