import type { RawLog } from './raw-log.ts';

/** The commits that are reached from one of them, parents before children, with the places of their parents. */
export interface OrderedCommits {
  /** Places in the log, in order. */
  readonly places: Int32Array;
  /** By place in the order: its parents from `firstParent[i]` up to `firstParent[i + 1]`, as places in the order. */
  readonly firstParent: Int32Array;
  readonly parents: Int32Array;
}

/**
 * Orders a log by its graph alone: what the first parent of a commit comes from stands before what the second comes from.
 * So it does not matter in which order, or in how many parts, the log was read; commits that are no longer reached are
 * left out. Undefined where a parent is missing: then the log is not whole.
 */
export function orderCommits(log: RawLog, head: string): OrderedCommits | undefined {
  const placeOf = new Map<string, number>();
  for (const [place, hash] of log.hashes.entries()) placeOf.set(hash, place);
  const begin = placeOf.get(head);
  if (begin === undefined) return undefined;
  const parentsOf = log.parents.map((hashes) => placesOf(hashes, placeOf));
  const order: number[] = [];
  const rank = new Int32Array(log.hashes.length).fill(-1);
  const isOpen = new Uint8Array(log.hashes.length);
  /** How many of its parents have been looked at. */
  const seen = new Int32Array(log.hashes.length);
  // By a stack of its own: a history is deeper than calls can be.
  const stack = [begin];
  isOpen[begin] = 1;
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const parents = parentsOf[top] ?? none;
    const next = seen[top]!++;
    if (next === parents.length) {
      rank[top] = order.length;
      order.push(top);
      stack.pop();
      continue;
    }
    const parent = parents[next] ?? -1;
    if (parent < 0) return undefined;
    if (isOpen[parent] === 1) continue;
    isOpen[parent] = 1;
    stack.push(parent);
  }
  return withParents(order, parentsOf, rank);
}

const none: readonly number[] = [];

/** Places of hashes with blanks between them; -1 for one that is not there. */
function placesOf(hashes: string, placeOf: ReadonlyMap<string, number>): readonly number[] {
  if (hashes === '') return none;
  if (!hashes.includes(' ')) return [placeOf.get(hashes) ?? -1];
  return hashes.split(' ').map((hash) => placeOf.get(hash) ?? -1);
}

function withParents(
  order: readonly number[],
  parentsOf: readonly (readonly number[])[],
  rank: Int32Array,
): OrderedCommits {
  const firstParent = new Int32Array(order.length + 1);
  const parents: number[] = [];
  for (const [i, place] of order.entries()) {
    for (const parent of parentsOf[place] ?? none) parents.push(rank[parent] ?? -1);
    firstParent[i + 1] = parents.length;
  }
  return { places: Int32Array.from(order), firstParent, parents: Int32Array.from(parents) };
}
