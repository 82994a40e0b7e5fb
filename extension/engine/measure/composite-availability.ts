import type { Decimal } from '../model/value.ts';
import type { Exact } from './decimal.ts';
import { add, ceiling, compare, exact, multiply, ratio, subtract } from './decimal.ts';

/** So many of these services are needed: 1 of one, 1 of several (`A or B`), k of n. */
export interface Needs {
  readonly needed: number;
  readonly of: readonly string[];
}

/** Services by name: what each promises, in percent, and what it depends on, in series. */
export interface ServiceGraph {
  target(service: string): Decimal | undefined;
  dependsOn(service: string): readonly Needs[];
}

/** What a service can promise at most. */
export interface AvailabilityCeiling {
  /** In percent, exact; `round(percent, 6)` for display. Undefined where nothing is known of any dependency. */
  readonly percent: Exact | undefined;
  /** Every service that was counted directly, with the percentage it counted with and whether that is its promise or its own ceiling. */
  readonly parts: readonly {
    readonly service: string;
    readonly percent: Exact;
    readonly as: 'target' | 'ceiling';
  }[];
  /** The services of a circle that the dependencies run into, each once, first to last; then there is no ceiling. */
  readonly circle?: readonly string[];
}

/**
 * The ceiling that its dependencies put on the availability of a service (rules.md SLA008,
 * domain.md 4.3): the product for services in series; the chance that at least `needed` work for
 * the rest. Failures are taken to be independent.
 *
 * A dependency counts with its target, without one with its own ceiling. One without either limits
 * nothing: it is left out of a series, and counts as working among alternatives. `known` remembers
 * ceilings from call to call on the same graph.
 */
export function availabilityCeiling(
  service: string,
  graph: ServiceGraph,
  known: Map<string, AvailabilityCeiling> = new Map(),
): AvailabilityCeiling {
  // A stack of our own: a chain of ten thousand services is no reason to fall over.
  const path: string[] = [service];
  const onPath = new Set(path);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const open = known.has(top) ? undefined : nextUnknown(top, graph, known);
    if (open === undefined) {
      if (!known.has(top)) known.set(top, ceilingOf(top, graph, known));
      onPath.delete(top);
      path.pop();
    } else if (onPath.has(open)) {
      const circle = path.slice(path.indexOf(open));
      for (const each of path) known.set(each, { percent: undefined, parts: [], circle });
    } else {
      onPath.add(open);
      path.push(open);
    }
  }
  return known.get(service) ?? NOTHING_KNOWN;
}

const NOTHING_KNOWN: AvailabilityCeiling = { percent: undefined, parts: [] };
const ONE = exact(1);

/** More than so many pairs of a count and a service are not combined: k of n then sets no ceiling. */
const MOST_STEPS = 10_000;
/** Longer fractions are rounded up, so that a ceiling is never put too low. */
const MOST_DIGITS = 1_000;
const LONG = 10n ** BigInt(MOST_DIGITS);

/** The first service without a ceiling that this one needs the ceiling of: also one with a target, for circles run through them. */
function nextUnknown(
  service: string,
  graph: ServiceGraph,
  known: ReadonlyMap<string, AvailabilityCeiling>,
): string | undefined {
  for (const needs of graph.dependsOn(service)) {
    for (const each of needs.of) if (!known.has(each)) return each;
  }
  return undefined;
}

function ceilingOf(
  service: string,
  graph: ServiceGraph,
  known: ReadonlyMap<string, AvailabilityCeiling>,
): AvailabilityCeiling {
  const parts: { service: string; percent: Exact; as: 'target' | 'ceiling' }[] = [];
  let product: Exact | undefined;
  let circle: readonly string[] | undefined;
  for (const { needed, of } of graph.dependsOn(service)) {
    const up: Exact[] = [];
    for (const each of of) {
      const below = known.get(each);
      circle ??= below?.circle;
      const target = graph.target(each);
      const percent = target === undefined ? below?.percent : exact(target);
      if (percent === undefined) continue;
      parts.push({ service: each, percent, as: target === undefined ? 'ceiling' : 'target' });
      up.push(multiply(percent, ratio(1n, 100n)));
    }
    const chance = atLeast(needed - (of.length - up.length), up);
    if (chance !== undefined) product = limited(multiply(product ?? ONE, chance));
  }
  if (circle !== undefined) return { percent: undefined, parts: [], circle };
  return { percent: product && multiply(product, exact(100)), parts };
}

/** The chance that at least `needed` of them work; undefined where none needs to. */
function atLeast(needed: number, up: readonly Exact[]): Exact | undefined {
  if (needed <= 0 || needed > up.length) return undefined;
  if (needed === up.length) return up.reduce((product, each) => limited(multiply(product, each)));
  const failing = up.map((each) => subtract(ONE, each));
  if (needed === 1) {
    // Rounded down, for it is taken away.
    return subtract(
      ONE,
      failing.reduce((product, each) => limited(multiply(product, each), 'down')),
    );
  }
  if (needed * up.length > MOST_STEPS) return undefined;
  // exactly[j] is the chance that j of those seen so far work; its last entry gathers "needed or more".
  let exactly: Exact[] = [ONE, ...Array.from({ length: needed }, () => exact(0))];
  up.forEach((chance, index) => {
    const failure = failing[index] ?? ONE;
    exactly = exactly.map((here, j) => {
      const before = exactly[j - 1];
      const stays = j === needed ? here : multiply(here, failure);
      return limited(before === undefined ? stays : add(stays, multiply(before, chance)));
    });
  });
  const enough = exactly[needed] ?? ONE;
  return compare(enough, ONE) > 0 ? ONE : enough;
}

function limited(value: Exact, towards: 'up' | 'down' = 'up'): Exact {
  if (value.denominator <= LONG) return value;
  const scaled = multiply(value, exact(LONG));
  const whole = towards === 'up' ? ceiling(scaled) : scaled.numerator / scaled.denominator;
  return ratio(whole, LONG);
}
