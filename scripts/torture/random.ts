/** Chance that comes out the same for the same numbers. Node has none that can be seeded. */
export interface Random {
  /** From 0 up to one less than `count`; 0 where there is nothing to choose. */
  below(count: number): number;
  /** True once in so many times. */
  oneIn(count: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** A generator for one case of one campaign, so that each can be run again alone. (Mulberry32.) */
export function createRandom(...numbers: readonly (number | string)[]): Random {
  let state = hashOf(numbers.join(' '));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * Math.max(1, count));
  return {
    below,
    oneIn: (count) => below(count) === 0,
    pick<T>(from: readonly T[]) {
      return from[below(from.length)] as T;
    },
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
