import { directionOfKpi } from '../measure/verdict.ts';
import type { Row } from '../model/document.ts';
import { isFilled } from '../resolve/is-filled.ts';
import { cellOf } from '../resolve/names.ts';

/**
 * Wanted columns (DOC028) that have no value in this row, but for those that the rest of the row answers: which way is
 * good is said by the target, and whose development it is by its owner.
 */
export function wantedColumns(row: Row): readonly string[] {
  return row.section.spec.columns.flatMap(({ key, wanted }) =>
    wanted && cellOf(row, key)?.state !== 'read' && !isAnswered(row, key) ? [key] : [],
  );
}

function isAnswered({ section, cells }: Row, key: string): boolean {
  if (section.key === 'kpis' && key === 'better') {
    const { baseline, target } = cells as Row<'kpis'>['cells'];
    return (
      target?.value?.op !== undefined ||
      directionOfKpi({ baseline: baseline?.value, target: target?.value }) !== undefined
    );
  }
  return (
    section.key === 'development' && key === 'team' && isFilled((cells as Row<'development'>['cells']).owner)
  );
}
