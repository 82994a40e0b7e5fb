import type { Field } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Side } from '../model/value.ts';

/** Whose move it is. */
export interface Move {
  readonly on: Side | 'both';
  readonly person?: string;
}

/**
 * The side, and the person where one is named, that a `who` value puts a duty on. Names of both
 * sides, and a value that names nobody known, are for both.
 */
export function moveOf(field: Field | undefined, view: View): Move {
  const named = view.who(field).flatMap(({ target }) => (target ? [target] : []));
  const sides = new Set(named.map(({ side }) => side));
  const [side] = sides;
  const first = named[0];
  return {
    on: sides.size === 1 && side !== undefined ? side : 'both',
    ...(first?.is === 'person' && { person: first.name }),
  };
}
