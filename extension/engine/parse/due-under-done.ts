import type { Field, Row, Section } from '../model/document.ts';
import type { SectionContext } from './section-context.ts';
import { foldHeading } from './vocabulary.ts';

/** Headers that may say when something is to be done as well as when it was. */
const eitherDay: ReadonlySet<string> = new Set([
  'klart',
  'klar',
  'färdigt',
  'färdig',
  'completion',
  'complete',
]);

/**
 * Takes the days of actions for what is due where their header may mean either and one of them stands beside an open
 * action: nothing is open that was done on a day. Taken for done, an action that waits for a year would be forgotten.
 */
export function dueUnderDone(
  { document, fields }: SectionContext,
  actions: Section | undefined,
  cells: Field[],
): void {
  const header = actions?.columns.get('done');
  if (!actions || !header || actions.columns.has('due') || !eitherDay.has(foldHeading(header.text))) return;
  const isOpen = ({ cells: its }: Row): boolean => {
    const { done, status } = its as Row<'actions'>['cells'];
    return status?.value === 'open' && done?.state === 'read';
  };
  if (!actions.rows.some(isOpen)) return;
  const spec = actions.spec.columns.find(({ key }) => key === 'due')!;
  const columns = actions.columns as Map<string, typeof header>;
  columns.delete('done');
  columns.set('due', header);
  for (const row of actions.rows) {
    const its = row.cells as Record<string, Field>;
    const { done } = its;
    if (!done) continue;
    delete its['done'];
    its['due'] = fields.read(document, spec, done.source, row);
    cells[cells.indexOf(done)] = its['due'];
  }
}
