import type { SaidPart } from '../model/said.ts';
import { quoted, say } from './say.ts';

/** More names than these are no help in a message. */
const mostNames = 8;

/** The names of a circle as a message lists them: the first ones, and the one that it comes back to. */
export function shortened(names: readonly string[]): readonly SaidPart[] {
  return names.length <= mostNames
    ? names.map(quoted)
    : [...names.slice(0, mostNames - 2).map(quoted), say('others'), quoted(names.at(-1)!)];
}
