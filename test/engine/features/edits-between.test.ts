import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsBetween } from '../../../extension/engine/features/edits-between.ts';
import { applyEdits } from '../../support/apply-edits.ts';

describe('editsBetween', () => {
  it('changes the characters that differ, line by line', () => {
    assert.deepEqual(
      editsBetween('a.md', 'one\ntwo words\nthree', 'one\ntwo birds\nthree!').map(({ range, newText }) => [
        range.start.line,
        range.start.character,
        range.end.character,
        newText,
      ]),
      [
        [1, 4, 6, 'bi'],
        [2, 5, 5, '!'],
      ],
    );
  });

  it('changes one stretch of lines where lines come or go', () => {
    assert.deepEqual(editsBetween('a.md', 'a\nb\nc\n', 'a\nx\ny\nc\n'), [
      {
        path: 'a.md',
        range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
        newText: 'x\ny\n',
      },
    ]);
  });

  it('never cuts a character in two', () => {
    const [edit] = editsBetween('a.md', 'a\u{1f600}b', 'a\u{1f601}b');
    assert.deepEqual([edit?.range.start.character, edit?.newText], [1, '\u{1f601}']);
  });

  it('makes the one text of the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', '', '\u{1f600}', '\u{1f601}', '| x |'), {
        maxLength: 12,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        // A fix keeps the ends of lines: those of one text are alike.
        const [old, now] = [before, after].map((one) => one.replaceAll('\r\n', '\n'));
        assert.equal(applyEdits(old!, editsBetween('a.md', old!, now!)), now);
        const ended = [old, now].map((one) => one!.replaceAll('\n', '\r\n'));
        assert.equal(applyEdits(ended[0]!, editsBetween('a.md', ended[0]!, ended[1]!)), ended[1]);
      }),
    );
  });
});
