import { periodOf } from '../calendar/periods.ts';
import { addDays, addMonths, compareDates, later } from '../calendar/plain-date.ts';
import { isClosed } from '../kinds/engagement/closed-periods.ts';
import { meetingOccurrences } from '../kinds/engagement/meeting-occurrences.ts';
import { meetsSince, recordOf, recordsOfMeeting, unitOf } from '../kinds/engagement/records-expected.ts';
import { heldOf } from '../kinds/record/series.ts';
import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { IsoDate } from '../model/value.ts';
import { workDaysOf } from '../resolve/work-days.ts';

/** The day of the next record of a meeting, or why there is none to begin. */
export type ExpectedRecord =
  | {
      readonly is: 'expected';
      readonly held: IsoDate;
      /** The final records of the meeting before that day, oldest first. */
      readonly before: readonly GovernedDocument[];
    }
  /** The record of that time is there, a draft perhaps. */
  | { readonly is: 'there'; readonly path: string }
  /** Nothing says on which day the meeting is held next. */
  | { readonly is: 'noDay' };

/**
 * The record that a meeting owes next: of the first occurrence after its newest final record; where it has none, of the
 * oldest of the last 12 months that left none (rules.md REC004), else of the next one. `given` is a day that was asked for.
 */
export function expectedRecord(
  meeting: Row<'meetings'>,
  view: View,
  asOf: IsoDate,
  given?: IsoDate,
): ExpectedRecord {
  const records = recordsOfMeeting(
    meeting,
    view.everything.filter(({ kind }) => kind === 'record'),
  );
  const finals = records
    .filter(({ status }) => status === 'active')
    .sort((a, b) => compareDates(heldOf(a)!, heldOf(b)!));
  const held = given ?? nextDay(meeting, finals.at(-1), view, asOf);
  if (held === undefined) return { is: 'noDay' };
  const there = recordOf(meeting, held, records);
  if (there) return { is: 'there', path: there.path };
  return { is: 'expected', held, before: finals.filter((record) => heldOf(record)! < held) };
}

/** Nobody plans further ahead; it bounds what is counted day by day. */
const monthsAheadAtMost = 240;

function nextDay(
  meeting: Row<'meetings'>,
  last: GovernedDocument | undefined,
  view: View,
  asOf: IsoDate,
): IsoDate | undefined {
  const since = meetsSince(meeting, view);
  const every = meeting.cells.every?.value;
  if (since === undefined || every === undefined) return undefined;
  const covered = last && periodOf(heldOf(last)!, unitOf(meeting)).to;
  const from = later(since, addDays(covered ?? addMonths(asOf, -12), 1));
  const months = Math.min((every.n + 1) * (every.unit === 'year' ? 12 : 4), monthsAheadAtMost);
  const to = addMonths(later(from, asOf), months);
  return meetingOccurrences(meeting, view, { from, to }, workDaysOf(view)).find(
    ({ date }) => !isClosed(date, view),
  )?.date;
}
