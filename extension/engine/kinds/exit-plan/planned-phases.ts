import { planPhases, type PhasePlan, type PhaseRow } from '../../calendar/phases.ts';
import { isFilled } from '../../index/is-filled.ts';
import { nameOfRow } from '../../index/names.ts';
import { contractTerms, timelineOf } from '../../index/terms.ts';
import type { Row, Section } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { foldName } from '../../values/fold.ts';
import { quote } from '../../values/quote.ts';

export interface PlannedPhases {
  /** By the places of the rows in their section. */
  readonly plan: PhasePlan;
  /** What each row says of itself. */
  readonly rows: readonly PhaseRow[];
  /** As messages show them. */
  readonly names: readonly string[];
}

/** The phases of one exit plan with their dates (rules.md EXT004 and phase-dates). */
export function plannedPhases(section: Section<'phases'>, view: View): PlannedPhases {
  const terms = contractTerms(view);
  const { latestPreparationStart, handoverDeadline } = timelineOf(view, section.document);
  const rows = section.rows.map((row): PhaseRow => ({
    starts: view.dayOf(row.cells.starts),
    takes: row.cells.takes?.value,
    after: comesAfter(row, section, view),
  }));
  const around = { latestPreparationStart, handoverDeadline, end: terms.end, work: terms.work };
  return {
    plan: planPhases(rows, around),
    rows,
    names: section.rows.map((row) => quote(nameOfRow(row) ?? '')),
  };
}

/**
 * The places of the phases that one comes after, in its own plan: names of phases are the document's.
 * What cannot be known stands as the place behind the last: then no day is guessed from it.
 */
function comesAfter(row: Row<'phases'>, { rows }: Section<'phases'>, view: View): readonly number[] {
  const unknown = rows.length;
  const { after, starts } = row.cells;
  const places = view.named(after).map(({ text }) => {
    const name = foldName(text);
    const place = rows.findIndex((other) => foldName(nameOfRow(other) ?? '') === name);
    return place < 0 ? unknown : place;
  });
  const isStartLost = isFilled(starts) && view.dayOf(starts) === undefined;
  const isAfterLost = isFilled(after) && places.length === 0;
  return isStartLost || isAfterLost ? [...places, unknown] : places;
}
