import { knownSides, type SideShares } from '../model/knowledge.ts';

/** How many characters a bar has. */
const width = 20;

/** A full bar, divided as the shares are: `█` for the client, `▒` for the supplier, `░` for whoever is not known. */
export function knowledgeBar(shares: SideShares): string {
  const parts = knownSides.map((side) => ({ side, tenths: tenthsOf(shares[side]) }));
  const all = parts.reduce((sum, { tenths }) => sum + tenths, 0);
  if (all === 0) return '';
  // Where it does not divide, the next character goes to the part that lost most of one.
  const cells = parts.map(({ side, tenths }, i) => ({
    side,
    turn: i,
    count: Math.floor((tenths * width) / all),
    rest: (tenths * width) % all,
  }));
  let left = width - cells.reduce((sum, { count }) => sum + count, 0);
  const more = new Set(
    cells
      .toSorted((a, b) => b.rest - a.rest || a.turn - b.turn)
      .filter(() => left-- > 0)
      .map(({ side }) => side),
  );
  return cells.map(({ side, count }) => barMarks[side].repeat(count + Number(more.has(side)))).join('');
}

export const barMarks = { client: '█', supplier: '▒', unknown: '░' } as const;

/** A percentage with one decimal as a whole number of tenths. */
export function tenthsOf(share: string): number {
  return Number(share.replace('.', ''));
}
