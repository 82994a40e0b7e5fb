import assert from 'node:assert/strict';
import { fixed, governed, key, said, sla, texts } from './reading.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { titleFor } from '../../../extension/engine/values/wording.ts';

describe('a conflict of a merge', () => {
  const text = [
    '---',
    'kind: sla',
    '---',
    '## Incidents',
    '',
    '| Priority | Means | Respond | Restore |',
    '| --- | --- | --- | --- |',
    '<<<<<<< HEAD',
    '| P1 | stop | 1 hour | 4 hours |',
    '=======',
    '| P1 | stop | 2 hours | 8 hours |',
    '>>>>>>> other',
    '| P2 | slow | 8 hours | 9 hours |',
    '',
  ].join('\n');

  it('is one problem; its first side and the rows after it are read', () => {
    const document = governed(text);
    assert.deepEqual(said(document), ['conflict: <<<<<<<']);
    assert.deepEqual(
      texts(document, 'incidents').map(({ respond }) => respond),
      ['1 hour', '8 hours'],
    );
  });

  it('is solved by one side, or a side per cell; two rows of one name are not both kept', () => {
    const document = governed(text);
    const solved = Array.from({ length: 4 }, (_, i) => {
      const after = governed(fixed(document, 0, i));
      assert.deepEqual(said(after), []);
      return texts(after, 'incidents').map(({ respond, restore }) => `${respond}, ${restore}`);
    });
    assert.deepEqual(solved, [
      ['1 hour, 4 hours', '8 hours, 9 hours'],
      ['2 hours, 8 hours', '8 hours, 9 hours'],
      ['2 hours, 4 hours', '8 hours, 9 hours'],
      ['1 hour, 8 hours', '8 hours, 9 hours'],
    ]);
    assert.equal(document.problems[0]?.fixes?.length, 4);
  });

  it('is solved by keeping both where no row of one side has the name of one of the other', () => {
    const levels = '## Service levels\n\n| Target | Service | Measure |\n| --- | --- | --- |\n';
    const obligations = '## Client obligations\n\n| Obligation | Owner |\n| --- | --- |\n';
    const sessions = '## Sessions\n\n| Topic | Planned |\n| --- | --- |\n';
    const own = '## Our own\n\n| A | B |\n| --- | --- |\n';
    const bare = '## Incidents\n\nPriority | Means | Respond\n--- | --- | ---\n';
    for (const [head, ours, theirs, isOffered] of [
      [obligations, '| Rota | anna |', '| Test data | anna |', true],
      [obligations, '| Rota | anna |', '| rota  | erik |', false],
      [obligations, '| Rota | anna |', '| **Rota** | erik |', false],
      [obligations, '| Rota | anna |\n| Desk | anna |', '| Test data | anna |\n| Rota | erik |', false],
      [obligations, '| | anna |', '| | erik |', true],
      [`${obligations}| Desk | anna |\n### More\n\n| Obligation |\n|---|\n`, '| a |', '| A |', false],
      // Two columns name a service level, wherever they stand.
      [levels, '| 99 % | API | availability |', '| 99 % | API | quality |', true],
      [levels, '| 99 % | API | availability |', '| 98 % | API | availability |', false],
      // Nothing names a session.
      [sessions, '| Ledger | 2026-01-01 |', '| Ledger | 2026-02-01 |', true],
      [own, '| x | 1 |', '| y | 1 |', true],
      [own, '| x | 1 |', '| x | 2 |', false],
      [bare, 'P1 | x | 1 hour', 'P2 | y | 2 hours', true],
      [bare, 'P1 | x | 1 hour', 'P1 | y | 2 hours', false],
      // Where one side is empty, both are the other.
      [obligations, '', '| Rota | anna |', false],
    ] as const) {
      const side = (rows: string): string => (rows === '' ? '' : `${rows}\n`);
      const conflict = `<<<<<<< a\n${side(ours)}||||||| b\n| old | old |\n=======\n${side(theirs)}>>>>>>> c\n`;
      const document = sla(`${head}${conflict}`);
      const titles = document.problems
        .find(({ id }) => id === 'conflict')
        ?.fixes?.map(({ title }) => inEnglish(titleFor(title, 'en')));
      assert.equal(titles?.includes('Keep both'), isOffered, `${head}${ours} / ${theirs}`);
      assert.ok(titles?.includes('Keep the first version'));
    }
  });

  it('has no fix outside of a table', () => {
    const table = '## Incidents\n\n| Priority | Means |\n| --- | --- |\n| P1 | x |\n';
    for (const body of [
      'text\n<<<<<<< a\none\n=======\ntwo\n>>>>>>> b\n',
      '- item\n<<<<<<< a\n- | one |\n=======\n- | two |\n>>>>>>> b\n',
      '| a | b |\n<<<<<<< a\n| c | d |\n=======\n| e | f |\n>>>>>>> b\n',
      `${table}\n<<<<<<< a\n| P2 | y |\n=======\n| P3 | y |\n>>>>>>> b\n`,
      `${table}<<<<<<< a\n| P2 | y |\n=======\n\nThat is all.\n>>>>>>> b\n`,
      `${table}<<<<<<< a\n| P2 | y |\n=======\n## Notes | more\n>>>>>>> b\n`,
      `<<<<<<< a\n${table}=======\n${table}>>>>>>> b\n`,
    ]) {
      const found = sla(body).problems.filter(({ id }) => id === 'conflict');
      assert.deepEqual(
        found.map(({ fixes }) => fixes ?? []),
        [[]],
        body,
      );
    }
  });

  it('does not cut a table, even directly below another, or without outer pipes', () => {
    const conflict = (n: number): string =>
      `<<<<<<< a\nP${n} | x | 1 hour\n=======\nP${n} | x | 2 hours\n>>>>>>> b\n`;
    for (const [pipes, head] of [
      [false, 'Priority | Means | Respond\n--- | --- | ---\n'],
      [true, '| Priority | Means | Respond |\n| --- | --- | --- |\n'],
    ] as const) {
      const conflicts = [1, 2, 3].map(conflict).join('');
      const document = sla(
        `## Incidents\n\n${head}${pipes ? conflicts.replace(/^P.*$/gm, '| $& |') : conflicts}`,
      );
      assert.deepEqual(
        texts(document, 'incidents').map(({ priority }) => priority),
        ['P1', 'P2', 'P3'],
      );
      assert.deepEqual(
        document.problems.map(({ id, fixes }) => [id, fixes?.length]),
        [1, 2, 3].map(() => ['conflict', 2]),
      );
    }
  });

  it('may stand in front matter', () => {
    const document = governed(
      '---\nkind: sla\n<<<<<<< HEAD\nowner: anna\n=======\nowner: erik\n>>>>>>> b\ntitle: T\n---\n',
    );
    assert.deepEqual(said(document), ['conflict: <<<<<<<']);
    assert.deepEqual([key(document, 'owner').source.text, key(document, 'title').source.text], ['anna', 'T']);
    assert.deepEqual(document.problems[0]?.fixes ?? [], []);
  });
});
