import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { foldName } from '../values/fold.ts';
import { addTo } from '../values/add-to.ts';

/** The rows of Service credits of one document that belong together. */
export interface TierSet {
  /** The service they name, folded; undefined for the tiers of every service without any of its own. */
  readonly name: string | undefined;
  readonly rows: readonly Row<'service_credits'>[];
  /** False where rows may be missing: From or Below of one does not read, or a row of the section names an unknown service. */
  readonly isComplete: boolean;
}

/** The sets of tiers of a document, in the order of their first rows (rules.md 1.4). */
export function tierSetsOf(document: GovernedDocument, view: View): readonly TierSet[] {
  const sets = new Map<string | undefined, Row<'service_credits'>[]>();
  let hasLostRow = false;
  for (const row of document.sections.get('service_credits')?.rows ?? []) {
    const { service } = row.cells;
    if (view.named(service).some(({ known }) => !known)) {
      hasLostRow = true;
      continue;
    }
    const name = service?.state === 'read' ? foldName(service.source.text) : undefined;
    addTo(sets, name, row);
  }
  return [...sets].map(([name, rows]) => ({ name, rows, isComplete: !hasLostRow && rows.every(hasEnds) }));
}

/** The tiers of a service among the sets of a document: those that name it; if none, those without a service (rules.md 1.4). */
export function tiersOf(service: string, sets: readonly TierSet[]): TierSet | undefined {
  const name = foldName(service);
  return sets.find((set) => set.name === name) ?? sets.find((set) => set.name === undefined);
}

function hasEnds({ cells: { from, below } }: Row<'service_credits'>): boolean {
  return from?.value !== undefined && below?.value !== undefined;
}
