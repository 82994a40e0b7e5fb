import { planPhases, type PhasePlan, type PhaseRow } from '../../calendar/phases.ts';
import { isFilled } from '../../resolve/is-filled.ts';
import { nameSaid } from '../../resolve/lacking-in.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { contractTerms, timelineOf } from '../../resolve/terms.ts';
import type { Row, Section } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { foldName } from '../../values/fold.ts';

export interface PlannedPhases {
  /** By the places of the rows in their section. */
  readonly plan: PhasePlan;
  /** What each row says of itself. */
  readonly rows: readonly PhaseRow[];
  /** As messages show them. */
  readonly names: readonly string[];
}

/**
 * The phases of one plan with their dates (rules.md EXT004 and phase-dates). Those of a kt-plan know no last
 * day to start leaving, and are over in time where the plan is (KTP010).
 */
export function plannedPhases(section: Section<'phases'>, view: View): PlannedPhases {
  const terms = contractTerms(view);
  const timeline = section.document.kind === 'kt-plan' ? undefined : timelineOf(view, section.document);
  const placeOf = placesByName(section);
  const rows = section.rows.map((row): PhaseRow => ({
    starts: view.dayOf(row.cells.starts),
    takes: row.cells.takes?.value,
    after: comesAfter(row, placeOf, view),
  }));
  const around = {
    latestPreparationStart: timeline?.latestPreparationStart,
    handoverDeadline: timeline?.handoverDeadline,
    end: terms.end,
    work: terms.work,
  };
  return {
    plan: planPhases(rows, around),
    rows,
    names: section.rows.map(nameSaid),
  };
}

/** The place of each phase by its folded name, of two that share one the first. */
function placesByName({ rows }: Section<'phases'>): ReadonlyMap<string, number> {
  return new Map(rows.map((row, place) => [foldName(nameOfRow(row) ?? ''), place] as const).reverse());
}

/**
 * The places of the phases that one comes after, in its own plan: names of phases are the document's.
 * What cannot be known stands as the place behind the last: then no day is guessed from it.
 */
function comesAfter(row: Row<'phases'>, placeOf: ReadonlyMap<string, number>, view: View): readonly number[] {
  const unknown = row.section.rows.length;
  const { after, starts } = row.cells;
  const places = view.named(after).map(({ text }) => placeOf.get(foldName(text)) ?? unknown);
  const isStartLost = isFilled(starts) && view.dayOf(starts) === undefined;
  const isAfterLost = isFilled(after) && places.length === 0;
  return isStartLost || isAfterLost ? [...places, unknown] : places;
}
