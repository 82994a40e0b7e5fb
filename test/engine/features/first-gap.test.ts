import assert from 'node:assert/strict';
import { firstGap } from '../../../extension/engine/features/first-gap.ts';
import { scaffold, scaffoldKinds } from '../../../extension/engine/features/scaffold.ts';
import { engagementText } from '../../cli/run-cli.ts';
import { engineOver } from '../../support/run-fixture.ts';

/** The first gap of a document as the engine asks about it, with ‸ where the cursor stands. */
async function gapIn(text: string, path = 'new.md'): Promise<string> {
  const files = new Map([
    ['engagement.md', engagementText],
    [path, text],
  ]);
  const engine = await engineOver(files, 'base');
  const gap = firstGap(text, engine.questions([path]));
  const lines = gap.text.split('\n');
  const line = lines[gap.position.line]!;
  return `${line.slice(0, gap.position.character)}‸${line.slice(gap.position.character)}`;
}

const matter = (...keys: string[]): string =>
  ['---', 'kind: goals', 'status: draft', ...keys, '---', ''].join('\n');

describe('the first thing to fill in', () => {
  it('is the first empty key, with the blank that YAML needs', async () => {
    assert.equal(await gapIn(scaffold('sla', 'en', new Map())), 'owner: ‸');
    assert.equal(await gapIn(scaffold('sla', 'sv', new Map([['owner', 'anna']]))), 'counterpart: ‸');
    assert.equal(await gapIn(scaffold('record', 'en', new Map())), 'type: ‸');
  });

  it('is an empty cell where the keys are filled, with a blank on either side', async () => {
    const values = new Map([
      ['owner', 'anna'],
      ['counterpart', 'jonas'],
      ['measured_over', 'week'],
    ]);
    assert.equal(await gapIn(scaffold('sla', 'en', values)), '| ‸ | availability | | | | |');
  });

  it('is a key that may stay empty where nothing is asked', async () => {
    const values = new Map([
      ['type', 'check-in'],
      ['held', '2026-11-23'],
    ]);
    const text = scaffold('record', 'en', values).replace('\n---\n', '\nmeeting:\n---\n');
    assert.equal(await gapIn(text), 'meeting: ‸');
  });

  it('is the line below a heading without rows, and the end where nothing is left', async () => {
    const heading = `${matter('title: T', 'owner: anna')}\n## Objectives\n\n## KPIs\n`;
    const engine = await engineOver(
      new Map([
        ['engagement.md', engagementText],
        ['g.md', heading],
      ]),
      'base',
    );
    const { text, position } = firstGap(heading, engine.questions(['g.md']));
    assert.equal(text, heading);
    assert.deepEqual(position, { line: 8, character: 0 });
    assert.deepEqual(firstGap('# A\n', []).position, { line: 1, character: 0 });
    assert.deepEqual(firstGap('', []).position, { line: 0, character: 0 });
  });

  for (const language of ['en', 'sv'] as const) {
    it(`lies within every new document, and changes at most one line of it: ${language}`, async () => {
      for (const kind of scaffoldKinds.filter((one) => one !== 'engagement')) {
        const before = scaffold(kind, language, new Map());
        const engine = await engineOver(
          new Map([
            ['engagement.md', engagementText],
            ['new.md', before],
          ]),
          'base',
        );
        const { text, position } = firstGap(before, engine.questions(['new.md']));
        assert.ok(text.length - before.length <= 1, kind);
        assert.match(text.split('\n')[position.line]!.slice(0, position.character), /(?:: |\| )$/, kind);
      }
    });
  }
});
