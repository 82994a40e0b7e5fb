import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedSpan } from '../../../extension/engine/features/changed-span.ts';

const replaced = (before: string, after: string): string => {
  const { span, text } = changedSpan(before, after);
  return before.slice(0, span.start) + text + before.slice(span.end);
};

describe('changedSpan', () => {
  it('leaves what both texts begin and end with', () => {
    assert.deepEqual(changedSpan('one two three', 'one 2 three'), { span: { start: 4, end: 7 }, text: '2' });
    assert.deepEqual(changedSpan('aa', 'aaa'), { span: { start: 2, end: 2 }, text: 'a' });
    assert.deepEqual(changedSpan('same', 'same'), { span: { start: 4, end: 4 }, text: '' });
  });

  it('begins and ends between characters and between lines', () => {
    assert.deepEqual(changedSpan('a😀b', 'a😁b'), { span: { start: 1, end: 3 }, text: '😁' });
    assert.deepEqual(changedSpan('a\r\nb', 'a\nb'), { span: { start: 1, end: 3 }, text: '\n' });
  });

  it('makes the one text of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀', '😁'), maxLength: 12 });
    fc.assert(fc.property(text, text, (before, after) => replaced(before, after) === after));
  });
});
