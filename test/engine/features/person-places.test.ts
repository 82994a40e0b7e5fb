import assert from 'node:assert/strict';
import type { LeaverReport } from '../../../extension/engine/kinds/people/leaver-report.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { engineOver } from '../../support/run-fixture.ts';

async function reportOf(
  files: ReadonlyMap<string, string>,
  person: string,
  on: string,
): Promise<LeaverReport> {
  const engine = await engineOver(files, 'base,full');
  return (await engine.leaver('', { person, on }))!.report;
}

describe('the places that name a person', () => {
  const payments = exampleFiles('payments');

  for (const [person, name] of [
    ['beatriz', 'Beatriz Fonseca'],
    ['oskar', 'Oskar Thelin'],
    ['tiago', 'Tiago Moreira'],
  ] as const)
    it(`are all that a search by hand finds: ${person}`, async () => {
      const { places } = await reportOf(payments, person, '2027-01-29');
      const found = new Set(places.map(({ path, range }) => `${path}:${range.start.line + 1}`));
      const searched = new Set<string>();
      for (const [path, text] of payments)
        text.split('\n').forEach((line, i) => {
          if (new RegExp(`\\b(?:${person}|${name})\\b`, 'i').test(line)) searched.add(`${path}:${i + 1}`);
        });
      assert.ok(searched.size > 40);
      assert.deepEqual(
        [...searched].filter((place) => !found.has(place)),
        [],
      );
      assert.deepEqual(
        [...found].filter((place) => !searched.has(place)),
        [],
      );
      // The name as often as it stands there, but for the own row, which is told whole.
      const words = [...payments.values()].join('\n').match(new RegExp(`\\b${person}\\b`, 'g'))!.length;
      const row = payments
        .get('people.md')!
        .split('\n')
        .find((line) => line.startsWith(`| ${person} |`))!;
      const inRow = row.match(new RegExp(`\\b${person}\\b`, 'g'))!.length;
      const inFile = places.filter(({ is }) => is !== 'row').length;
      assert.equal(inFile, words - inRow);
    });

  it('say what the person is there, and whether that is past', async () => {
    const { places } = await reportOf(payments, 'leonor', '2027-02-26');
    const said = places.map(
      ({ path, at, what, standing }) => `${path} ${at} ${standing}: ${inEnglish(what)}`,
    );
    assert.ok(
      said.includes('ownership-map.md Components[1].Does the work active: Does the work of "Card vault"'),
    );
    assert.ok(said.includes('runbooks/gateway-down.md owner active: owner'));
    assert.ok(said.includes('people.md People[7] active: the row of the person'));
    assert.ok(said.some((line) => /^records\/\S+ attended past: attended$/.test(line)));
    const { places: signed } = await reportOf(payments, 'tiago', '2027-02-26');
    assert.ok(signed.some(({ path, standing }) => path.startsWith('signoffs/') && standing === 'past'));
    const header = signed.find(({ is }) => is === 'header');
    assert.equal(header && inEnglish(header.what), 'column of Who does what');
  });

  it('say nothing of longer words, nor of a name that holds marks of a search', async () => {
    const engagement = `---
kind: engagement
title: Shop
status: active
owner: a.b
client: Nord
supplier: Süd
---

## People

| Person | Name | Party |
| --- | --- | --- |
| a.b | A (B) | client |
| ann | Ann Ek | supplier |

## Purpose

axb, anna, annex and a.b; ANN, ann-marie.
`;
    const files = new Map([['engagement.md', engagement]]);
    const texts = async (person: string): Promise<number> =>
      (await reportOf(files, person, '2027-01-29')).places.filter(({ is }) => is === 'text').length;
    assert.equal(await texts('a.b'), 1);
    assert.equal(await texts('ann'), 2);
  });
});

