import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitNames } from '../../../extension/engine/resolve/split-names.ts';

const known = new Set([
  'trial task, two weeks',
  'ledger',
  'refunds, instant, pilot',
  'now or never',
  'a',
  'b',
  'c',
  'x; y',
]);
const isKnown = (text: string): boolean => known.has(text.toLowerCase());

function texts(text: string, alternatives = false): readonly string[] {
  return splitNames(text, isKnown, alternatives).map((piece) =>
    piece.joinedBy === 'or' ? `or ${piece.text}` : piece.text,
  );
}

describe('splitNames', () => {
  for (const [text, pieces] of [
    ['', []],
    [' , ;\n,', []],
    ['a', ['a']],
    ['a, b; c\nLedger', ['a', 'b', 'c', 'Ledger']],
    ['Trial task, two weeks', ['Trial task, two weeks']],
    ['a, Trial task, two weeks, b', ['a', 'Trial task, two weeks', 'b']],
    ['Refunds, instant, pilot, Refunds, instant', ['Refunds, instant, pilot', 'Refunds', 'instant']],
    ['x; y; a', ['x; y', 'a']],
    ['Trial task, three weeks', ['Trial task', 'three weeks']],
    ['a or b', ['a or b']],
    ['constructor, __proto__', ['constructor', '__proto__']],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(texts(text), pieces));
  }

  for (const [text, pieces] of [
    ['a or b, c', ['a', 'or b', 'c']],
    ['a ELLER b', ['a', 'or b']],
    ['now or never or a', ['now or never', 'or a']],
    ['oregon', ['oregon']],
    ['a or  or b', ['a', 'or b']],
  ] as const) {
    it(`with alternatives: ${JSON.stringify(text)}`, () => assert.deepEqual(texts(text, true), pieces));
  }

  it('gives pieces that stand where they say, in order and without gaps but separators', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', ', ', ',', ' or ', ';', '\n', ' ', 'Trial task, two weeks', 'z')),
        fc.boolean(),
        (parts, alternatives) => {
          const text = parts.join('');
          let end = 0;
          for (const piece of splitNames(text, isKnown, alternatives)) {
            assert.equal(text.slice(piece.from, piece.to), piece.text);
            assert.match(text.slice(end, piece.from), alternatives ? /^(?:[\s,;]|or(?=\s))*$/i : /^[\s,;]*$/);
            end = piece.to;
          }
          assert.match(text.slice(end), alternatives ? /^(?:[\s,;]|or(?=\s|$))*$/i : /^[\s,;]*$/);
        },
      ),
    );
  });

  it('asks in proportion to the length of a hostile list', () => {
    let asked = 0;
    let letters = 0;
    const text = Array.from({ length: 10_000 }, (_, i) => `name ${i}`).join(', ');
    const pieces = splitNames(text, (name) => {
      asked++;
      letters += name.length;
      return false;
    });
    assert.ok(pieces.length > 100);
    assert.ok(asked < 2_000, String(asked));
    assert.ok(letters < 10 * text.length, String(letters / text.length));
  });
});
