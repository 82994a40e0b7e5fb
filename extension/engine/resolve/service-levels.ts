import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Decimal, Measure, Quantity } from '../model/value.ts';
import { fold, foldName } from '../values/fold.ts';
import { addTo } from '../values/add-to.ts';
import { onceFor } from '../values/once-for.ts';

/** Whether a measure is an availability, of whatever detail. */
export function isAvailability(measure: Measure | undefined): boolean {
  return measure?.kind.startsWith('availability') === true;
}

/** Whether two measures are one: the known word, then the detail folded (format-details 21). */
export function isSameMeasure(a: Measure, b: Measure): boolean {
  return fold(a.kind) === fold(b.kind) && fold(a.detail ?? '') === fold(b.detail ?? '');
}

/** The percentage that an availability level promises at least; undefined for other levels and other targets. */
export function availabilityTarget({
  cells: { measure, target },
}: Row<'service_levels'>): Decimal | undefined {
  return isAvailability(measure?.value) ? atLeastPercent(target?.value) : undefined;
}

/** A percentage that is promised at least; undefined for what is no percentage, and for "at most". */
function atLeastPercent(target: Quantity | undefined): Decimal | undefined {
  if (target?.unit !== '%' || target.of !== undefined) return undefined;
  return target.op === 'at most' || target.op === 'below' ? undefined : target.value;
}

/** The levels of the model by the folded name in their Service. */
export const levelsByService = onceFor(
  (view: View): ReadonlyMap<string, readonly Row<'service_levels'>[]> => {
    const levels = new Map<string, Row<'service_levels'>[]>();
    for (const row of view.rows('service_levels')) {
      const { service } = row.cells;
      if (service?.state !== 'read') continue;
      const name = foldName(service.source.text);
      addTo(levels, name, row);
    }
    return levels;
  },
);

/** The levels of one service in the model. */
export function levelsOf(service: string, view: View): readonly Row<'service_levels'>[] {
  return levelsByService(view).get(foldName(service)) ?? [];
}
