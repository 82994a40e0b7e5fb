import { strict as assert } from 'node:assert';
import {
  authorsOf,
  busFactorOf,
  degreeOfAuthorship,
  type FileAuthors,
} from '../../extension/engine/measure/authorship.ts';
import { ratio, round } from '../../extension/engine/measure/decimal.ts';
import { one } from '../../extension/engine/measure/logarithm.ts';
import { isFigure, type Cases } from './case.ts';

const names = ['anna', 'jonas', 'ruta'];
const [anna, jonas, ruta] = [0, 1, 2];
const digits = 6;

/** Who made a file, and who changed it how often. */
function file(creator: number | undefined, ...changes: readonly (readonly [number, number])[]): FileAuthors {
  return { creator, changes: new Map(changes) };
}

/** The documents of domain.md J02. */
const files: Readonly<Record<string, FileAuthors>> = {
  'sla.md': file(anna, [anna, 2], [jonas, 1]),
  'exit.md': file(anna, [jonas, 6]),
  'kt.md': file(jonas, [anna, 1]),
  'risk.md': file(ruta),
  'raci.md': file(anna, [ruta, 2]),
};

function shown(numerator: bigint, denominator: bigint): string {
  return round(ratio(numerator, denominator), digits);
}

function degree(of: FileAuthors, person: number): string {
  return shown(degreeOfAuthorship(of, person), one);
}

/** Degrees of authorship, authors and the bus factor. */
export const authors = {
  J01_authors: (its) => {
    const found = Object.entries(files).map(([name, of]) => [name, authorsOf(of).map((who) => names[who])]);
    assert.deepEqual(Object.fromEntries(found), its);
  },
  J01_values: (its) => {
    assert.deepEqual(Object.keys(its).toSorted(), Object.keys(files).toSorted());
    for (const [name, of] of Object.entries(files)) {
      const figures =
        (its as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>)[name] ?? {};
      const people = names.flatMap((person, i) => (of.creator === i || of.changes.has(i) ? [person] : []));
      assert.deepEqual(Object.keys(figures), people);
      const degrees = people.map((person) => degreeOfAuthorship(of, names.indexOf(person)));
      const highest = degrees.reduce((a, b) => (a > b ? a : b));
      for (const [i, person] of people.entries()) {
        isFigure(shown(degrees[i]!, one), figures[person]?.[0] ?? '');
        isFigure(shown(degrees[i]!, highest), figures[person]?.[1] ?? '');
      }
    }
  },
  J02_tf: (its) => {
    const [factor, leavers, coverage] = its as unknown as readonly [
      number,
      readonly string[],
      readonly string[],
    ];
    const found = busFactorOf(
      Object.values(files).map((of) => authorsOf(of)),
      (a, b) => a - b,
    );
    assert.equal(found.factor, factor);
    assert.deepEqual(names.slice(0, found.factor), leavers);
    for (const [i, [left, all]] of found.coverage.entries())
      isFigure(shown(BigInt(left), BigInt(all)), coverage[i] ?? '');
    assert.equal(found.coverage.length, coverage.length);
  },
  J03_primitives: (its) => {
    isFigure(degree(file(anna), anna), its.creator_only);
    isFigure(degree(file(anna, [jonas, 10]), anna), its.creator_then_10_by_others);
    isFigure(degree(file(undefined, [jonas, 10]), jonas), its.noncreator_10_of_10_creator_0);
    isFigure(degree(file(anna, [jonas, 1]), jonas), its.noncreator_1_of_1);
  },
} satisfies Partial<Cases>;