describe('what follows where somebody leaves', () => {
  const plan = (aftercare: string): string => `---
kind: kt-plan
title: Handover
status: active
owner: hanna
counterpart: tom
direction: to client
complete_by: 2027-03-31
${aftercare}---

## Topics

| Topic | From | To | Stage | Accepted on |
| --- | --- | --- | --- | --- |
| Ledger | tom | hanna | shadow | |
| Shop | tom, eva | hanna, ola | shadow | |
| Portal | eva | hanna | shadow | |
| Done | tom | hanna | accepted | 2026-10-01 |
`;
  const engagement = `---
kind: engagement
title: Shop
status: active
owner: hanna
counterpart: tom
client: Nord
supplier: Süd
---

## People

| Person | Party | Until |
| --- | --- | --- |
| hanna | client | |
| ola | client | |
| tom | supplier | |
| eva | supplier | 2027-04-10 |
`;
  const runbook = (who: readonly string[]): string =>
    `---\nkind: process\ntitle: Down\ntype: runbook\nstatus: active\nowner: ola\n---\n\n## Steps\n\n1. look\n\n## Rehearsals\n\n| Date | Who |\n| --- | --- |\n${who.map((one, i) => `| 2026-0${i + 1}-01 | ${one} |\n`).join('')}`;
  const files = (aftercare = 'aftercare: 4 weeks\n', who = ['tom', 'tom']): ReadonlyMap<string, string> =>
    new Map([
      ['engagement.md', engagement],
      ['plan.md', plan(aftercare)],
      ['down.md', runbook(who)],
    ]);
  const topics = ({ topics }: LeaverReport): readonly (readonly unknown[])[] =>
    topics.map(({ topic, does, hasOneReceiver, needed }) => [topic, does, hasOneReceiver, needed]);

  it('names topics that lose all who know them, and those without a second receiver', async () => {
    assert.deepEqual(topics(await reportOf(files(), 'tom', '2027-04-27')), [
      ['Ledger', 'gives', true, '2027-04-28'],
      // eva leaves before as well.
      ['Shop', 'gives', false, '2027-04-28'],
    ]);
    assert.deepEqual(topics(await reportOf(files(), 'tom', '2027-04-28')), [
      ['Ledger', 'gives', true, undefined],
    ]);
    assert.deepEqual(topics(await reportOf(files(), 'hanna', '2027-04-28')), [
      ['Ledger', 'receives', true, undefined],
      ['Portal', 'receives', true, undefined],
      ['Done', 'receives', true, undefined],
    ]);
    assert.deepEqual(topics(await reportOf(files(), 'ola', '2027-04-28')), []);
  });

  it('gives the day of KTP009 from the other end as the last one for an overlap', async () => {
    const { overlap } = await reportOf(files(), 'tom', '2027-04-28');
    assert.deepEqual(overlap, { lastDay: '2027-03-31', aftercare: { path: 'plan.md', text: '4 weeks' } });
    const without = await reportOf(files(''), 'tom', '2027-04-28');
    assert.deepEqual(without.overlap, { lastDay: '2027-04-28', aftercare: undefined });
    // Who gives no topic is not asked to help.
    assert.equal((await reportOf(files(), 'ola', '2027-04-28')).overlap.lastDay, '2027-04-28');
  });

  it('names runbooks that nobody else has rehearsed, critical or not', async () => {
    const alone = await reportOf(files(), 'tom', '2027-04-28');
    assert.deepEqual(
      alone.runbooks.map(({ path, title, isCritical }) => [path, title, isCritical]),
      [['down.md', 'Down', false]],
    );
    assert.deepEqual((await reportOf(files('', ['tom', 'eva']), 'tom', '2027-04-28')).runbooks, []);
    assert.deepEqual((await reportOf(files(), 'eva', '2027-04-28')).runbooks, []);
  });

  it('names where nobody else is named, of the day that is asked about', async () => {
    const report = await reportOf(files(), 'tom', '2027-04-28');
    assert.equal(report.until, undefined);
    assert.deepEqual(
      report.alone.map(({ path, what }) => `${path} ${inEnglish(what)}`),
      ['engagement.md counterpart', 'plan.md counterpart'],
    );
    assert.equal((await reportOf(files(), 'eva', '2027-04-28')).until, '2027-04-10');
  });
});
