import assert from 'node:assert/strict';
import fc from 'fast-check';
import { engineOver } from '../../support/run-fixture.ts';

// Agreements and results of any kind that the format has, each credit computed here a second time with
// whole numbers alone: nothing of the engine's arithmetic, calendar or reader of values is used for what is expected.

const pairs = 10_000;
const pairsAWorkspace = 100;
/** After every period and before any claim lapses: nothing has a last day. */
const asOf = '2031-01-01';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
type Rounding = 'half up' | 'half even' | 'down' | undefined;

interface Amount {
  /** In the minor unit. */
  readonly minor: bigint;
  readonly per: Unit | undefined;
}

interface Pair {
  readonly currency: string;
  /** Undefined: the fee of the engagement. */
  readonly basis: Amount | undefined;
  readonly cap: bigint | undefined;
  readonly rounding: Rounding;
  /** From the target down, in ten-thousandths of a percent: the ends of the tiers, and what each earns. */
  readonly ends: readonly bigint[];
  readonly credits: readonly bigint[];
  readonly period: Period;
  /** One for each of two services, in ten-thousandths of a percent. */
  readonly results: readonly [bigint, bigint];
}

interface Period {
  readonly text: string;
  /** Days since 1970-01-01, both inclusive. */
  readonly from: number;
  readonly to: number;
}

const digits: Readonly<Record<string, number>> = { EUR: 2, SEK: 2, JPY: 0, KWD: 3 };
const whole = 1_000_000n; // 100 % in ten-thousandths of a percent

const day = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / 86_400_000;
const iso = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

const unit = fc.constantFrom<Unit[]>('day', 'week', 'month', 'quarter', 'year');
const month = fc.record({ year: fc.integer({ min: 2024, max: 2029 }), at: fc.integer({ min: 0, max: 11 }) });

const period: fc.Arbitrary<Period> = fc.oneof(
  month.map(({ year, at }) => ({
    text: `${year}-${String(at + 1).padStart(2, '0')}`,
    from: day(year, at, 1),
    to: day(year, at + 1, 0),
  })),
  month.map(({ year, at }) => {
    const quarter = Math.floor(at / 3);
    return {
      text: `${year}-Q${quarter + 1}`,
      from: day(year, quarter * 3, 1),
      to: day(year, quarter * 3 + 3, 0),
    };
  }),
  month.map(({ year }) => ({ text: String(year), from: day(year, 0, 1), to: day(year, 12, 0) })),
  fc
    .tuple(fc.integer({ min: day(2024, 0, 1), max: day(2028, 11, 31) }), fc.integer({ min: 1, max: 500 }))
    .map(([from, length]) => ({ text: `${iso(from)} to ${iso(from + length)}`, from, to: from + length })),
);

const amount = (per: fc.Arbitrary<Unit | undefined>): fc.Arbitrary<Amount> =>
  fc.record({ minor: fc.bigInt({ min: 1n, max: 10n ** 10n }), per });

const pair: fc.Arbitrary<Pair> = fc
  .record({
    currency: fc.constantFrom(...Object.keys(digits)),
    basis: fc.option(amount(fc.option(unit, { nil: undefined })), { nil: undefined }),
    cap: fc.option(fc.bigInt({ min: 1n, max: whole }), { nil: undefined }),
    rounding: fc.constantFrom<Rounding[]>('half up', 'half even', 'down', undefined),
    ends: fc.uniqueArray(fc.bigInt({ min: 1n, max: whole }), { minLength: 1, maxLength: 5 }),
    credits: fc.array(fc.bigInt({ min: 0n, max: whole }), { minLength: 5, maxLength: 5 }),
    period,
    any: fc.tuple(fc.bigInt({ min: 0n, max: whole }), fc.bigInt({ min: 0n, max: whole })),
    /** Half of the results lie at the end of a tier, or beside it. */
    near: fc.tuple(fc.integer({ min: -1, max: 9 }), fc.integer({ min: -1, max: 9 })),
    beside: fc.tuple(fc.bigInt({ min: -1n, max: 1n }), fc.bigInt({ min: -1n, max: 1n })),
  })
  .map(({ ends: unsorted, any, near, beside, ...rest }) => {
    const ends = unsorted.toSorted((a, b) => (a < b ? 1 : -1));
    const result = (i: 0 | 1): bigint => {
      const end = ends[near[i]];
      const value = end === undefined ? any[i] : end + beside[i];
      return value < 0n ? 0n : value > whole ? whole : value;
    };
    return { ...rest, ends, results: [result(0), result(1)] };
  });

