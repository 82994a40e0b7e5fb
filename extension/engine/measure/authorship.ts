import type { BusFactor } from '../model/knowledge.ts';
import { addTo } from '../values/add-to.ts';
import { naturalLogarithm, one } from './logarithm.ts';

/** Who did how much to one file. People are numbers that their caller knows. */
export interface FileAuthors {
  /** Who made the file; undefined where that was nobody who counts. */
  readonly creator: number | undefined;
  /** How many times each changed it; making it is no change. */
  readonly changes: ReadonlyMap<number, number>;
}

/** A fixed-point number of so many digits behind the point. */
const decimals = 6;
const scale = one / 10n ** BigInt(decimals);

/** A number with six digits behind the point, as a whole number of millionths. */
const inFixedPoint = (millionths: bigint): bigint => millionths * scale;

const base = inFixedPoint(3_293_000n);
const forCreating = inFixedPoint(1_098_000n);
const forEachChange = inFixedPoint(164_000n);
/** Per unit of the logarithm of one more than the changes of others. */
const forOthers = 321n;

/** Share of the highest degree that an author of a file exceeds, in quarters. */
const normalisedAbove = { numerator: 3n, denominator: 4n };
/** Share of files that must keep an author, below which a project is said to stall. */
const coverageAtLeast = { numerator: 1, denominator: 2 };

/**
 * Degree of authorship of a person in a file, a fixed-point number (`one` is 1): 3.293 + 1.098 for creating it + 0.164 for
 * each change - 0.321 ln(1 + changes of others). Source: Fritz et al. 2014, as used by Avelino et al. 2016. `logarithm` may
 * remember what it was asked.
 */
export function degreeOfAuthorship(
  { creator, changes }: FileAuthors,
  person: number,
  logarithm = naturalLogarithm,
): bigint {
  return degreeAmong(countOf(changes), { creator, changes }, person, logarithm);
}

/** Of so many changes by everybody. */
function degreeAmong(
  all: number,
  { creator, changes }: FileAuthors,
  person: number,
  logarithm: (n: bigint) => bigint,
): bigint {
  const own = changes.get(person) ?? 0;
  return (
    base +
    (creator === person ? forCreating : 0n) +
    forEachChange * BigInt(own) -
    (forOthers * logarithm(BigInt(1 + all - own))) / 1000n
  );
}

function countOf(changes: FileAuthors['changes']): number {
  let all = 0;
  for (const count of changes.values()) all += count;
  return all;
}

/**
 * Authors of a file: whose degree is above 0.75 of the highest one there, and either is at least 3.293 or that of who
 * made the file. By number. Source: Avelino et al. 2016, section 3; the thresholds are those of their own program.
 */
export function authorsOf(file: FileAuthors, logarithm = naturalLogarithm): readonly number[] {
  const people = new Set([...(file.creator === undefined ? [] : [file.creator]), ...file.changes.keys()]);
  const all = countOf(file.changes);
  const degrees = [...people].map((person) => [person, degreeAmong(all, file, person, logarithm)] as const);
  const highest = degrees.reduce((most, [, degree]) => (degree > most ? degree : most), 0n);
  return degrees
    .filter(
      ([person, degree]) =>
        normalisedAbove.denominator * degree > normalisedAbove.numerator * highest &&
        (degree >= base || person === file.creator),
    )
    .map(([person]) => person)
    .sort((a, b) => a - b);
}

/**
 * Removes the author of most files again and again, until fewer than half of the files have an author left. Of two who have
 * as many the one goes first who comes first by `compare`. Source: Avelino et al. 2016; the order among equals is ours.
 */
export function busFactorOf(
  authors: readonly (readonly number[])[],
  compare: (a: number, b: number) => number,
): BusFactor {
  const files = authors.length;
  const filesOf = new Map<number, number[]>();
  for (const [file, its] of authors.entries()) for (const person of its) addTo(filesOf, person, file);
  const leavers = [...filesOf]
    .map(([person, its]) => ({ person, its }))
    .sort((a, b) => b.its.length - a.its.length || compare(a.person, b.person));
  const left = authors.map((its) => its.length);
  let covered = left.filter((count) => count > 0).length;
  const coverage: (readonly [number, number])[] = [[covered, files]];
  let factor = 0;
  for (const { its } of leavers) {
    if (isStalled(covered, files)) break;
    for (const file of its) if (--left[file]! === 0) covered--;
    factor++;
    coverage.push([covered, files]);
  }
  return { factor, coverage };
}

function isStalled(covered: number, files: number): boolean {
  return covered * coverageAtLeast.denominator < files * coverageAtLeast.numerator;
}
