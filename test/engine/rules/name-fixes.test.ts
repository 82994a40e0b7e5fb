import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../extension/engine/index.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { engineOver } from '../../support/run-fixture.ts';

/** An owner, a cell and a person, each written as given; the first two refer to the third. */
function engagement(owner: string, cell: string, person: string): string {
  return `---
kind: engagement
title: Web shop
status: active
owner: ${owner}
---

## People

| Person | Party | Role |
| --- | --- | --- |
| ${person} | client | Lead |
| jonas | client | Lead |

## Meetings

| Meeting | Chair |
| --- | --- |
| Review | ${cell} |
`;
}

/** What DOC003 says of the names, and what is left of it and of DOC001 after each of its fixes. */
async function mended(text: string): Promise<{ readonly offered: number; readonly left: readonly string[] }> {
  const before = await findings(text);
  const left: string[] = [];
  const fixes = before.flatMap(({ fixes: its }) => its);
  for (const { edits } of fixes) {
    const after = await findings(applyEdits(text, edits));
    if (after.length >= before.length) left.push(applyEdits(text, edits), ...after.map((one) => one.message));
  }
  return { offered: fixes.length, left };
}

async function findings(text: string): Promise<readonly Finding[]> {
  const engine = await engineOver(new Map([['engagement.md', text]]), 'base');
  return engine.check().findings.filter(({ code }) => code === 'DOC003' || code === 'DOC001');
}

describe('a fix that writes a name', () => {
  for (const [what, person, offered] of [
    ['as it is', 'annabellla', 2],
    ['between stars', String.raw`\*annabella\*`, 1],
    ['with a pipe', String.raw`anna\|bella`, 2],
    ['like code', String.raw`\`annabella\``, 1],
    ['like a link', String.raw`anna\[bella\]`, 1],
    ['like an entity', 'annabella&amp;', 2],
    ['like a comment', 'annabella #', 1],
    ['over two lines', 'anna<br>bella', 0],
    ['with a bell in it', 'annabell\u0007a', 0],
    ['like a tag', String.raw`\<annabella>`, 2],
    ['like an entry of a list', String.raw`\- annabella`, 1],
  ] as const) {
    it(`writes it so that it is read: ${what}`, async () => {
      const result = await mended(engagement('annabella', 'annabella', person));
      assert.deepEqual(result.left, []);
      assert.equal(result.offered, offered);
    });
  }

  it('takes the marks along that pair across the beginning or end of what it replaces', async () => {
    for (const cell of [
      '**anna**bela',
      'anna**bela**',
      '[anna](x.md)bela',
      '**annabela**',
      '**anna**be**la**',
    ]) {
      const result = await mended(engagement('jonas', cell, 'annabella'));
      assert.ok(result.offered > 0, cell);
      assert.deepEqual(result.left, [], cell);
    }
  });

  it('writes any name so that it is read, or offers nothing', async () => {
    const mark = fc.constantFrom(
      ...String.raw`*_\`~[]()<>&#:;,'"!|-+=\%@{}?$^ ä`,
      '\u00a0',
      '\u0007',
      '&amp;',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(mark, { maxLength: 2 }), fc.nat(9), async (marks, at) => {
        const name = 'annabella'.slice(0, at) + marks.join('') + 'annabella'.slice(at);
        const escaped = name.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
        assert.deepEqual((await mended(engagement('annabella', 'annabella', escaped))).left, []);
      }),
      { numRuns: 150 },
    );
  });
});
