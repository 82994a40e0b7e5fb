import type { Field, Row } from '../../model/document.ts';
import type { Source } from '../../model/document.ts';
import type { Raci } from '../../model/value.ts';

/** One letter of an activity. */
export interface RaciLetter {
  readonly header: Source;
  readonly field: Field;
  readonly letter: Raci;
}

/** The letters of an activity in order; cells that are empty or do not read are left out. */
export function lettersOf(row: Row<'who_does_what'>): readonly RaciLetter[] {
  return row.further.flatMap(({ header, field }) =>
    field.state === 'read' ? [{ header, field, letter: field.value as Raci }] : [],
  );
}

/** Whether a cell of the row holds something that is no letter: then nothing is known of the whole. */
export function hasUnread(row: Row<'who_does_what'>): boolean {
  return row.further.some(({ field }) => field.state === 'unread');
}
