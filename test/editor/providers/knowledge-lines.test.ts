import assert from 'node:assert/strict';
import { knowledgeLines } from '../../../extension/editor/providers/knowledge-lines.ts';
import type { HoverKnowledge } from '../../../extension/engine/index.ts';
import { knowledgeBar as barOf } from '../../../extension/engine/report/knowledge-bar.ts';
import { legendSaid } from '../../../extension/engine/report/knowledge-report.ts';
import { say } from '../../../extension/engine/values/say.ts';
import { speaking } from '../tree/speaking.ts';

function quarter(client: string, supplier: string, unknown: string): HoverKnowledge['quarters'][number] {
  return {
    quarter: '2026-Q1',
    changes: 12,
    sides: { client, supplier, unknown },
    bar: barOf({ client, supplier, unknown }),
    said: say('client {{percent}} %', { percent: client }),
  };
}

function linesOf(more: Partial<HoverKnowledge>, language: 'en' | 'sv' = 'en'): readonly string[] {
  const bar = {
    component: 'A *bold* [x](y)',
    plan: undefined,
    quarters: [],
    legend: legendSaid(),
    teams: [],
    facts: [],
    why: undefined,
  };
  return knowledgeLines({ ...bar, ...more }, speaking(language));
}

describe('the lines of a knowledge bar', () => {
  it('are a table with a drawing for each quarter and its text beside it', () => {
    const [title, table] = linesOf({ quarters: [quarter('80.0', '20.0', '0.0')] });
    assert.equal(title, '**Work on A \\*bold\\* \\[x\\]\\(y\\) in the Git history**');
    assert.deepEqual(table?.split('\n'), [
      '| Quarter | █ client\\, ▒ supplier\\, ░ not known |  | Commits |',
      '| --- | --- | --- | --- |',
      '| 2026\\-Q1 | ████████████████▒▒▒▒ | client 80\\.0 \\% | 12 |',
    ]);
  });

  for (const [[client, supplier, unknown], drawn] of [
    [['0.0', '100.0', '0.0'], '▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒'],
    [['100.0', '0.0', '0.0'], '████████████████████'],
    [['0.0', '0.0', '100.0'], '░░░░░░░░░░░░░░░░░░░░'],
    [['33.3', '33.3', '33.3'], '███████▒▒▒▒▒▒▒░░░░░░'],
    [['55.0', '0.0', '45.0'], '███████████░░░░░░░░░'],
  ] as const)
    it(`draw ${client}, ${supplier} and ${unknown} as twenty marks, those of the command line`, () => {
      const [, table = ''] = linesOf({ quarters: [quarter(client, supplier, unknown)] });
      assert.ok(table.includes(`| ${drawn} |`), table);
    });

  it('say what the plan says, which teams there are, and why there is nothing', () => {
    const plan = say('by the plan "{{topic}}" is: {{stage}}', { topic: '*x*', stage: 'accepted' });
    const teams = [say('{{team}} {{percent}} %', { team: 'A|B', percent: '40' })];
    assert.deepEqual(linesOf({ plan, teams }).slice(1), [
      'by the plan \\"\\*x\\*\\" is\\: accepted',
      'Teams in the last 12 months: A\\|B 40 \\%',
    ]);
    assert.deepEqual(linesOf({ why: say('the Git history is being read') }, 'sv'), [
      '**Arbete på A \\*bold\\* \\[x\\]\\(y\\) enligt Git-historiken**',
      'the Git history is being read',
    ]);
  });
});
