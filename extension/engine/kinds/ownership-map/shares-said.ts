import { knownSides, type KnownSide, type SideShares } from '../../model/knowledge.ts';
import type { Said, SaidPart } from '../../model/said.ts';
import type { Decimal } from '../../model/value.ts';
import { decimal, joined, say } from '../../values/say.ts';

/** Both sides, whatever they did; people who are not known where they have a share. */
export function toldShares(shares: SideShares): readonly (readonly [KnownSide, Decimal])[] {
  const isTold = (side: KnownSide): boolean => side !== 'unknown' || shares[side] !== '0.0';
  return knownSides.filter(isTold).map((side) => [side, shares[side]]);
}

/** "client 25 %, supplier 75 %". */
export function sharesSaid(shares: SideShares): Said {
  return joined(
    toldShares(shares).map(([side, percent]) => shareSaid(side, decimal(percent))),
    ', ',
  );
}

function shareSaid(side: KnownSide, percent: SaidPart): Said {
  if (side === 'unknown') return say('not known {{percent}} %', { percent });
  return side === 'client'
    ? say('client {{percent}} %', { percent })
    : say('supplier {{percent}} %', { percent });
}
