import { isFilled } from '../../resolve/is-filled.ts';
import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { helpUntil, isOpen, plannedDays, type Sessions } from './topics.ts';

/** The last day of a person, where one is known. */
export type UntilOf = (person: Row<'people'>) => IsoDate | undefined;

export const statedUntil: UntilOf = ({ cells }) => cells.until?.value;

interface LeavingGivers {
  /** Until when they are needed. */
  readonly needed: IsoDate;
  /** In the order of From, each once. */
  readonly people: readonly Row<'people'>[];
}

/**
 * Those who know a topic that is not accepted, where all of them leave before they are no longer needed: before
 * `complete_by` and the aftercare, or before the last session where no day is set (rules.md KTP009).
 */
export function leavingGivers(
  topic: Row<'topics'>,
  view: View,
  sessionsOf: Sessions,
  untilOf: UntilOf = statedUntil,
): LeavingGivers | undefined {
  if (!isOpen(topic)) return undefined;
  const needed = neededUntil(topic, view, sessionsOf);
  const givers = view.who(topic.cells.from);
  if (needed === undefined || givers.length === 0) return undefined;
  const people = new Set<Row<'people'>>();
  for (const { target } of givers) {
    // A team stays, and who nobody knows may stay.
    if (target?.is !== 'person') return undefined;
    const until = untilOf(target.row);
    if (until === undefined || until >= needed) return undefined;
    people.add(target.row);
  }
  return { needed, people: [...people] };
}

/** The day until which somebody who knows a topic must be there (rules.md KTP009). */
export function neededUntil(topic: Row<'topics'>, view: View, sessionsOf: Sessions): IsoDate | undefined {
  const { document } = topic.section;
  return isFilled(document.keys.complete_by)
    ? helpUntil(document, view)
    : plannedDays(sessionsOf(topic), view).at(-1);
}
