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
  const placeOf = new Map(log.hashes.map((hash, i) => [hash, i]));
  const begin = placeOf.get(head);
  if (begin === undefined) return undefined;
  const order: number[] = [];
  const rank = new Int32Array(log.hashes.length).fill(-1);
  const isOpen = new Uint8Array(log.hashes.length);
  const parentsOf = (place: number): readonly (number | undefined)[] => {
    const hashes = log.parents[place] ?? '';
    return hashes === '' ? [] : hashes.split(' ').map((hash) => placeOf.get(hash));
  };
  // By a stack of its own: a history is deeper than calls can be.
  const stack: { readonly place: number; readonly parents: readonly (number | undefined)[]; next: number }[] =
    [];
  const open = (place: number): void => {
    isOpen[place] = 1;
    stack.push({ place, parents: parentsOf(place), next: 0 });
  };
  open(begin);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (top.next === top.parents.length) {
      rank[top.place] = order.length;
      order.push(top.place);
      stack.pop();
      continue;
    }
    const parent = top.parents[top.next++];
    if (parent === undefined) return undefined;
    if (isOpen[parent] === 0) open(parent);
  }
  return withParents(order, parentsOf, rank);
}

function withParents(
  order: readonly number[],
  parentsOf: (place: number) => readonly (number | undefined)[],
  rank: Int32Array,
): OrderedCommits {
  const firstParent = new Int32Array(order.length + 1);
  const parents: number[] = [];
  for (const [i, place] of order.entries()) {
    for (const parent of parentsOf(place)) if (parent !== undefined) parents.push(rank[parent] ?? -1);
    firstParent[i + 1] = parents.length;
  }
  return { places: Int32Array.from(order), firstParent, parents: Int32Array.from(parents) };
}
