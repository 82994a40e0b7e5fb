import type { Field, Row, Section } from '../model/document.ts';
import type { SectionContext } from './section-context.ts';

/**
 * Names people by their Name where a table of them has no column for keys, as nearly every list of contacts: it is what
 * the other documents call them by, and no cell is left without somebody's name.
 */
export function nameByName(
  { document, fields }: SectionContext,
  people: Section | undefined,
  cells: Field[],
): void {
  if (!people || people.columns.has('person')) return;
  const header = people.columns.get('name');
  if (!header) return;
  const spec = people.spec.columns.find(({ key }) => key === 'person')!;
  (people.columns as Map<string, typeof header>).set('person', header);
  for (const row of people.rows) {
    const { name } = row.cells as Row<'people'>['cells'];
    if (!name) continue;
    const person = fields.read(document, spec, name.source, row);
    (row.cells as Record<string, Field>)['person'] = person;
    cells.push(person);
  }
}
