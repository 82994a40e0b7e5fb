import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';

/**
 * The day on which the last of those who receive a topic leaves, where all of them leave before the handover ends:
 * what they have learnt goes with them, whether it is accepted or not.
 */
export function receiversLeave(
  topic: Row<'topics'>,
  handoverEnds: IsoDate | undefined,
  view: View,
): IsoDate | undefined {
  const days = view.who(topic.cells.to).map(({ target }) => {
    // A team stays, and who nobody knows may stay.
    return target?.is === 'person' ? target.row.cells.until?.value : undefined;
  });
  const last = days.includes(undefined) ? undefined : (days as readonly IsoDate[]).toSorted().at(-1);
  return last !== undefined && handoverEnds !== undefined && last < handoverEnds ? last : undefined;
}
