import type { Row } from '../../model/document.ts';

/** Whether the data of a row need care: personal data, and what is confidential or secret (rules.md ENG021, ENG022). */
export function isGuarded({ cells }: Row<'data'>): boolean {
  const dataClass = cells.class?.value;
  return cells.personal?.value === true || dataClass === 'confidential' || dataClass === 'secret';
}
