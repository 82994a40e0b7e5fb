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
  if (named.side !== undefined) return named.side !== side;
  if (named.is === 'party') return true;
  return named.row.cells.party?.value === 'third party';
}
