import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { IsoDate } from '../model/value.ts';
import { compareText } from '../values/compare-text.ts';
import { judge, type JudgedResult } from './results.ts';
import { levelsByService } from './service-levels.ts';

/** A result with what became of it. */
export interface JudgedRow {
  readonly row: Row<'results'>;
  readonly judged: JudgedResult;
  /** The last day of the period of its record, else the day on which that was held. */
  readonly day: IsoDate;
}

/** Every result that can be judged, oldest first. */
export function verdictsIn(view: View): readonly JudgedRow[] {
  const levels = levelsByService(view);
  return view
    .rows('results')
    .flatMap((row): readonly JudgedRow[] => {
      const { period, held } = row.section.document.keys;
      const day = period?.value?.to ?? held?.value;
      const judged = day === undefined ? undefined : judge(row, view, levels);
      return day !== undefined && judged ? [{ row, judged, day }] : [];
    })
    .sort((a, b) => compareText(a.day, b.day));
}
