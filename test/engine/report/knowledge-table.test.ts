import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { english, type ReportLanguage } from '../../../extension/engine/report/language.ts';
import { knowledgeTable, type KnowledgeTable } from '../../../extension/engine/report/knowledge-table.ts';
import { createLanguage } from '../../../extension/language/language.ts';
import { engineOver } from '../../support/run-fixture.ts';
import { exampleFiles } from '../../support/example-files.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.sv.json'), 'utf8')) as Record<
  string,
  string
>;
const { say } = createLanguage(bundle);
const swedish: ReportLanguage = { ...english, say };

describe('the table of a knowledge transfer', () => {
  async function table(language: ReportLanguage, asOf = '2026-11-23'): Promise<KnowledgeTable> {
    const engine = await engineOver(exampleFiles('handover'), 'base');
    const { folder } = engine.engagements()[0]!;
    const standing = await engine.standing(folder, asOf);
    return knowledgeTable(standing!.knowledge[0]!, language);
  }

  const rowOf = ({ rows }: KnowledgeTable, name: string): readonly string[] => {
    const { marks, stage, from, to, next, remark } = rows.find((row) => row.name === name)!;
    return [marks, stage, from, to, next, remark];
  };

  it('has a row for each topic with the stages that it has reached', async () => {
    const its = await table(english);
    assert.deepEqual(its.header, ['Topic', 'Stage', 'From', 'To', 'Next session', 'Too late']);
    assert.equal(its.rows.length, 13);
    assert.deepEqual(rowOf(its, 'Restore the booking database'), [
      '●●●●●●',
      'accepted',
      'subhajit',
      'sindre, marte',
      '',
      '',
    ]);
    assert.deepEqual(rowOf(its, 'Load the summer timetable'), [
      '●●○○○○',
      'documented',
      'sharmistha, imran',
      'kjersti, marte',
      '2026-12-10',
      '16 days late',
    ]);
    assert.deepEqual(
      its.lines.map(([name]) => name),
      ['Stages', 'Next', 'Too late', 'Leaving', 'Left to do'],
    );
  });

  it('says where nothing is planned any more, and how late that is by now', async () => {
    const its = await table(english, '2027-03-17');
    assert.deepEqual(rowOf(its, 'Open the gates by hand').slice(4), ['none', '17 days late']);
  });

  it('is Swedish in Swedish', async () => {
    const its = await table(swedish);
    assert.deepEqual(its.header, ['Kunskapsområde', 'Skede', 'Från', 'Till', 'Nästa genomgång', 'För sent']);
    assert.deepEqual(rowOf(its, 'Load the summer timetable').slice(0, 2), ['●●○○○○', 'dokumenterat']);
    assert.deepEqual(rowOf(its, 'Load the summer timetable').slice(5), ['16 dagar för sent']);
  });
});
