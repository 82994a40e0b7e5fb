import { compareDates } from '../../calendar/plain-date.ts';
import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { foldName } from '../../values/fold.ts';

/** Final records with a readable `held`, oldest first, then by path. */
export function recordsOf(view: View): readonly GovernedDocument[] {
  return view
    .documentsOf('record')
    .filter((record) => heldOf(record) !== undefined)
    .sort((a, b) => compareDates(heldOf(a)!, heldOf(b)!));
}

/** The newest strategic review that is final. */
export function lastReviewIn(view: View): GovernedDocument | undefined {
  return recordsOf(view).findLast(({ keys }) => keys.type?.value === 'strategic-review');
}

/** Records with the same `meeting`; without one, the same `type` (rules.md 1.4). */
export function seriesOf(record: GovernedDocument): string {
  const { meeting, type } = record.keys;
  return meeting?.value === undefined ? `type ${type?.value ?? ''}` : `meeting ${foldName(meeting.value)}`;
}

export function heldOf(record: GovernedDocument): IsoDate | undefined {
  return record.keys.held?.value;
}
