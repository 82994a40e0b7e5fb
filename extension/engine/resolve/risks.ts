import type { Field, GovernedDocument, Row } from '../model/document.ts';
import { isFilled } from './is-filled.ts';
import { appetiteOf, placeIn } from './scales.ts';

/** How bad a risk is: the product of the places of its ratings. */
export interface RiskScore {
  readonly before: number;
  /** Where both ratings after the action are given. */
  readonly after: number | undefined;
  /** The one that counts: after the action, else before. */
  readonly score: number;
}

/** The score of a risk; undefined where a rating that it takes is empty, does not read or is no step of its scale. */
export function riskScore({ cells }: Row<'risks'>): RiskScore | undefined {
  const before = product(cells.likelihood, cells.impact);
  if (before === undefined) return undefined;
  if (!isFilled(cells.likelihood_after) || !isFilled(cells.impact_after))
    return { before, after: undefined, score: before };
  const after = product(cells.likelihood_after, cells.impact_after);
  return after === undefined ? undefined : { before, after, score: after };
}

function product(
  likelihood: Field<string> | undefined,
  impact: Field<string> | undefined,
): number | undefined {
  const [one, other] = [placeIn(likelihood), placeIn(impact)];
  return one === undefined || other === undefined ? undefined : one * other;
}

/** A risk above the appetite of its register, which is not closed. */
export interface HighRisk {
  readonly row: Row<'risks'>;
  readonly score: number;
  readonly appetite: number;
}

/** The risks of a document that are not closed and above its appetite; equal to it is within. */
export function risksAboveAppetite(document: GovernedDocument): readonly HighRisk[] {
  const appetite = appetiteOf(document);
  if (appetite === undefined) return [];
  return (document.sections.get('risks')?.rows ?? []).flatMap((row) => {
    const score = row.cells.status?.value === 'closed' ? undefined : riskScore(row)?.score;
    return score !== undefined && score > appetite ? [{ row, score, appetite }] : [];
  });
}

/** Those of them that nobody owns; of a placeholder somebody else speaks. */
export function highRisksWithoutOwner(document: GovernedDocument): readonly HighRisk[] {
  return risksAboveAppetite(document).filter(({ row }) => (row.cells.owner?.state ?? 'empty') === 'empty');
}
