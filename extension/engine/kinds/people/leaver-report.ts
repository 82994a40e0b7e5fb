import { subtractLength } from '../../calendar/add-length.ts';
import { compareDates } from '../../calendar/plain-date.ts';
import type { Field, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Said } from '../../model/said.ts';
import { rangeOf, type Range } from '../../model/text.ts';
import type { IsoDate } from '../../model/value.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { workDaysOf } from '../../resolve/work-days.ts';
import { leaverPlaces } from '../engagement/leaver-places.ts';
import { leavingGivers, neededUntil, statedUntil, type UntilOf } from '../kt-plan/leaving-givers.ts';
import { isOnePerson } from '../kt-plan/receivers.ts';
import { isOpen, nameOf, sessionsIn } from '../kt-plan/topics.ts';
import { isOfCritical, soleRehearser } from '../process/rehearsals.ts';
import { namedPlaces, toPersonPlace, type PersonPlace } from './person-places.ts';

/** What hangs on a person who leaves; plain data. */
export interface LeaverReport {
  /** The key. */
  readonly person: string;
  /** The last day. */
  readonly on: IsoDate;
  /** What People says of the last day now. */
  readonly until: IsoDate | undefined;
  /** Every place that names the person, by path and place. */
  readonly places: readonly PersonPlace[];
  /** Where nobody else is named (rules.md ENG020): those without a backup first. */
  readonly alone: readonly LonePlace[];
  readonly topics: readonly LeaverTopic[];
  /** Runbooks that nobody else has rehearsed. */
  readonly runbooks: readonly LoneRunbook[];
  readonly overlap: Overlap;
}

export interface LonePlace {
  readonly path: string;
  readonly range: Range;
  readonly what: Said;
  readonly hasBackup: boolean;
}

/** A topic whose knowledge goes with the person, or comes to one person only. */
export interface LeaverTopic {
  readonly topic: string;
  readonly path: string;
  readonly range: Range;
  readonly does: 'gives' | 'receives';
  /** Whether one person alone receives it. */
  readonly hasOneReceiver: boolean;
  /** Until when somebody who knows it must be there, where all who do leave before (rules.md KTP009). */
  readonly needed: IsoDate | undefined;
}

export interface LoneRunbook {
  readonly title: string;
  readonly path: string;
  readonly range: Range;
  /** Whether it is of a critical component (rules.md PRC010). */
  readonly isCritical: boolean;
}

/**
 * The last day on which somebody can take over what the person gives and still be helped as long as the plan says, which is
 * the day of KTP009 seen from the other end: its last day less `aftercare`, the longest where there are several.
 */
export interface Overlap {
  readonly lastDay: IsoDate;
  /** The plan that asks for the longest help, and how long, as written. */
  readonly aftercare: { readonly path: string; readonly text: string } | undefined;
}

/** What follows if a person of the engagement leaves on this day, whatever People says of it. */
export function leaverReport(person: Row<'people'>, on: IsoDate, view: View): LeaverReport {
  return {
    person: nameOfRow(person) ?? '',
    on,
    until: person.cells.until?.value,
    places: namedPlaces(person, view).map(toPersonPlace),
    alone: leaverPlaces(person, on, view).map(({ field, what, hasBackup }) => ({
      path: field.document.path,
      range: rangeOf(field.document.lineStarts, field.source.span),
      what,
      hasBackup,
    })),
    topics: topicsOf(person, on, view),
    runbooks: runbooksOf(person, view),
    overlap: overlapOf(person, on, view),
  };
}

function topicsOf(person: Row<'people'>, on: IsoDate, view: View): readonly LeaverTopic[] {
  const sessionsOf = sessionsIn(view);
  const untilOf: UntilOf = (row) => (row === person ? on : statedUntil(row));
  return view.rows('topics').flatMap((topic): LeaverTopic[] => {
    const { from, to } = topic.cells;
    const { document } = topic.section;
    const range = rangeOf(document.lineStarts, topic.span);
    const hasOneReceiver = isOnePerson(to, view);
    const told = { topic: nameOf(topic), path: document.path, range, hasOneReceiver };
    const isLost = leavingGivers(topic, view, sessionsOf, untilOf)?.people.includes(person) ?? false;
    if (isLost || (isOpen(topic) && hasOneReceiver && names(from, person, view)))
      return [{ ...told, does: 'gives', needed: isLost ? neededUntil(topic, view, sessionsOf) : undefined }];
    if (hasOneReceiver && names(to, person, view)) return [{ ...told, does: 'receives', needed: undefined }];
    return [];
  });
}

function runbooksOf(person: Row<'people'>, view: View): readonly LoneRunbook[] {
  return view.sections('rehearsals').flatMap(({ document, heading }) => {
    if (soleRehearser(document, view)?.person.row !== person) return [];
    const range = rangeOf(document.lineStarts, heading.span);
    return [{ title: document.title, path: document.path, range, isCritical: isOfCritical(document, view) }];
  });
}

function overlapOf(person: Row<'people'>, on: IsoDate, view: View): Overlap {
  const given = view.rows('topics').filter((topic) => isOpen(topic) && names(topic.cells.from, person, view));
  const days = [...new Set(given.map(({ section }) => section.document))].flatMap(({ path, keys }) => {
    const { aftercare } = keys;
    if (aftercare?.value === undefined || aftercare.value === 'none') return [];
    const lastDay = subtractLength(on, aftercare.value, workDaysOf(view));
    return [{ lastDay, aftercare: { path, text: aftercare.source.text } }];
  });
  const [first] = days.sort((a, b) => compareDates(a.lastDay, b.lastDay));
  return first ?? { lastDay: on, aftercare: undefined };
}

function names(field: Field | undefined, person: Row<'people'>, view: View): boolean {
  return view.who(field).some(({ target }) => target?.is === 'person' && target.row === person);
}
