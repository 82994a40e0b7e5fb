import { strict as assert } from 'node:assert';
import { onceEach, onceFor } from '../../../extension/engine/values/once-for.ts';

describe('an answer that is kept', () => {
  type Length = (of: { readonly length: number }) => number | undefined;
  const ways: readonly (readonly [string, (answer: Length) => Length])[] = [
    ['on what it is about', onceFor],
    ['by the function', onceEach],
  ];
  for (const [name, once] of ways)
    it(`${name} is asked for once, be it nothing or not`, () => {
      let asked = 0;
      const answers = once(({ length }) => {
        asked++;
        return length > 0 ? length : undefined;
      });
      const [some, none] = [{ length: 2 }, { length: 0 }];
      assert.deepEqual(
        [some, none, some, none, { length: 3 }].map((one) => answers(one)),
        [2, undefined, 2, undefined, 3],
      );
      assert.equal(asked, 3);
    });

  it('on an object is neither seen nor copied with it, and is another for each function', () => {
    const lengthOf = onceFor(({ text }: { readonly text: string }) => text.length);
    const firstOf = onceFor(({ text }: { readonly text: string }) => text[0]);
    const object = { text: 'one' };
    assert.deepEqual([lengthOf(object), firstOf(object)], [3, 'o']);
    assert.deepEqual(object, { text: 'one' });
    assert.equal(lengthOf({ ...object, text: 'three' }), 5);
  });
});
