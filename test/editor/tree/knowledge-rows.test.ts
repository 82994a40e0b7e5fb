import assert from 'node:assert/strict';
import { engagementRows } from '../../../extension/editor/tree/engagement-rows.ts';
import type { TreeRow } from '../../../extension/editor/tree/row.ts';
import { engineOver } from '../../support/run-fixture.ts';
import { speaking } from './speaking.ts';

const english = speaking('en');
const swedish = speaking('sv');

const lead = `---
kind: engagement
title: Shop
status: active
phase: exit
client: C
supplier: S
start: 2026-01-01
end: 2027-01-31
---

## People

| Person | Party | Role | Until |
| --- | --- | --- | --- |
| anna | client | manager | |
| erik | client | architect | 2027-01-15 |
| ruta | supplier | engineer | |
| mantas | supplier | engineer | 2026-12-31 |
`;

const plan = `---
kind: kt-plan
title: Home
status: active
direction: to client
complete_by: 2027-01-31
---

## Topics

| Topic | From | To | Stage | Left to do |
| --- | --- | --- | --- | --- |
| Logs | ruta | anna | shadow | |
| Keys | ruta | anna | accepted | rotate the old ones |
| Jobs | ruta | anna | shadow | |
| Mail | ruta | erik | half way | |
| Tills | mantas | anna | | |

## Sessions

| Topic | Planned | Method |
| --- | --- | --- |
| Logs | 2027-02-02 | exam on the quay |
| Logs | 2026-11-24 | shadow |
| Tills | 2026-11-24 | |
`;

describe('the rows about knowledge', () => {
  async function talent(
    files: Readonly<Record<string, string>>,
    wording = english,
    asOf = '2026-11-23',
  ): Promise<readonly TreeRow[]> {
    const engine = await engineOver(new Map([['engagement.md', lead], ...Object.entries(files)]), 'base');
    const { folder, title } = engine.engagements()[0]!;
    const overview = await engine.overview(folder, asOf);
    const line = { folderUri: 'file:///work', folderName: 'work', folder, title, lead: undefined, overview };
    const [row] = engagementRows([line], false, wording);
    return (
      row!.children!()
        .find(({ id }) => id.endsWith('#talent'))
        ?.children?.() ?? []
    );
  }

  const lines = (rows: readonly TreeRow[]): readonly string[] =>
    rows.map(({ icon, label, description }) => `${icon.id} ${label} | ${description}`);

  it('stand beside their plan and say how many topics are accepted', async () => {
    const rows = await talent({ 'kt-plan.md': plan });
    assert.deepEqual(
      rows.map(({ context }) => context),
      ['outrigger.document.active', 'outrigger.knowledge'],
    );
    const [, row] = rows;
    assert.deepEqual(lines([row!]), [
      'warning Knowledge: 1 of 5 topics accepted | 1 topic too late · 1 topic without a session to come · next session 2026-11-24',
    ]);
    assert.equal(
      row!.spoken,
      'Knowledge: 1 of 5 topics accepted, 1 topic too late, 1 topic without a session to come, next session 2026-11-24',
    );
    assert.equal(row!.isOpen, false);
    assert.equal(row!.target?.path, 'kt-plan.md');
    assert.equal(row!.click, undefined);
  });

  it('lead to stages, to what moves next, and to what is wrong', async () => {
    const [, row] = await talent({ 'kt-plan.md': plan });
    const children = row!.children!();
    assert.deepEqual(lines(children), [
      'circle-outline identified | 1 topic',
      'circle-outline shadow | 2 topics',
      'pass-filled accepted | 1 topic',
      'circle-outline a stage that does not read | 1 topic',
      'calendar tomorrow: Logs | 2026-11-24 · shadow',
      'calendar tomorrow: Tills | 2026-11-24',
      'warning Logs: 2 days late | over on 2027-02-02, the handover ends on 2027-01-31',
      'circle-slash Jobs | no session to come',
      'account Mail | nobody who receives it is there after 2027-01-15',
      'account Tills | nobody who gives it is there after 2026-12-31',
    ]);
    assert.deepEqual(lines(children[1]!.children!()), [
      'book Logs | next session 2026-11-24 · ruta → anna',
      'book Jobs | ruta → anna',
    ]);
    assert.deepEqual(lines(children[2]!.children!()), ['book Keys | something is left to do · ruta → anna']);
    const [logs] = children[1]!.children!();
    assert.deepEqual(logs!.click, { does: 'open', range: rangeOf(12, 0, 33) });
    assert.equal(logs!.target?.path, 'kt-plan.md');
    assert.match(logs!.tooltip, /Stage: shadow\n- From: ruta\n- To: anna$/);
    assert.deepEqual(children[4]!.click, { does: 'open', range: rangeOf(23, 0, 30) });
    const ids = [row!, ...children, ...children.flatMap((one) => one.children?.() ?? [])].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('are Swedish in Swedish', async () => {
    const [, row] = await talent({ 'kt-plan.md': plan }, swedish);
    assert.deepEqual(lines([row!, ...row!.children!()]).slice(0, 3), [
      'warning Kunskap: 1 av 5 kunskapsområden godkända | 1 kunskapsområde för sent · 1 kunskapsområde utan genomgång framöver · nästa genomgång 2026-11-24',
      'circle-outline identifierat | 1 kunskapsområde',
      'circle-outline bredvidgång | 2 kunskapsområden',
    ]);
  });

  it('count several, and are calm where everything is accepted', async () => {
    const accepted = plan
      .replaceAll(/\|(?: shadow| half way|) \| \|$/gm, '| accepted | |')
      .replaceAll('erik', 'anna');
    const [, done] = await talent({ 'kt-plan.md': accepted });
    assert.deepEqual(lines([done!]), ['pass Knowledge: 5 of 5 topics accepted | ']);
    const alone = plan.replace(/\| Keys[^]*?\| Tills.*\n/, '').replaceAll('| Tills | 2026-11-24 | |\n', '');
    const [, one] = await talent({
      'kt-plan.md': alone.replace('| Logs | 2027-02-02 | exam on the quay |\n', ''),
    });
    assert.deepEqual(lines([one!]), [
      'mortar-board Knowledge: 0 of 1 topic accepted | next session 2026-11-24',
    ]);
    const [, late] = await talent({ 'kt-plan.md': plan }, english, '2027-03-01');
    assert.match(late!.description, /^3 topics too late · 3 topics without a session to come$/);
  });

  it('stand by themselves where topics stand in a document of another pillar, and not where no plan is active', async () => {
    const topics = plan.slice(plan.indexOf('\n## Topics'));
    const rows = await talent({ 'goals.md': `---\nkind: goals\ntitle: G\nstatus: active\n---\n${topics}` });
    assert.deepEqual(
      rows.map(({ context }) => context),
      ['outrigger.knowledge'],
    );
    const draft = await talent({ 'kt-plan.md': plan.replace('active', 'draft') });
    assert.deepEqual(
      draft.map(({ context }) => context),
      ['outrigger.document.draft'],
    );
  });
});

function rangeOf(line: number, from: number, to: number): object {
  return { start: { line, character: from }, end: { line, character: to } };
}
