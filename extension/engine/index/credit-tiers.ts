import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { foldName } from '../values/fold.ts';

/** The rows of Service credits of one document that belong together. */
export interface TierSet {
  /** The service they name, as written; undefined for the tiers of every service without any of its own. */
  readonly service: string | undefined;
  readonly rows: readonly Row<'service_credits'>[];
  /** False where rows may be missing: From or Below of one does not read, or a row of the section names an unknown service. */
  readonly isComplete: boolean;
}

/** The sets of tiers of a document, in the order of their first rows (rules.md 1.4). */
export function tierSetsOf(document: GovernedDocument, view: View): readonly TierSet[] {
  const sets = new Map<string, { service: string | undefined; rows: Row<'service_credits'>[] }>();
  let hasLostRow = false;
  for (const row of document.sections.get('service_credits')?.rows ?? []) {
    const { service } = row.cells;
    const name = service?.state === 'read' ? service.source.text.trim() : undefined;
    if (view.named(service).some(({ known }) => !known)) {
      hasLostRow = true;
      continue;
    }
    const key = name === undefined ? '' : foldName(name);
    const set = sets.get(key);
    if (set) set.rows.push(row);
    else sets.set(key, { service: name, rows: [row] });
  }
  return [...sets.values()].map((set) => ({ ...set, isComplete: !hasLostRow && set.rows.every(hasEnds) }));
}

/** The tiers of a service among the sets of a document: those that name it; if none, those without a service (rules.md 1.4). */
export function tiersOf(service: string, sets: readonly TierSet[]): TierSet | undefined {
  const name = foldName(service);
  return (
    sets.find((set) => set.service !== undefined && foldName(set.service) === name) ??
    sets.find((set) => set.service === undefined)
  );
}

function hasEnds({ cells: { from, below } }: Row<'service_credits'>): boolean {
  return from?.value !== undefined && below?.value !== undefined;
}
