import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';

/** Whether the data of a row need care: personal data, and what is confidential or secret (rules.md ENG021, ENG022). */
export function isGuarded({ cells }: Row<'data'>): boolean {
  const dataClass = cells.class?.value;
  return cells.personal?.value === true || dataClass === 'confidential' || dataClass === 'secret';
}

/** Whether a row must be assessed before the supplier has it: guarded data, while the work moves or runs (ENG021). */
export function isAssessedFirst(row: Row<'data'>, view: View): boolean {
  const phase = view.lead?.keys.phase?.value;
  return (phase === 'transition' || phase === 'delivery') && isGuarded(row);
}
