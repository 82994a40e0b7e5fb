import assert from 'node:assert/strict';
import { createEngine } from '../../../extension/engine/index.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

const lead = `---
kind: engagement
title: Shop
status: active
phase: delivery
owner: anna
counterpart: jonas
client: Nordbetal AB
supplier: Baltcode UAB
start: 2026-01-01
appetite: 8
---

## Risks

| Risk | Likelihood | Impact | Likelihood after | Impact after |
| --- | --- | --- | --- | --- |
| Fire | 2 | 5 | 1 | 4 |
| Flood | 1 | 1 | | |
| Theft | high | 2 | | |
`;

describe('a hover', () => {
  it('at a meeting says when it is for everybody, over a year of moved clocks', async () => {
    assert.deepEqual(await storyAt(exampleFiles('handover'), 'communication-plan.md', 'Handover check-in'), [
      'Local times from 2026-10-26 to 2027-10-25',
      '2026-10-27 to 2027-03-16: 09:00 in Europe/Oslo, 13:30 in Asia/Kolkata',
      '2027-03-30 to 2027-10-12: 09:00 in Europe/Oslo, 12:30 in Asia/Kolkata',
    ]);
  });

  it('at a key figure says what became of it, in order', async () => {
    const story = await storyAt(exampleFiles('payments'), 'goals.md', 'Declined by our own fault');
    assert.equal(story?.[0], 'Its results');
    assert.ok(story.length > 3);
    for (const line of story.slice(1))
      assert.match(line, /^2026(?:-\d\d|-Q\d): "?[\d.]+ %"?, (?:met|on the way)$/);
    assert.deepEqual(story.slice(1), story.slice(1).sort());
  });

  it('at a risk shows its place in the matrix', async () => {
    const files = new Map([['engagement.md', lead]]);
    assert.deepEqual((await storyAt(files, 'engagement.md', 'Fire'))!.slice(1), [
      ' 5 . # # # #',
      ' 4 . . # # #',
      ' 3 . . # # #',
      ' 2 . . . . X',
      ' 1 . . . x .',
      '   1 2 3 4 5',
    ]);
    assert.equal((await storyAt(files, 'engagement.md', 'Flood'))![5], ' 1 X . . . .');
    assert.equal(await storyAt(files, 'engagement.md', 'Theft'), undefined);
  });
});

/** The title and the lines at the row that begins with a name. */
async function storyAt(
  files: ReadonlyMap<string, string>,
  path: string,
  name: string,
): Promise<readonly string[] | undefined> {
  const engine = createEngine({ workspace: memoryWorkspace(files) });
  await engine.load();
  const line = files
    .get(path)!
    .split('\n')
    .findIndex((one) => one.startsWith(`| ${name} |`));
  const hover = await engine.hover(path, { line, character: 3 }, '2026-11-23');
  return hover?.story && [hover.story.title, ...hover.story.lines].map(inEnglish);
}
