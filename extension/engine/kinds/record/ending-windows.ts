import { subtractLength } from '../../calendar/add-length.ts';
import { periodsEnding } from '../../calendar/periods.ts';
import { addDays } from '../../calendar/plain-date.ts';
import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Every, IsoDate, MeasuredOver, Period } from '../../model/value.ts';
import type { Measured } from './given-results.ts';

/** A service level or key figure, and how often its result is due. */
export interface Due {
  readonly measured: Measured;
  /** The last days of its windows that lie in a period; a window that began before its terms held counts for nothing. */
  endsIn(period: Period): readonly IsoDate[];
}

/** Levels whose document says what they are measured over, and key figures that say how often. */
export function dueResults(view: View): readonly Due[] {
  // Without a valid_from terms hold from the start of the contract.
  const start = view.lead?.keys.start?.value;
  const levels = view.rows('service_levels').flatMap((row): readonly Due[] => {
    const { service, measure } = row.cells;
    const over = row.section.document.keys.measured_over?.value;
    if (service?.state !== 'read' || measure?.state !== 'read' || over === undefined) return [];
    if (isUnknown(row.section.document)) return [];
    const since = row.section.document.keys.valid_from?.value ?? start;
    return [
      {
        measured: { is: 'level', row },
        endsIn: (period) => windowEnds(over, period, since),
      },
    ];
  });
  const kpis = view.rows('kpis').flatMap((row): readonly Due[] => {
    const { kpi, every } = row.cells;
    const often = every?.value;
    if (kpi?.state !== 'read' || often === undefined) return [];
    const since = row.section.document.keys.valid_from?.value ?? start;
    if (isUnknown(row.section.document) || (often.n > 1 && since === undefined)) return [];
    return [
      {
        measured: { is: 'kpi', row },
        endsIn: (period) => endsOf(often, period, since),
      },
    ];
  });
  return [...levels, ...kpis];
}

/** Whether `valid_from` of a document is something that does not read: then nobody knows what held when. */
function isUnknown({ keys }: GovernedDocument): boolean {
  return keys.valid_from?.state === 'unread';
}

/** A rolling window ends on every day; of a period the last is the one that is looked at. */
function windowEnds(over: MeasuredOver, period: Period, since: IsoDate | undefined): readonly IsoDate[] {
  if (over.kind === 'calendar') return endsOf({ n: 1, unit: over.unit }, period, since);
  const from = addDays(subtractLength(period.to, over.length), 1);
  return since === undefined || from >= since ? [period.to] : [];
}

function endsOf(every: Every, { from, to }: Period, since: IsoDate | undefined): readonly IsoDate[] {
  return periodsEnding(every, from, to, since ?? from)
    .filter((window) => since === undefined || window.from >= since)
    .map((window) => window.to);
}