/** One engagement with as many agreements and records as there are pairs, under one fee. */
interface Batch {
  readonly fee: Amount & { readonly currency: string };
  readonly pairs: readonly Pair[];
}

const batch: fc.Arbitrary<Batch> = fc.record({
  fee: fc.record({
    minor: fc.bigInt({ min: 1n, max: 10n ** 10n }),
    per: unit,
    currency: fc.constantFrom(...Object.keys(digits)),
  }),
  pairs: fc.array(pair, { minLength: pairsAWorkspace / 2, maxLength: pairsAWorkspace / 2 }),
});

// What is written.

/** A whole number with so many of its digits behind the point. */
function decimal(value: bigint, places: number): string {
  const text = value.toString().padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

function money({ minor, per }: Amount, currency: string): string {
  return `${decimal(minor, digits[currency]!)} ${currency}${per === undefined ? '' : ` per ${per}`}`;
}

const percent = (value: bigint): string => `${decimal(value, 4)} %`;

function engagement(fee: Batch['fee']): string {
  return `---
kind: engagement
title: Shop
status: active
phase: delivery
client: Buyer AB
supplier: Seller UAB
start: 2024-01-01
fee: ${money(fee, fee.currency)}
---
`;
}

function agreement({ basis, cap, rounding, ends, credits, currency }: Pair, n: number): string {
  const tiers = ends.map(
    (end, i) => `| ${percent(ends[i + 1] ?? 0n)} | ${percent(end)} | ${percent(credits[i]!)} |`,
  );
  return `---
kind: sla
title: Levels ${n}
status: active
measured_over: calendar month
${basis ? `credit_basis: ${money(basis, currency)}\n` : ''}${cap === undefined ? '' : `credit_cap: ${percent(cap)}\n`}${rounding === undefined ? '' : `rounding: ${rounding}\n`}---

## Services

| Service |
| --- |
| A${n} |
| B${n} |

## Service levels

| Service | Measure | Target | Measured by |
| --- | --- | --- | --- |
| A${n} | availability | ${percent(ends[0]!)} | probe |
| B${n} | availability | ${percent(ends[0]!)} | probe |

## Service credits

| From | Below | Credit |
| --- | --- | --- |
${tiers.join('\n')}
`;
}

function record({ period: its, results: [a, b] }: Pair, n: number): string {
  return `---
kind: record
title: Review ${n}
type: service-review
status: final
held: 2030-12-31
period: ${its.text}
---

## Results

| Of | Measure | Result |
| --- | --- | --- |
| A${n} | availability | ${percent(a)} |
| B${n} | availability | ${percent(b)} |
`;
}

// What is expected: fractions of whole numbers, rounded once.

type Fraction = readonly [numerator: bigint, denominator: bigint];

const months: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, year: 12 };

/** How many times an amount falls due in a period (settled 4), month by month. */
function times({ from, to }: Period, per: Unit): Fraction {
  const days = BigInt(to - from + 1);
  const ofUnit = months[per];
  if (ofUnit === undefined) return [days, per === 'day' ? 1n : 7n];
  let sum: Fraction = [0n, 1n];
  for (let at = from; at <= to;) {
    const date = new Date(at * 86_400_000);
    const [year, monthOf] = [date.getUTCFullYear(), date.getUTCMonth()];
    const [first, last] = [day(year, monthOf, 1), day(year, monthOf + 1, 0)];
    const isWhole = at === first && last <= to;
    const begin = Math.floor(monthOf / ofUnit) * ofUnit;
    const unitDays = day(year, begin + ofUnit, 0) - day(year, begin, 1) + 1;
    const share: Fraction = isWhole
      ? [1n, BigInt(ofUnit)]
      : [BigInt(Math.min(last, to) - at + 1), BigInt(unitDays)];
    sum = [sum[0] * share[1] + share[0] * sum[1], sum[1] * share[1]];
    at = last + 1;
  }
  return sum;
}

