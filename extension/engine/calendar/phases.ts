import { circlesOf } from './circles.ts';
import type { DurationValue, IsoDate } from '../model/value.ts';
import { addLength } from './add-length.ts';
import { addDays, later } from './plain-date.ts';
import type { WorkDays } from './working-days.ts';

/** One row of Phases. Leave out what is empty or does not read. */
export interface PhaseRow {
  readonly starts?: IsoDate | undefined;
  readonly takes?: DurationValue | undefined;
  /** The places in the list of the phases that come before. */
  readonly after: readonly number[];
}

export interface PhaseDates {
  readonly start: IsoDate;
  /** The last day of the phase; a phase that takes no time ends on its first day. */
  readonly last: IsoDate;
}

export interface PhasePlan {
  /** One for each row; undefined where the start or the length cannot be known. */
  readonly dates: readonly (PhaseDates | undefined)[];
  /** The phases that come after themselves, each circle once, from its first row on. */
  readonly circles: readonly (readonly number[])[];
  /** A phase that starts before the end of one that it comes after. */
  readonly tooEarly: readonly { readonly phase: number; readonly after: number }[];
  /** Phases that start before the end of the contract and last beyond the handover deadline. */
  readonly tooLate: readonly number[];
}

/**
 * The dates of the exit phases and what is wrong with their order (rules.md EXT004 and the fact
 * phase-dates). A phase takes the days from its start up to, not including, start + Takes; its start
 * is Starts, else the end of the last phase in After, else the latest preparation start.
 */
export function planPhases(
  rows: readonly PhaseRow[],
  around: {
    readonly latestPreparationStart?: IsoDate | undefined;
    readonly end?: IsoDate | undefined;
    readonly handoverDeadline?: IsoDate | undefined;
    readonly work?: WorkDays | undefined;
  },
): PhasePlan {
  const circles = circlesOf(rows.map(({ after }) => after));
  const inCircle = new Set(circles.flat());
  const ends: (IsoDate | undefined)[] = [];
  const dates: (PhaseDates | undefined)[] = rows.map(() => undefined);
  for (const index of inOrder(rows, inCircle)) {
    const row = rows[index];
    if (row?.takes === undefined) continue;
    const start =
      row.starts ?? (row.after.length > 0 ? lastOf(row.after, ends) : around.latestPreparationStart);
    if (start === undefined) continue;
    const end = addLength(start, row.takes, around.work);
    ends[index] = end;
    dates[index] = { start, last: later(start, addDays(end, -1)) };
  }
  return {
    dates,
    circles,
    tooEarly: rows.flatMap((row, phase) =>
      row.after.flatMap((after) => {
        const end = ends[after];
        return row.starts !== undefined && end !== undefined && row.starts < end ? [{ phase, after }] : [];
      }),
    ),
    tooLate: dates.flatMap((phase, index) => {
      const { end, handoverDeadline } = around;
      if (phase === undefined || end === undefined || handoverDeadline === undefined) return [];
      return phase.start < end && phase.last > handoverDeadline ? [index] : [];
    }),
  };
}

/** The latest end; undefined while one of them is not known. */
function lastOf(after: readonly number[], ends: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  let last: IsoDate | undefined;
  for (const index of after) {
    const end = ends[index];
    if (end === undefined) return undefined;
    last = last === undefined ? end : later(last, end);
  }
  return last;
}

/** The rows so that each follows those it comes after. A row in a circle can still be known by its own Starts. */
function inOrder(rows: readonly PhaseRow[], inCircle: ReadonlySet<number>): readonly number[] {
  const order: number[] = [];
  const placed = new Set<number>();
  const waiting: number[] = rows.map((_, index) => rows.length - 1 - index);
  while (waiting.length > 0) {
    const index = waiting.at(-1) ?? 0;
    const missing = placed.has(index)
      ? []
      : (rows[index]?.after ?? []).filter(
          (each) => !placed.has(each) && !(inCircle.has(index) && inCircle.has(each)),
        );
    if (missing.length > 0) {
      waiting.push(...missing);
      continue;
    }
    waiting.pop();
    if (placed.has(index)) continue;
    placed.add(index);
    order.push(index);
  }
  return order;
}
