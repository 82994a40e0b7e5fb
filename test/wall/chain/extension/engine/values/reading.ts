import matter from 'gray-matter';
import type { Looking } from '../model/looks-up-the-layers.ts';

/** Wrong: front matter is read in `parse/` only. */
export interface Reading {
  readonly looking: Looking;
  readonly read: typeof matter;
}

/** Wrong: nobody can say where this leads. */
export const load = (name: string): Promise<unknown> => import(`./${name}.ts`);

/** Wrong: state that outlives a call. */
export let count = 0;
