import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applySafeFixes, type FixResult } from '../../../extension/engine/features/apply-fixes.ts';
import type { Finding, TextEdit } from '../../../extension/engine/model/finding.ts';
import { lineStarts, positionAt } from '../../../extension/engine/model/text.ts';

type Edit = readonly [path: string, start: number, end: number, text: string];

/** Runs over texts; `fixes` says which safe fixes are offered while the texts are as they are. */
function apply(
  texts: Readonly<Record<string, string>>,
  fixes: (now: ReadonlyMap<string, string>) => readonly (readonly Edit[])[],
  safe = true,
): FixResult {
  const now = new Map(Object.entries(texts));
  return applySafeFixes({
    findings: () =>
      fixes(now).map((edits) => {
        const textEdits = edits.map(([path, start, end, newText]): TextEdit => {
          const starts = lineStarts(now.get(path) ?? '');
          return { path, range: { start: positionAt(starts, start), end: positionAt(starts, end) }, newText };
        });
        return { fixes: [{ title: 'mend', safe, edits: textEdits }] } as unknown as Finding;
      }),
    everything: () => [],
    textOf: (path) => now.get(path),
    change: (path, text) => now.set(path, text),
  });
}

/** As many letters as are asked for, each offered in capitals; capitals of `wrong` ones are errors. */
function letters(
  count: number,
  wrong: ReadonlySet<number>,
): { result: FixResult; looks: number; last: string } {
  let text = 'a'.repeat(count);
  let looks = 0;
  const finding = (i: number): Finding => {
    const range = { start: { line: 0, character: i }, end: { line: 0, character: i + 1 } };
    const edits = [{ path: 'a', range, newText: 'A' }];
    return { fixes: [{ title: 'mend', safe: true, edits }] } as unknown as Finding;
  };
  const result = applySafeFixes({
    findings: () => [...text].flatMap((letter, i) => (letter === 'a' ? [finding(i)] : [])),
    everything() {
      looks++;
      return [...text].flatMap((letter, i) =>
        letter === 'A' && wrong.has(i)
          ? [{ severity: 'error', path: 'a', code: 'TST001', message: `${i}` } as Finding]
          : [],
      );
    },
    textOf: () => text,
    change: (_, changed) => (text = changed),
  });
  return { result, looks, last: text };
}

describe('a safe fix that an error follows', () => {
  it('is left out, and all others are applied', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.uniqueArray(fc.nat(59)), (count, wrong) => {
        const { result, last } = letters(count, new Set(wrong));
        const expected = Array.from({ length: count }, (_, i) => (wrong.includes(i) ? 'a' : 'A')).join('');
        assert.equal(last, expected);
        assert.equal(result.texts.get('a') ?? 'a'.repeat(count), expected);
        assert.equal(result.applied, [...expected].filter((letter) => letter === 'A').length);
      }),
      { numRuns: 60 },
    );
  });

  it('costs one look where there is none, and few among many', () => {
    assert.equal(letters(1000, new Set()).looks, 2);
    assert.ok(letters(1000, new Set([500])).looks < 30);
  });

  it('does not take hours where there are thousands', () => {
    const { looks } = letters(3000, new Set(Array.from({ length: 3000 }, (_, i) => i)));
    assert.ok(looks < 4000, `${looks} looks`);
  });
});

describe('applySafeFixes', () => {
  it('applies edits of several files, last place first', () => {
    const { texts, applied } = apply({ b: 'one two', a: 'x' }, (now) =>
      now.get('a') === 'x'
        ? [
            [
              ['b', 0, 3, '1'],
              ['a', 0, 1, 'y'],
            ],
            [['b', 4, 7, '2']],
          ]
        : [],
    );
    assert.deepEqual(
      [...texts],
      [
        ['a', 'y'],
        ['b', '1 2'],
      ],
    );
    assert.equal(applied, 2);
  });

  it('takes the same place in two files for two places', () => {
    const { texts } = apply({ a: 'x', b: 'x' }, (now) =>
      now.get('a') === 'x' ? [[['a', 0, 1, 'y']], [['b', 0, 1, 'z']]] : [],
    );
    assert.deepEqual([...texts.values()], ['y', 'z']);
  });

  it('leaves what overlaps for the next round', () => {
    const offered: number[] = [];
    const { texts, applied } = apply({ a: 'aaa' }, (now) => {
      const at = now.get('a')!.indexOf('a');
      offered.push(at);
      return at < 0 ? [] : [[['a', at, at + 1, 'b']], [['a', at, at + 1, 'c']]];
    });
    assert.equal(texts.get('a'), 'bbb');
    assert.deepEqual([applied, offered], [3, [0, 1, 2, -1]]);
  });

  it('applies a fix whole or not at all', () => {
    const { texts } = apply({ a: 'abc' }, (now) =>
      now.get('a') === 'abc'
        ? [
            [['a', 0, 1, 'x']],
            [
              ['a', 2, 3, 'z'],
              ['a', 0, 2, '-'],
            ],
            [
              ['gone', 0, 0, '!'],
              ['a', 1, 2, 'y'],
            ],
          ]
        : [],
    );
    assert.equal(texts.get('a'), 'xbc');
  });

  it('ends after ten rounds, and where a fix changes nothing', () => {
    assert.equal(apply({ a: '' }, () => [[['a', 0, 0, 'x']]]).texts.get('a'), 'x'.repeat(10));
    assert.deepEqual([...apply({ a: 'x' }, () => [[['a', 0, 1, 'x']]]).texts], []);
  });

  it('leaves out fixes that are for a person to choose', () => {
    assert.equal(apply({ a: 'x' }, () => [[['a', 0, 1, 'y']]], false).applied, 0);
  });

  it('ends inserted lines as the document does', () => {
    const insert = (text: string): string | undefined =>
      apply({ a: text }, (now) => (now.get('a') === text ? [[['a', 0, 0, 'new\nlines\n']]] : [])).texts.get(
        'a',
      );
    assert.equal(insert('a\r\nb'), 'new\r\nlines\r\na\r\nb');
    assert.equal(insert('a\nb'), 'new\nlines\na\nb');
  });

  it('changes nothing outside of the edits that it applies', () => {
    const text = fc.string({ maxLength: 40 });
    const span = fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(text, fc.array(span, { maxLength: 6 }), (original, spans) => {
        // One offer a place: each piece of the text is either kept or replaced once.
        const edits = spans.map(([at, length, inserted]): Edit => {
          const start = Math.min(at, original.length);
          return ['a', start, Math.min(start + length, original.length), inserted.replace(/[\r\n]/g, '')];
        });
        const result = apply({ a: original }, (now) =>
          now.get('a') === original ? edits.map((edit) => [edit]) : [],
        );
        const taken: Edit[] = [];
        for (const edit of edits) {
          const [, start, end, inserted] = edit;
          const meets = taken.some(([, from, to]) => from === start || (start < to && from < end));
          if (!meets && original.slice(start, end) !== inserted) taken.push(edit);
        }
        let expected = original;
        for (const [, start, end, inserted] of taken.toSorted((x, y) => y[1] - x[1] || y[2] - x[2]))
          expected = expected.slice(0, start) + inserted + expected.slice(end);
        assert.equal(result.texts.get('a') ?? original, expected);
      }),
    );
  });
});
