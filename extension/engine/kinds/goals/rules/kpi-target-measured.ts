import { addDays } from '../../../calendar/plain-date.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { addTo } from '../../../values/add-to.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { nameSaid } from '../../../resolve/lacking-in.ts';
import { moveOf } from '../../../resolve/move.ts';
import { targetOf } from '../../../resolve/results.ts';
import { levelsByService } from '../../../resolve/service-levels.ts';
import { defineDue } from '../../../rules/define.ts';

/** Days before a target counts from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'KPI006',
  name: 'kpi-target-measured',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/KPIs.By',
      'goals/KPIs.KPI',
      'goals/KPIs.Owner',
      'record/Results.Of',
      'record/Results.Measure',
      'record/Results.Result',
      'record/period',
      'record/held',
      'engagement/People.Party',
      'engagement/end',
    ],
    summary: 'Ask for a result of a KPI from the day on which its target counts',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    measure: 'Measure "{{kpi}}" and write the result into a record: from this day on its target counts.',
  },
  due(view) {
    const results = resultsByKpi(view);
    return view.rows('kpis').flatMap((row) => {
      const { by, owner } = row.cells;
      const day = view.dayOf(by);
      if (day === undefined || results.get(row)?.some((until) => until >= day)) return [];
      return [
        {
          at: by!,
          id: 'measure' as const,
          data: { kpi: nameSaid(row) },
          day,
          listedFrom: addDays(day, -leadDays),
          ...moveOf(owner, view),
        },
      ];
    });
  },
});

/** The days until which results of each KPI speak: the end of the period, without one the day of the record. */
function resultsByKpi(view: View): ReadonlyMap<Row, readonly IsoDate[]> {
  const levels = levelsByService(view);
  const found = new Map<Row, IsoDate[]>();
  for (const row of view.rows('results')) {
    const { result } = row.cells;
    const { period, held } = row.section.document.keys;
    const until = period?.value?.to ?? held?.value;
    const of = isFilled(result) && result?.value?.noData !== true ? targetOf(row, view, levels) : undefined;
    if (of?.is === 'kpi' && until !== undefined) addTo(found, of.row as Row, until);
  }
  return found;
}
