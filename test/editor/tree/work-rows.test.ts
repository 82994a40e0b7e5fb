import assert from 'node:assert/strict';
import { historyPath } from '../../support/history-lines.ts';
import { shopOf } from '../../support/shop-of.ts';
import { rowsOf, toldIn } from './rows-of.ts';
import { speaking } from './speaking.ts';

const engagement = shopOf(`| Person | Party | Role | E-mail |
| --- | --- | --- | --- |
| anna | client | manager | anna@nordbetal.example |
| jonas | supplier | lead | jonas@baltcode.example |`);

function mapOf(components: readonly string[]): string {
  const rows = components.map((name) => `| ${name} | anna | \`${name}/**\` |\n`);
  return `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
---

## Components

| Component | Accountable | Paths |
| --- | --- | --- |
${rows.join('')}`;
}

/** The lines of the tooltip of the map that are about work. */
async function workShown(
  components: readonly string[],
  commits: readonly string[],
  profile: string,
  language: 'en' | 'sv' = 'en',
): Promise<readonly string[]> {
  const files = new Map([
    ['engagement.md', engagement],
    ['map.md', mapOf(components)],
    [historyPath, commits.join('\n')],
  ]);
  const row = (await rowsOf(files, profile, speaking(language))).find(
    ({ label }) => label === 'Who owns what',
  );
  const lines = row ? toldIn(row) : [];
  return lines.filter((one) => /^- (?:Work|Arbete|\d+ more|\d+ komponent)/.test(one));
}

describe('the row of an ownership map', () => {
  const commits = [
    '2026-01-05 anna@nordbetal.example +checkout/a.ts +ledger/a.ts',
    '2026-02-05 3x jonas@baltcode.example checkout/a.ts',
  ];

  it('draws who worked on each component, with the numbers beside it, where a rule counts that', async () => {
    assert.deepEqual(await workShown(['checkout', 'ledger'], commits, 'full'), [
      '- Work on checkout: █████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ client 25 %, supplier 75 %',
      '- Work on ledger: ████████████████████ client 100 %, supplier 0 %',
    ]);
    assert.deepEqual(await workShown(['checkout'], commits, 'full', 'sv'), [
      '- Arbete på checkout: █████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ client 25 %, supplier 75 %',
    ]);
  });

  it('draws nothing where no rule counts it, and of a component that nobody changed', async () => {
    assert.deepEqual(await workShown(['checkout'], commits, 'base'), []);
    assert.deepEqual(await workShown(['portal'], commits, 'full'), []);
  });

  it('says how many components it leaves out', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `part${i}`);
    const made = `2026-01-05 anna@nordbetal.example ${names.map((name) => `+${name}/a.ts`).join(' ')}`;
    const shown = await workShown(names, [made], 'full');
    assert.equal(shown.length, 7);
    assert.equal(shown.at(-1), '- 2 more components');
    assert.equal((await workShown(names.slice(1), [made], 'full')).at(-1), '- 1 more component');
  });
});