function earns({ ends, credits }: Pair, result: bigint): bigint {
  const at = ends.findIndex((end, i) => result < end && result >= (ends[i + 1] ?? 0n));
  return at < 0 ? 0n : credits[at]!;
}

/** Minor units that so much of the basis comes to; undefined where nobody knows of what. */
function expected(
  of: Pair,
  fee: Batch['fee'],
  results: readonly bigint[],
): { readonly minor: bigint; readonly currency: string } {
  const basis = of.basis ?? fee;
  const currency = of.basis ? of.currency : fee.currency;
  const [numerator, denominator]: Fraction = basis.per === undefined ? [1n, 1n] : times(of.period, basis.per);
  const sum = results.reduce((total, result) => total + earns(of, result), 0n);
  const held = of.cap !== undefined && sum > of.cap ? of.cap : sum;
  return { minor: rounded(basis.minor * numerator * held, denominator * whole, of.rounding), currency };
}

function rounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const down = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (rounding === 'down' || twice < denominator) return down;
  if (twice > denominator) return down + 1n;
  return rounding === 'half even' && down % 2n === 0n ? down : down + 1n;
}

/** Compares one engagement; how many of its credits are owed. */
async function compare({ fee, pairs: its }: Batch): Promise<number> {
  const files = new Map([['engagement.md', engagement(fee)]]);
  its.forEach((one, n) => {
    files.set(`levels-${n}.md`, agreement(one, n));
    files.set(`review-${n}.md`, record(one, n));
  });
  const engine = await engineOver(files, 'base');
  const { lines, sums } = (await engine.credits('', asOf))!;
  const found = new Map(lines.map((line) => [line.service, `${line.amount} ${line.currency}`]));
  const totals = new Map<string, bigint>();
  let owed = 0;
  its.forEach((one, n) => {
    const counted = one.results.filter((result, i) => {
      const service = `${'AB'[i]}${n}`;
      const { minor, currency } = expected(one, fee, [result]);
      const want = minor === 0n ? undefined : money({ minor, per: undefined }, currency);
      const texts = ['engagement.md', `levels-${n}.md`, `review-${n}.md`].map((file) => files.get(file));
      assert.equal(found.get(service), want, [service, ...texts].join('\n'));
      return minor > 0n;
    });
    owed += counted.length;
    const { minor, currency } = expected(one, fee, counted);
    if (minor > 0n) totals.set(currency, (totals.get(currency) ?? 0n) + minor);
  });
  assert.deepEqual(
    new Map(sums.map(({ amount: sum, currency, state }) => [`${state} ${currency}`, `${sum} ${currency}`])),
    new Map(
      [...totals].map(([currency, minor]) => [`due ${currency}`, money({ minor, per: undefined }, currency)]),
    ),
  );
  return owed;
}

describe('service credits', () => {
  it(`come to what a second computation does, to the minor unit, for ${pairs} pairs of agreement and result`, async function () {
    this.timeout(180_000);
    const batches = fc.sample(batch, { numRuns: pairs / pairsAWorkspace, seed: 20261130 });
    assert.equal(batches.flatMap((one) => one.pairs.flatMap(({ results }) => results)).length, pairs);
    let owed = 0;
    for (const one of batches) owed += await compare(one);
    // Many pairs owe something: comparing nothing with nothing would prove nothing.
    assert.ok(owed > pairs / 4, `${owed} credits are owed`);
  });
});
