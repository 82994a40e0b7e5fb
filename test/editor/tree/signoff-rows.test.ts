import assert from 'node:assert/strict';
import type { TreeRow } from '../../../extension/editor/tree/row.ts';
import type { Wording } from '../../../extension/editor/tree/wording.ts';
import { formerPath, historyPath } from '../../support/history-lines.ts';
import { engineOver } from '../../support/run-fixture.ts';
import { shopOf } from '../../support/shop-of.ts';
import { rowsOf, toldIn } from './rows-of.ts';
import { speaking } from './speaking.ts';

const english = speaking('en');
const swedish = speaking('sv');

const engagement = shopOf(`| Person | Party | Role | E-mail |
| --- | --- | --- | --- |
| anna | client | manager | anna@nordbetal.example |
| jonas | supplier | lead | jonas@baltcode.example |
| erik | supplier | lead | erik@baltcode.example |`);
const plan = `---
kind: kt-plan
title: Handover
status: active
owner: anna
counterpart: jonas
direction: to client
---

## Topics

| Topic | Component | From | To |
| --- | --- | --- | --- |
| Payments | Checkout | jonas | anna |
`;
const mapOf = (accountable: string, more = ''): string => `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
counterpart: jonas
---

## Components

| Component | Importance | Accountable |
| --- | --- | --- |
| Checkout | critical | ${accountable} |
${more}`;

/** The row of a document that anna reviewed and approved before the map was changed. */
async function rowOf(
  path: 'kt.md' | 'map.md',
  wording: Wording = english,
  now = mapOf('erik'),
): Promise<TreeRow> {
  const before = new Map([
    ['engagement.md', engagement],
    ['kt.md', plan],
    ['map.md', mapOf('jonas')],
  ]);
  const engineBefore = await engineOver(before, 'base');
  const signoffs = (['reviewed', 'approved'] as const).flatMap((means) => {
    const signing = engineBefore.signing(path, { by: 'anna', means, date: '2026-02-01', via: 'cli' });
    assert.ok(signing?.is === 'ready');
    return signing.files;
  });
  const files = new Map([
    ...before,
    ['map.md', now],
    ...signoffs.map((file) => [file.path, file.text] as const),
    [formerPath('map.md', 1), mapOf('jonas')],
    [
      historyPath,
      [
        '2026-01-05 anna@nordbetal.example +kt.md +map.md +engagement.md',
        `2026-02-01 anna@nordbetal.example ${signoffs.map((file) => `+${file.path}`).join(' ')}`,
        '2026-03-05 jonas@baltcode.example map.md',
      ].join('\n'),
    ],
  ]);
  const row = (await rowsOf(files, 'base', wording)).find(
    ({ target, context }) => target?.path === path && context.startsWith('outrigger.document.'),
  );
  assert.ok(row);
  return row;
}

const shownIn = (row: TreeRow): string => toldIn(row).join('\n');

describe('the row of a signed document', () => {
  it('asks whether it is still valid where something that it names has changed since, and offers to say so', async () => {
    const row = await rowOf('kt.md');
    assert.match(row.description, /^reviewed · still valid\?/);
    assert.match(row.spoken, /reviewed, still valid\?/);
    assert.equal(row.icon.id, 'unverified');
    assert.equal(row.context, 'outrigger.document.activeSuspect');
    const lines = shownIn(row).split('\n');
    assert.ok(lines.includes('- Sign-off: reviewed by anna (client)'), shownIn(row));
    assert.match(
      shownIn(row),
      /^- May not hold any more: it names Checkout \(map\.md\), which has changed since: Components: Checkout, Accountable: jonas -> erik \(2026-03-05, supplier, [0-9a-f]{8}\)$/m,
    );
  });

  it('asks nothing where only a row that it does not name has changed', async () => {
    const row = await rowOf('kt.md', english, mapOf('jonas', '| Ledger | important | erik |\n'));
    assert.doesNotMatch(row.description, /valid/);
    assert.equal(row.context, 'outrigger.document.active');
    assert.equal(row.icon.id, 'eye');
    assert.doesNotMatch(shownIn(row), /May not hold/);
  });

  it('says in words what has changed since it was signed, and by whom', async () => {
    const row = await rowOf('map.md');
    assert.match(row.description, /^changed since it was signed/);
    assert.equal(row.context, 'outrigger.document.active');
    const lines = shownIn(row).split('\n');
    assert.ok(lines.includes('- Sign-off: changed since anna (client) signed it on 2026-02-01'));
    assert.match(
      shownIn(row),
      /^- Changed: Components: Checkout, Accountable: jonas -> erik \(2026-03-05, supplier, [0-9a-f]{8}\)$/m,
    );
  });

  it('says how many changes it leaves to the history of the document', async () => {
    const rows = (count: number): string =>
      mapOf('jonas', Array.from({ length: count }, (_, i) => `| Part ${i} | important | erik |\n`).join(''));
    const changed = async (count: number): Promise<readonly string[]> =>
      shownIn(await rowOf('map.md', english, rows(count)))
        .split('\n')
        .filter((line) => /change/i.test(line));
    assert.equal((await changed(6)).length, 7);
    assert.equal((await changed(7)).at(-1), '- 1 more change');
    assert.equal((await changed(9)).at(-1), '- 3 more changes');
  });

  it('says the same in Swedish', async () => {
    assert.match((await rowOf('kt.md', swedish)).description, /^granskat · gäller det fortfarande\?/);
    assert.match(shownIn(await rowOf('kt.md', swedish)), /^- Gäller kanske inte längre: /m);
  });
});
