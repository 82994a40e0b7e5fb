import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fold, foldName, foldWithPlaces } from '../../../extension/engine/values/fold.ts';
import { processorTime } from '../../support/processor-time.ts';

describe('fold', () => {
  const examples: readonly (readonly [string, string, string])[] = [
    ['ASCII in small letters', 'At Most 800 MS', 'at most 800 ms'],
    ['no-break and narrow no-break spaces', '48\u00a0500\u202fEUR', '48 500 eur'],
    ['runs of white space, tabs and line ends', '  a \t\r\n b  ', 'a b'],
    ['every dash', 'a\u2010b\u2011c\u2012d\u2013e\u2014f\u2212g\uff0dh', 'a-b-c-d-e-f-g-h'],
    ['curly quotes', '\u2018a\u2019 \u201cb\u201d', '\'a\' "b"'],
    ['zero-width characters and soft hyphens', 'm\u200bå\u00adn\ufeff', 'mån'],
    ['a letter with a combining mark', 'ma\u030anad', 'månad'],
    ['a mark behind a zero-width character', 'a\u200b\u030a', 'å'],
    ['full-width characters', '９９％', '99%'],
    ['Swedish capitals', 'ÅÄÖ', 'åäö'],
    ['nothing but white space', ' \u00a0\u200b ', ''],
  ];
  for (const [name, text, folded] of examples) it(name, () => assert.equal(fold(text), folded));

  it('gives the same text with and without places, and the same again when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        assert.equal(fold(text), foldWithPlaces(text).text);
        assert.equal(fold(fold(text)), fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps a place in the text for each character and the end, in order', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '\u00a0', 'å', 'a\u030a', '½', '\u200b', '\n', '😀'),
          maxLength: 20,
        }),
        (raw) => {
          const { text, places } = foldWithPlaces(raw);
          if (places === undefined) return;
          assert.equal(places.length, text.length + 1);
          for (let i = 1; i < places.length; i++) assert.ok((places[i] ?? 0) >= (places[i - 1] ?? 0));
          assert.ok((places[places.length - 1] ?? 0) <= raw.length);
          assert.equal(fold(raw.slice(places[0], places[places.length - 1])), text);
        },
      ),
    );
  });

  it('takes no longer than the text is long, whatever it is made of', () => {
    const marks = Array.from({ length: 32_000 }, (_, i) => (i % 2 === 0 ? '\u0316' : '\u0301')).join('');
    for (const text of [
      `a${marks}`,
      ' '.repeat(65_536),
      `a ${'\u200b'.repeat(60_000)}`,
      '\u1100\u1161'.repeat(30_000),
    ]) {
      const taken = processorTime();
      fold(text);
      foldName(text);
      assert.ok(taken() < 500);
    }
  });
});

describe('foldName', () => {
  it('reduces white space and folds case', () =>
    assert.equal(foldName('  Checkout \u00a0 API '), 'checkout api'));
  it('composes', () => assert.equal(foldName('Ru\u0304ta'), 'rūta'));
  it('folds what has no small letter of its own', () =>
    assert.equal(foldName('Straße'), foldName('STRASSE')));
  it('takes each variant of a dash, a quote and a wide letter for one', () => {
    assert.equal(foldName('a–b\u2011c'), foldName('a-b-c'));
    assert.equal(foldName('client’s “own”'), foldName('client\'s "own"'));
    assert.equal(foldName('ＡＰＩ\u200b２'), 'api2');
    assert.notEqual(foldName('m²'), foldName('m2'));
  });
});
