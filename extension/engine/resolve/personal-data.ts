import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';

/** The rows of Data that say something about living people. */
export function personalData(view: View): readonly Row<'data'>[] {
  return view.rows('data').filter(isPersonal);
}

export function isPersonal({ cells }: Row<'data'>): boolean {
  return cells.personal?.value === true;
}
