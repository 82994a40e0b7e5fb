import assert from 'node:assert/strict';
import type { Finding } from '../../../extension/engine/index.ts';
import {
  rowAround,
  TypedRow,
  type Lines,
  type TextChange,
} from '../../../extension/editor/providers/typed-row.ts';

/** A finding at these characters of a line. */
function at(line: number, from: number, to: number, messageId = 'value', path = 'sla.md'): Finding {
  const range = { start: { line, character: from }, end: { line, character: to } };
  const said = { template: '', data: {} };
  return {
    code: 'DOC019',
    name: 'value-reads',
    severity: 'error',
    messageId,
    data: {},
    said,
    message: '',
    path,
    range,
    at: '',
    related: [],
    fixes: [],
  };
}

function typed(line: number, character: number, text: string, removed = 0): TextChange {
  return { range: { start: { line, character }, end: { line, character: character + removed } }, text };
}

const row = (line: number): Lines => ({ first: line, last: line });
const isJudged = (): boolean => true;

function judged(said: Readonly<Record<string, readonly Finding[]>>): TypedRow {
  const typing = new TypedRow();
  typing.judged(new Map(Object.entries(said)), isJudged);
  return typing;
}

describe('what is said while a row is typed', () => {
  it('is everything while nothing is typed, and the same list', () => {
    const all = [at(3, 2, 5)];
    assert.equal(judged({}).shownOf('sla.md', all, false), all);
  });

  it('is nothing of that row until it is left', () => {
    const typing = judged({ 'sla.md': [] });
    typing.changed('sla.md', [typed(3, 2, 'x')], row(3));
    const now = [at(3, 2, 3)];
    assert.deepEqual(typing.shownOf('sla.md', now, false), []);
    typing.changed('sla.md', [typed(3, 3, 'y')], row(3));
    assert.deepEqual(typing.shownOf('sla.md', now, false), []);
    typing.left();
    assert.equal(typing.shownOf('sla.md', now, false), now);
  });

  it('is what was there before, wherever its characters are by now, and whatever it says of them', () => {
    const typing = judged({ 'sla.md': [at(3, 10, 14), at(5, 2, 4)] });
    typing.changed('sla.md', [typed(3, 2, 'abc')], row(3));
    typing.changed('sla.md', [typed(3, 17, 'de')], row(3));
    const old = [at(3, 13, 19), at(5, 2, 4)];
    assert.equal(typing.shownOf('sla.md', old, false), old);
    const other = at(3, 13, 19, 'other');
    const before = at(3, 2, 5);
    assert.deepEqual(typing.shownOf('sla.md', [before, ...old, other], false), old);
  });

  it('is nothing new that follows from the row, in the same document and in others', () => {
    const [here, there] = [at(1, 0, 3), at(7, 0, 3, 'value', 'goals.md')];
    const typing = judged({ 'sla.md': [here], 'goals.md': [there] });
    typing.changed('sla.md', [typed(3, 2, 'x')], row(3));
    assert.deepEqual(typing.shownOf('sla.md', [here, at(9, 0, 4)], false), [here]);
    assert.deepEqual(typing.shownOf('goals.md', [there, at(9, 0, 4)], false), [there]);
    assert.deepEqual(typing.shownOf('exit-plan.md', [at(9, 0, 4)], false), []);
    typing.left();
    assert.equal(typing.shownOf('exit-plan.md', [there], false).length, 1);
  });

  it('is what is new elsewhere where other files have changed, since it may come from them', () => {
    const typing = judged({ 'sla.md': [] });
    typing.changed('sla.md', [typed(3, 2, 'x')], row(3));
    assert.deepEqual(typing.shownOf('sla.md', [at(3, 2, 3), at(9, 0, 4)], true), [at(9, 0, 4)]);
    assert.deepEqual(typing.shownOf('goals.md', [at(9, 0, 4)], true), [at(9, 0, 4)]);
  });

  it('is what the row that was left before says, although nothing was judged between', () => {
    const typing = judged({ 'sla.md': [at(2, 0, 3)] });
    typing.changed('sla.md', [typed(3, 2, 'x')], row(3));
    typing.changed('sla.md', [typed(3, 3, '\n')], undefined);
    assert.equal(typing.typed(), undefined);
    typing.changed('sla.md', [typed(4, 0, '|')], row(4));
    const [old, left, now, elsewhere] = [at(2, 0, 3), at(3, 2, 3), at(4, 0, 1), at(8, 0, 1)];
    assert.deepEqual(typing.shownOf('sla.md', [old, left, now, elsewhere], false), [old, left]);
    typing.changed('sla.md', [typed(1, 0, 'new\nlines\n')], undefined);
    typing.changed('sla.md', [typed(6, 1, ' a')], row(6));
    assert.deepEqual(typing.shownOf('sla.md', [at(4, 0, 3), at(5, 2, 3), at(6, 0, 1)], false), [
      at(4, 0, 3),
      at(5, 2, 3),
    ]);
  });

  it('is what rows say that were pasted', () => {
    const typing = judged({ 'sla.md': [] });
    typing.changed('sla.md', [typed(3, 0, '| a |\n| b |\n| c |')], undefined);
    const all = [at(3, 0, 3), at(4, 0, 3), at(5, 0, 3)];
    assert.equal(typing.shownOf('sla.md', all, false), all);
    typing.changed('sla.md', [typed(5, 3, 'x')], row(5));
    assert.deepEqual(typing.shownOf('sla.md', all, false), all.slice(0, 2));
  });

  it('is everything but the row where nothing was judged before', () => {
    const typing = new TypedRow();
    typing.changed('sla.md', [typed(3, 2, 'x')], row(3));
    assert.deepEqual(typing.shownOf('sla.md', [at(3, 2, 3), at(9, 0, 4)], false), [at(9, 0, 4)]);
  });

  it('begins afresh with what is judged once the row is left', () => {
    const typing = judged({ 'sla.md': [] });
    typing.changed('sla.md', [typed(3, 2, 'x')], row(3));
    const said = new Map([['sla.md', [at(3, 2, 3)]]]);
    typing.judged(said, isJudged);
    assert.deepEqual(typing.shownOf('sla.md', [at(3, 2, 3)], false), [], 'it is typed still');
    typing.left();
    typing.judged(said, isJudged);
    typing.changed('sla.md', [typed(3, 3, 'y')], row(3));
    assert.deepEqual(typing.shownOf('sla.md', [at(3, 2, 4)], false), [at(3, 2, 4)]);
  });

  it('keeps the moved places of a text that is not judged yet', () => {
    const typing = judged({ 'sla.md': [at(3, 0, 2)] });
    typing.changed('sla.md', [typed(0, 0, '\n\n')], undefined);
    typing.judged(new Map([['sla.md', [at(3, 0, 2)]]]), () => false);
    typing.changed('sla.md', [typed(5, 0, 'x')], row(5));
    assert.deepEqual(typing.shownOf('sla.md', [at(5, 1, 3)], false), [at(5, 1, 3)]);
  });

  it('ends with a change of another row, and of another document', () => {
    for (const [path, line] of [
      ['sla.md', 8],
      ['goals.md', 3],
    ] as const) {
      const typing = judged({});
      typing.changed('sla.md', [typed(3, 2, 'x')], row(3));
      typing.changed(path, [typed(line, 2, 'x')], undefined);
      assert.equal(typing.typed(), undefined);
    }
  });
});

describe('the row that a line belongs to', () => {
  const lines = [
    '| a | b |',
    '- one',
    '  goes on',
    '  and on',
    '- two',
    '',
    '  indented',
    '1. first',
    '   more',
    '## H',
  ];
  const around = (line: number): readonly number[] => {
    const { first, last } = rowAround((at) => lines[at]!, lines.length, line);
    return [first, last];
  };

  it('is the line, or the item of a list with what continues it', () => {
    assert.deepEqual(
      lines.map((_, line) => around(line)),
      [
        [0, 0],
        [1, 3],
        [1, 3],
        [1, 3],
        [4, 4],
        [5, 5],
        [6, 6],
        [7, 8],
        [7, 8],
        [9, 9],
      ],
    );
  });

  it('is found in a text of any length', () => {
    const { first, last } = rowAround(() => '  x', 1_000_000, 500_000);
    assert.deepEqual([first, last], [500_000, 500_000]);
  });
});
