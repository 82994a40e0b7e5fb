import assert from 'node:assert/strict';
import { createEngine, type Engine, type Finding } from '../../../extension/engine/index.ts';
import { engagementText } from '../../cli/run-cli.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

const path = 'exit-plan.md';
const head = '---\nkind: exit-plan\nstatus: active\n---\n# Leaving\n\n## Options\n\n';

describe('fixes of lines that were meant as a table', () => {
  for (const above of ['', 'text\n', '- item\n', '> q\n', '1. a\n', '- a\n  - b\n'])
    for (const indents of [
      ['', '    '],
      [' ', '\t'],
      ['   ', '  '],
      ['', ''],
    ] as const)
      for (const dashes of ['| --- | --- |', '| --- |'])
        it(`leave a table below ${JSON.stringify(above)} at ${JSON.stringify(indents)} with ${dashes}`, async () => {
          const [header, below] = indents;
          const text = `${head}${above}${header}| Option | To |\n${below}${dashes}\n     | a | own team |\n`;
          const { engine, findings } = await check(text);
          for (const fix of findings.flatMap(({ fixes }) => fixes)) {
            const fixed = applyEdits(text, fix.edits);
            engine.update(path, { kind: 'text', text: fixed });
            // A row that is indented too far is cut off, and then said to be.
            const left = lostIn(engine).filter(({ messageId }) => messageId !== 'cutTable');
            assert.deepEqual([fixed !== text, left], [true, []], fixed);
          }
        });

  it('offer none where the line of dashes stands in a quote', async () => {
    const { findings } = await check(`${head}> q\n| Option | To |\n> | --- | --- |\n`);
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes),
      [],
    );
  });
});

async function check(
  text: string,
): Promise<{ readonly engine: Engine; readonly findings: readonly Finding[] }> {
  const files = new Map([
    ['engagement.md', engagementText],
    [path, text],
  ]);
  const engine = createEngine({ workspace: memoryWorkspace(files) });
  await engine.load();
  return { engine, findings: lostIn(engine) };
}

function lostIn(engine: Engine): readonly Finding[] {
  return engine.check().findings.filter((finding) => finding.code === 'DOC020');
}
