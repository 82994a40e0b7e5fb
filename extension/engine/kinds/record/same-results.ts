import { compareDates } from '../../calendar/plain-date.ts';
import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { addTo } from '../../values/add-to.ts';
import { fold, foldName } from '../../values/fold.ts';

/** Rows that state one result, the oldest record first: the same Of and Measure for the same period. */
export function statedTogether(view: View): readonly (readonly Row<'results'>[])[] {
  const groups = new Map<string, Row<'results'>[]>();
  const records = view.sections('results').map(({ document, rows }) => ({ record: document, rows }));
  records.sort((a, b) => compareDates(a.record.keys.held?.value ?? '', b.record.keys.held?.value ?? ''));
  for (const { record, rows } of records) {
    const period = record.keys.period?.value;
    for (const row of rows) {
      const { of, measure } = row.cells;
      const { kind = '', detail = '' } = measure?.value ?? {};
      const when = period ? [period.from, period.to] : [record.path];
      const key = [foldName(of?.source.text ?? ''), fold(kind), fold(detail), ...when].join('\n');
      addTo(groups, key, row);
    }
  }
  return [...groups.values()];
}
