import { periodOf, type CalendarUnit } from '../../calendar/periods.ts';
import { addDays, addMonths, later } from '../../calendar/plain-date.ts';
import type { GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { workDaysOf } from '../../resolve/work-days.ts';
import { foldName } from '../../values/fold.ts';
import { isClosed } from './closed-periods.ts';
import { meetingOccurrences } from './meeting-occurrences.ts';

/** The occurrences of a meeting of the last 12 months that must have left a record, and those that left none. */
export interface RecordsExpected {
  readonly meeting: Row<'meetings'>;
  readonly from: IsoDate;
  readonly dates: readonly IsoDate[];
  readonly missing: readonly IsoDate[];
}

/**
 * For each meeting with a Record: when it took place up to a day, from `valid_from` of its document or the start of the
 * contract on, closed periods left out, and when no final record of it is there (rules.md REC004).
 */
export function recordsExpected(view: View, asOf: IsoDate): readonly RecordsExpected[] {
  const work = workDaysOf(view);
  return view.rows('meetings').flatMap((meeting) => {
    const { meeting: name, record } = meeting.cells;
    const since = meetsSince(meeting, view);
    if (record?.state !== 'read' || name?.state !== 'read' || since === undefined) return [];
    const from = later(since, addDays(addMonths(asOf, -12), 1));
    const dates = meetingOccurrences(meeting, view, { from, to: asOf }, work)
      .map(({ date }) => date)
      .filter((date) => !isClosed(date, view));
    return [{ meeting, from, dates, missing: dates.filter((date) => !hasRecord(meeting, date, view)) }];
  });
}

/** The day from which a meeting is held: `valid_from` of its document, else the start of the contract. */
export function meetsSince(meeting: Row<'meetings'>, view: View): IsoDate | undefined {
  return meeting.section.document.keys.valid_from?.value ?? view.lead?.keys.start?.value;
}

/** A final record of that meeting held in the same week, month, quarter or year as the occurrence (rules.md REC004). */
function hasRecord(meeting: Row<'meetings'>, date: IsoDate, view: View): boolean {
  return recordOf(meeting, date, view.documentsOf('record')) !== undefined;
}

/** The first of these records that is of that meeting and held in the same week, month, quarter or year as a day. */
export function recordOf(
  meeting: Row<'meetings'>,
  date: IsoDate,
  records: readonly GovernedDocument[],
): GovernedDocument | undefined {
  const { from, to } = periodOf(date, unitOf(meeting));
  return recordsOfMeeting(meeting, records).find(({ keys }) => {
    const held = keys.held!.value!;
    return from <= held && held <= to;
  });
}

/** Those of these records that name that meeting and the day it was held. */
export function recordsOfMeeting(
  meeting: Row<'meetings'>,
  records: readonly GovernedDocument[],
): readonly GovernedDocument[] {
  const name = foldName(meeting.cells.meeting?.source.text ?? '');
  return records.filter(
    ({ keys }) => keys.held?.value !== undefined && foldName(keys.meeting?.source.text ?? '') === name,
  );
}

/** The time in which a meeting leaves one record. */
export function unitOf(meeting: Row<'meetings'>): CalendarUnit {
  return meeting.cells.every?.value?.unit ?? 'week';
}
