import { periodHolds } from '../../calendar/periods.ts';
import type { GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Measure, Period } from '../../model/value.ts';
import { isFilled } from '../../resolve/is-filled.ts';
import { targetOf } from '../../resolve/results.ts';
import { isSameMeasure, levelsByService } from '../../resolve/service-levels.ts';
import { addTo } from '../../values/add-to.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { fold, foldName } from '../../values/fold.ts';

/** What results are looked for. */
export type Measured =
  | { readonly is: 'level'; readonly row: Row<'service_levels'> }
  | { readonly is: 'kpi'; readonly row: Row<'kpis'> };

/** What the records state for periods. */
export interface GivenResults {
  /** Whether a record states, or may state in words that name nothing, the result of a target for a period. */
  has(target: Measured, period: Period): boolean;
}

/** A row that answers nothing: other rules speak of it, and it may be the one that is looked for. */
interface Doubtful {
  readonly period: Period;
  /** The service that it names; undefined where nobody knows the name. */
  readonly service: string | undefined;
  readonly measure: Measure | undefined;
  readonly hasMeasure: boolean;
}

export function givenResults(view: View): GivenResults {
  const levels = levelsByService(view);
  const periodsOf = new Map<string, Period[]>();
  const doubtful: Doubtful[] = [];
  for (const row of view.rows('results')) {
    const period = periodIn(row.section.document);
    if (!period) continue;
    const target = targetOf(row, view, levels);
    if (target) addTo(periodsOf, keyOf(target), period);
    else doubtful.push(doubtfulOf(row, period, view));
  }
  return {
    has(target, period) {
      const covers = (its: Period): boolean => periodHolds(period, its.to) || periodHolds(its, period.to);
      return (
        periodsOf.get(keyOf(target))?.some(covers) === true ||
        doubtful.some((one) => covers(one.period) && mayBe(one, target))
      );
    },
  };
}

/** The same for two rows of one name: a result answers both: that they have is another rule's to say. */
export function keyOf(target: Measured): string {
  if (target.is === 'kpi') return [target.is, foldName(nameOfRow(target.row) ?? '')].join('\0');
  const { service, measure } = target.row.cells;
  const { kind = '', detail = '' } = measure?.value ?? {};
  return [target.is, foldName(service?.source.text ?? ''), fold(kind), fold(detail)].join('\0');
}

function periodIn({ keys }: GovernedDocument): Period | undefined {
  return keys.period?.value;
}

function doubtfulOf({ cells: { of, measure } }: Row<'results'>, period: Period, view: View): Doubtful {
  const name = of?.source.text ?? '';
  const isKnown = view.named(of).some(({ known }) => known);
  return {
    period,
    service: isKnown ? foldName(name) : undefined,
    measure: measure?.value,
    hasMeasure: isFilled(measure),
  };
}

function mayBe({ service, measure, hasMeasure }: Doubtful, target: Measured): boolean {
  if (target.is === 'kpi') return service === undefined && !hasMeasure;
  const { cells } = target.row;
  if (service !== undefined) return service === foldName(cells.service?.source.text ?? '');
  const its = cells.measure?.value;
  return measure === undefined || (its !== undefined && isSameMeasure(measure, its));
}
