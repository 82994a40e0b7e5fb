import type { Field } from '../model/document.ts';
import type { Named, View, WhoReference } from '../model/engagement.ts';
import type { Side } from '../model/value.ts';
import { say } from '../values/say.ts';
import type { Said } from '../model/said.ts';

/** The names in a value that stand on another side than this one. A person whose Party does not read is on none. */
export function namesOffSide(field: Field | undefined, side: Side, view: View): readonly WhoReference[] {
  return view.who(field).filter(({ target }) => target !== undefined && isOffSide(target, side));
}

/** What a message says of where somebody stands: "the client's side", or "neither side". */
export function sideInWords({ side }: Pick<Named, 'side'>): Said {
  if (side === undefined) return say('neither side');
  return side === 'client' ? say("the client's side") : say("the supplier's side");
}

/** Whether somebody stands on another side than this one; of whom nothing is known it is not said. */
export function isOffSide(named: Named, side: Side): boolean {
  return named.side === undefined ? isOutside(named) : named.side !== side;
}

/** Whether somebody is on neither side: not one whose Party does not read. */
function isOutside(named: Named): boolean {
  if (named.side !== undefined) return false;
  return named.is === 'party' || named.row.cells.party?.value === 'third party';
}

/** The sides of those whom a value names. */
export interface NamedSides {
  readonly sides: ReadonlySet<Side>;
  /** Whether nobody else can be meant: somebody is named, and everybody is known. */
  readonly isWhole: boolean;
  /** Whether somebody is named who is on neither side. */
  readonly isPartlyOutside: boolean;
}

/** Which sides a value names. A person whose Party does not read, and a name that nobody has, may be on either. */
export function sidesOf(field: Field | undefined, view: View): NamedSides {
  const named = view.who(field);
  const sides = new Set(named.flatMap(({ target }) => target?.side ?? []));
  const isKnown = named.every(
    ({ target }) => target !== undefined && (target.side !== undefined || isOutside(target)),
  );
  const isPartlyOutside = named.some(({ target }) => target !== undefined && isOutside(target));
  return { sides, isWhole: named.length > 0 && isKnown, isPartlyOutside };
}
