import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';

/** Whether a day lies in a closed period of any document: no meeting is held on it. */
export function isClosed(date: IsoDate, view: View): boolean {
  return view.documents.some(({ keys }) =>
    (keys.closed_periods?.value ?? []).some(({ from, to }) => from <= date && date <= to),
  );
}
