import { compareDecimals } from '../../measure/decimal.ts';
import type { Field, GovernedDocument, Row } from '../../model/document.ts';
import type { Decimal } from '../../model/value.ts';
import { isGate, scoresOf } from '../../resolve/gates.ts';
import { foldName } from '../../values/fold.ts';
import { isPassOrFail } from '../../values/number.ts';

/** A criterion by which a candidate is out: a gate failed, or a score below the Minimum. */
export interface Shortfall {
  readonly criterion: Row<'criteria'>;
  readonly score: Field;
  /** Absent where a gate was failed. */
  readonly minimum?: Field<Decimal>;
}

export function shortfallsOf(candidate: string, document: GovernedDocument): readonly Shortfall[] {
  const name = foldName(candidate);
  return (document.sections.get('criteria')?.rows ?? []).flatMap((criterion): readonly Shortfall[] => {
    const score = scoresOf(criterion).find((one) => foldName(one.candidate) === name)?.field;
    if (score?.value === undefined) return [];
    if (isGate(criterion)) return score.value === 'fail' ? [{ criterion, score }] : [];
    const { minimum } = criterion.cells;
    if (minimum?.value === undefined || isPassOrFail(score.value)) return [];
    return compareDecimals(score.value as Decimal, minimum.value) < 0 ? [{ criterion, score, minimum }] : [];
  });
}

/** The candidates of a document, as its columns of Scores name them. */
export function candidatesOf(document: GovernedDocument): readonly string[] {
  return (document.sections.get('scores')?.furtherHeaders ?? []).map(({ text }) => text);
}
