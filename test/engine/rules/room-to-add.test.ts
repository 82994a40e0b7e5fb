import assert from 'node:assert/strict';
import { createEngine } from '../../../extension/engine/index.ts';
import { engagementText } from '../../cli/run-cli.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

const matter = 'kind: exit-plan\nstatus: active';

describe('fixes that add to a document', () => {
  for (const open of [
    '<!x',
    '<!-- a\n\nb',
    '```\na',
    '~~~ x\n\na\n',
    '<pre>\n\nx',
    '<script>',
    '<![CDATA[',
    '<?x',
  ])
    it(`add no section behind ${JSON.stringify(open)}`, async () => {
      const titles = await titlesOf(matter, open);
      assert.ok(!titles.some((title) => title.startsWith('Add the section')), titles.join());
    });

  for (const closed of [
    'x',
    '<!-- a -->',
    '```\na\n```',
    '- a\n\n  ```\n  x',
    '> ```\n> x',
    '<div>',
    '    x',
  ])
    it(`add a section behind ${JSON.stringify(closed)}`, async () => {
      assert.ok((await titlesOf(matter, closed)).includes('Add the section "Sudden exit"'));
    });

  for (const [odd, isRead] of [
    [matter, true],
    [`${matter}\ntrigger: |\n  a`, true],
    [`"kind": exit-plan\nstatus: active`, true],
    [`{\n${matter.replace('\n', ',\n')}\n}`, false],
    ['  kind: exit-plan\n  status: active', false],
    [`${matter}\ntrigger: "a`, false],
    [`${matter}\ntrigger: [`, false],
  ] as const)
    it(`add ${isRead ? 'a key' : 'no key'} to ${JSON.stringify(odd)}`, async () => {
      const titles = await titlesOf(odd, '---\n\nx');
      assert.equal(
        titles.some((title) => title.startsWith('Add the key')),
        isRead,
        titles.join(),
      );
    });

  it('add a row to the table, and none to the list below it', async () => {
    const text = `---\n${matter}\n---\n# T\n\n## Triggers\n\n| Trigger | Kind |\n| --- | --- |\n| - | - |\n| a | breach |\n- b | c\n`;
    const rows = (await fixesOf(text)).find(({ title }) => title.startsWith('Add the row'));
    assert.match(applyEdits(text, rows!.edits), /\| a \| breach \|\n(?:\|  \| \w+ \|\n){4}- b/);
  });

  it('add missing cells below a row of dashes, of many rows in little time', async () => {
    const table = `| Option | To |\n| --- | --- |\n| - | - |\n${'|a|\n'.repeat(4000)}`;
    const text = `---\n${matter}\n---\n# T\n\n## Options\n\n${table}`;
    const cells = (await fixesOf(text)).filter(({ title }) => title === 'Add the missing cells');
    assert.equal(cells.length, 4000);
    assert.match(applyEdits(text, cells[0]!.edits), /\| - \| - \|\n\|a\|  \|\n\|a\|\n/);
  }).timeout(10_000);
});

type Fixes = readonly { readonly title: string; readonly edits: Parameters<typeof applyEdits>[1] }[];

async function fixesOf(text: string): Promise<Fixes> {
  const files = new Map([
    ['engagement.md', engagementText],
    ['exit-plan.md', text],
  ]);
  const engine = createEngine({ workspace: memoryWorkspace(files), profiles: ['full'] });
  await engine.load();
  const { findings } = engine.check();
  return findings.filter(({ path }) => path === 'exit-plan.md').flatMap(({ fixes }) => fixes);
}

async function titlesOf(front: string, body: string): Promise<readonly string[]> {
  return (await fixesOf(`---\n${front}\n---\n# T\n\n${body}`)).map(({ title }) => title);
}
