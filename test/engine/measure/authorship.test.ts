import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  authorsOf,
  busFactorOf,
  degreeOfAuthorship,
  type FileAuthors,
} from '../../../extension/engine/measure/authorship.ts';
import { naturalLogarithm, one } from '../../../extension/engine/measure/logarithm.ts';

const [anna, jonas, ruta] = [0, 1, 2];
const names = ['anna', 'jonas', 'ruta'];

function file(creator: number, changes: Readonly<Record<number, number>> = {}): FileAuthors {
  return { creator, changes: new Map(Object.entries(changes).map(([who, count]) => [Number(who), count])) };
}

/** With six digits behind the point. */
function shown(degree: bigint): string {
  const rounded = (degree + one / 2_000_000n) / (one / 1_000_000n);
  const digits = String(rounded).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** The history of domain.md J02. */
const documents: Readonly<Record<string, FileAuthors>> = {
  'sla.md': file(anna, { [anna]: 2, [jonas]: 1 }),
  'exit.md': file(anna, { [jonas]: 6 }),
  'kt.md': file(jonas, { [anna]: 1 }),
  'risk.md': file(ruta),
  'raci.md': file(anna, { [ruta]: 2 }),
};

describe('the degree of authorship', () => {
  it('of a creator, with and without others, and of who only changes (domain.md J01)', () => {
    assert.equal(shown(degreeOfAuthorship(file(anna), anna)), '4.391000');
    assert.equal(shown(degreeOfAuthorship(file(anna, { [jonas]: 10 }), anna)), '3.621276');
    assert.equal(shown(degreeOfAuthorship(file(anna, { [jonas]: 1 }), jonas)), '3.457000');
    assert.equal(shown(degreeOfAuthorship(file(anna, { [jonas]: 10 }), jonas)), '4.933000');
  });

  it('of everybody in five documents, and their authors (domain.md J02)', () => {
    const degrees = Object.entries(documents).map(([name, one]) => [
      name,
      ...[anna, jonas, ruta]
        .filter((person) => one.creator === person || one.changes.has(person))
        .map((person) => `${names[person]} ${shown(degreeOfAuthorship(one, person))}`),
    ]);
    assert.deepEqual(degrees, [
      ['sla.md', 'anna 4.496500', 'jonas 3.104345'],
      ['exit.md', 'anna 3.766363', 'jonas 4.277000'],
      ['kt.md', 'anna 3.457000', 'jonas 4.168500'],
      ['risk.md', 'ruta 4.391000'],
      ['raci.md', 'anna 4.038345', 'ruta 3.621000'],
    ]);
    assert.deepEqual(
      Object.values(documents).map((one) => authorsOf(one)),
      [[anna], [anna, jonas], [anna, jonas], [ruta], [anna, ruta]],
    );
  });

  it('makes no author of whoever has exactly three quarters of the highest degree', () => {
    // Nobody has: a logarithm of a whole number above 1 is no fraction. One who is just below is none.
    const one = file(anna, { [anna]: 8, [jonas]: 1, [ruta]: 1 });
    assert.deepEqual(authorsOf(one), [anna]);
  });

  it('makes an author of whoever made the file, below 3.293 too', () => {
    const busy = file(anna, { [jonas]: 40 });
    assert.ok(degreeOfAuthorship(busy, anna) < 3_293n * (one / 1000n));
    // Jonas is so far above that she is no author by the other test.
    assert.deepEqual(authorsOf(busy), [jonas]);
    const many = file(anna, { [jonas]: 6, [ruta]: 6, 3: 6, 4: 6, 5: 6, 6: 6 });
    assert.ok(degreeOfAuthorship(many, anna) < 3_293n * (one / 1000n));
    assert.deepEqual(authorsOf(many), [anna]);
  });
});

describe('the bus factor', () => {
  const byNumber = (a: number, b: number): number => a - b;

  it('of five documents is 2 (domain.md J02)', () => {
    assert.deepEqual(
      busFactorOf(
        Object.values(documents).map((one) => authorsOf(one)),
        byNumber,
      ),
      {
        factor: 2,
        coverage: [
          [5, 5],
          [4, 5],
          [2, 5],
        ],
      },
    );
  });

  it('lets go of the one first who comes first, of two who have as many', () => {
    const authors = [[7], [7], [3], [3], [5]];
    assert.deepEqual(busFactorOf(authors, byNumber).coverage, [
      [5, 5],
      [3, 5],
      [1, 5],
    ]);
    const reversed = busFactorOf([[7], [7], [3], [3, 7], [5]], (a, b) => b - a);
    assert.deepEqual(reversed.coverage, [
      [5, 5],
      [3, 5],
      [1, 5],
    ]);
  });

  it('is 1 where half of the files have an author left, and then one more goes', () => {
    // Exactly half is not fewer than half.
    assert.equal(busFactorOf([[0], [1]], byNumber).factor, 2);
    assert.equal(busFactorOf([[0], [0], [1]], byNumber).factor, 1);
  });

  it('is 0 where fewer than half of the files have an author', () => {
    assert.deepEqual(busFactorOf([[], [], [0]], byNumber), { factor: 0, coverage: [[1, 3]] });
    assert.deepEqual(busFactorOf([], byNumber), { factor: 0, coverage: [[0, 0]] });
  });

  it('does not depend on the order of files', () => {
    const someAuthors = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(someAuthors, (authors) => {
        const { factor } = busFactorOf(authors, byNumber);
        assert.equal(busFactorOf(authors.toReversed(), byNumber).factor, factor);
      }),
    );
  });
});

describe('the natural logarithm', () => {
  it('of whole numbers is that of the machine, to what that can show', () => {
    assert.equal(naturalLogarithm(1n), 0n);
    for (const n of [2, 3, 7, 10, 11, 1000, 123_457, 2 ** 40]) {
      const ours = Number(naturalLogarithm(BigInt(n))) / Number(one);
      assert.ok(Math.abs(ours - Math.log(n)) < 1e-12 * Math.max(1, Math.log(n)), String(n));
    }
  });

  it('of a product is the sum of those of its factors, to twenty digits', () => {
    const factor = fc.bigInt({ min: 1n, max: 10n ** 9n });
    fc.assert(
      fc.property(factor, factor, (a, b) => {
        const error = naturalLogarithm(a * b) - naturalLogarithm(a) - naturalLogarithm(b);
        assert.ok((error < 0n ? -error : error) < 10n ** 4n);
      }),
    );
  });

  it('of what is not above 0 there is none', () => {
    assert.throws(() => naturalLogarithm(0n), RangeError);
  });
});
