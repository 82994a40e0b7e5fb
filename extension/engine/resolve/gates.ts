import type { Field, Row } from '../model/document.ts';
import { foldName } from '../values/fold.ts';
import { isPassOrFail } from '../values/number.ts';
import { isFilled } from './is-filled.ts';

/** The score of a candidate by a criterion. */
export interface Score {
  readonly candidate: string;
  readonly field: Field;
}

/** The scores that a document gives by a criterion, empty ones too. */
export function scoresOf({ section, cells }: Row<'criteria'>): readonly Score[] {
  const name = foldName(cells.criterion?.source.text ?? '');
  const rows = section.document.sections.get('scores')?.rows ?? [];
  return rows
    .filter(({ cells: { criterion } }) => foldName(criterion?.source.text ?? '') === name)
    .flatMap(({ further }) => further.map(({ header, field }) => ({ candidate: header.text, field })));
}

/** Whether a criterion is only passed or failed: it has no Weight, and its scores are pass or fail (real-kinds P30). */
export function isGate(row: Row): boolean {
  if (row.section.key !== 'criteria') return false;
  const criterion = row as Row<'criteria'>;
  if (isFilled(criterion.cells.weight)) return false;
  const scores = scoresOf(criterion).filter(({ field }) => isFilled(field));
  return scores.length > 0 && scores.every(({ field }) => isPassOrFail(field.value));
}
