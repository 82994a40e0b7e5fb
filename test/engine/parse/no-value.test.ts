import assert from 'node:assert/strict';
import { engineOver } from '../../support/run-fixture.ts';
import { liveStates } from '../../support/live-states.ts';
import { isStillToCome, saysNothing } from '../../../extension/engine/values/no-value.ts';

const people = `---
kind: engagement
title: Web shop
status: active
owner: anna
---

## People

| Person | Name | Party |
| --- | --- | --- |
| anna | Anna Lind | client |
| jonas | Jonas Ek | supplier |
| per1 | Per Berg | client |
| per2 | Per Berg | supplier |

## Teams

| Team | Party |
| --- | --- |
| Vilnius team | supplier |
`;

function ownership(accountable: string, backup: string): string {
  return `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
---

## Components

| Component | Importance | Accountable | Backup |
| --- | --- | --- | --- |
| Shop | critical | ${accountable} | ${backup} |
`;
}

describe('a cell that says nothing', () => {
  it('is empty whatever its column holds, and what is still to come asks again', () => {
    for (const text of [
      '-',
      '–',
      '—',
      '---',
      'N/A',
      'n/a',
      'n.a.',
      'not applicable',
      'ej aktuellt.',
      'Ej tillämpligt',
    ])
      assert.ok(saysNothing(text, 'text'), text);
    for (const text of ['N/A pages fail', '-1', 'na', 'NA', 'none', 'no', '0', '24 - 7'])
      assert.ok(!saysNothing(text, 'text'), text);
    assert.ok(saysNothing('none', 'depends') && saysNothing('Ingen', 'who'));
    assert.ok(!saysNothing('none', 'duration') && !saysNothing('nobody', 'who'));
    for (const text of [
      'TBD',
      'T.B.D.',
      'tbc',
      'to be decided',
      'To be appointed.',
      'ska fyllas i',
      'att bestämma',
      '???',
    ])
      assert.ok(isStillToCome(text), text);
    for (const text of ['pages say to be confirmed', 'to be', 'TBDs', 'bestämma', '..'])
      assert.ok(!isStillToCome(text), text);
  });

  it('keeps its text and is asked for where it must say something', async () => {
    const files = new Map([
      ['engagement.md', people],
      ['map.md', ownership('—', 'n/a')],
    ]);
    const [state] = await liveStates(files);
    const { cells } = state!.evaluate().view.rows('components')[0]!;
    assert.deepEqual(
      [cells.accountable, cells.backup].map((cell) => [cell?.state, cell?.source.text]),
      [
        ['empty', '—'],
        ['empty', 'n/a'],
      ],
    );
    const { findings } = (await engineOver(files, 'base')).check();
    assert.ok(findings.some(({ code, at }) => code === 'DOC014' && at === 'Components[0].Accountable'));
  });
});

describe('people in other words', () => {
  const targets = async (text: string): Promise<readonly (string | undefined)[]> => {
    const [state] = await liveStates(
      new Map([
        ['engagement.md', people],
        ['map.md', ownership('anna', text)],
      ]),
    );
    const { view } = state!.evaluate();
    return view.who(view.rows('components')[0]!.cells.backup).map(({ target }) => target?.name);
  };

  it('are known by their names, several between "and", "&" and strokes', async () => {
    for (const [text, expected] of [
      ['Jonas Ek', ['jonas']],
      ['Jonas Ek (on call)', ['jonas']],
      ['anna & jonas', ['anna', 'jonas']],
      ['anna / Jonas Ek', ['anna', 'jonas']],
      ['anna och jonas', ['anna', 'jonas']],
      ['Anna Lind, Jonas Ek and Vilnius team', ['anna', 'jonas', 'Vilnius team']],
    ] as const)
      assert.deepEqual(await targets(text), expected, text);
  });

  it('are nobody where two have the name', async () => {
    assert.deepEqual(await targets('Per Berg'), [undefined]);
  });

  it('are offered by their key where the name is nearly right, and by the name that goes on', async () => {
    const offers = async (text: string): Promise<readonly string[]> => {
      const files = new Map([
        ['engagement.md', people],
        ['map.md', ownership('anna', text)],
      ]);
      const { findings } = (await engineOver(files, 'base')).check();
      return findings
        .filter(({ code }) => code === 'DOC003')
        .flatMap(({ fixes }) => fixes.map(({ title }) => title));
    };
    assert.deepEqual(await offers('Jonas Eek'), ['Replace by "jonas"']);
    assert.deepEqual(await offers('Vilnius'), ['Replace by "Vilnius team"']);
    assert.deepEqual(await offers('Karin Berg'), []);
  });
});

describe('a header with a remark behind it', () => {
  it('is the column without it', async () => {
    const sla = (header: string): string => `---
kind: sla
title: Levels
status: active
owner: anna
---

## Incidents (P1 to P4)

| Priority | ${header} | Restore |
| --- | --- | --- |
| P1 | 1 hour | 4 hours |
`;
    for (const [header, isRead] of [
      ['Respond (target)', true],
      ['Response time {#respond}', true],
      ['Respond (hours)', true],
      ['Respond [h]', true],
      ['Respond or not', false],
    ] as const) {
      const [state] = await liveStates(
        new Map([
          ['engagement.md', people],
          ['sla.md', sla(header)],
        ]),
      );
      const [row] = state!.evaluate().view.rows('incidents');
      assert.equal(row?.cells.respond?.state, isRead ? 'read' : undefined, header);
    }
  });
});
