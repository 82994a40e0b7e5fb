import type { Dependency } from '../model/engagement.ts';

/** Whether so many of the services can be needed: of `0 of A, B` and `3 of A, B` DOC019 speaks alone (settled 11). */
export function isPossible({ needed, of }: Dependency): boolean {
  return needed >= 1 && needed <= of.length;
}
