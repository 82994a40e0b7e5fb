import assert from 'node:assert/strict';
import { engineOver } from '../../support/run-fixture.ts';
import { webShop } from '../../support/web-shop.ts';

/** What is said of an evaluation with this table, by code and place. */
async function saidOf(heading: string, ...lines: string[]): Promise<readonly string[]> {
  const text = `---
kind: partner-evaluation
title: Choice
status: active
owner: hanna
purpose: selection
scale: 1-5
---

## ${heading}

${lines.join('\n')}
`;
  const files = new Map([
    ['engagement.md', webShop],
    ['choice.md', text],
  ]);
  const { findings } = (await engineOver(files, 'base')).check();
  return findings
    .filter(({ path }) => path === 'choice.md')
    .map(({ code, range, message }) => `${code} ${range.start.line + 1} ${message}`);
}

describe('a table of two sections', () => {
  const header = '| Criterion | Category | Weight | Alpha | Beta |';
  const dashes = '| --- | --- | --- | --- | --- |';

  it('needs neither the one nor the other beside it, and says nothing where all is well', async () => {
    for (const heading of ['Criteria', 'Scores', 'Utvärderingsmatris'])
      assert.deepEqual(await saidOf(heading, header, dashes, '| Price | price | 100 | 4 | 3 |'), [], heading);
  });

  it('is said once where its names are wrong: twice there, empty, still to come', async () => {
    for (const [code, ...names] of [
      ['DOC002', 'Price', 'Price'],
      ['DOC014', 'Price', ''],
      ['DOC014', 'Price', 'TBD'],
    ]) {
      const rows = names.map((name) => `| ${name} | price | 50 | 4 | 3 |`);
      const said = await saidOf('Scores', header, dashes, ...rows);
      assert.equal(said.length, 1, said.join('\n'));
      assert.match(said[0] ?? '', new RegExp(`^${code} 15 `));
    }
  });

  it('is checked in both parts', async () => {
    const said = await saidOf(
      'Criteria',
      header,
      dashes,
      '| Price | price | many | four | 3 |',
      '| Skill | people | 50 | 4 | 3 |',
    );
    assert.deepEqual(
      said.map((one) => one.slice(0, 9)),
      ['DOC019 14', 'DOC019 14'],
    );
  });

  it('lacks a column at the heading under which it stands', async () => {
    const said = await saidOf(
      'Scores',
      '| Criterion | Category | Minimum | Alpha |',
      '| --- | --- | --- | --- |',
      '| Price | price | 2 | 4 |',
    );
    assert.deepEqual(said, ['DOC014 10 The table under "Scores" lacks the column "Weight".']);
  });
});
