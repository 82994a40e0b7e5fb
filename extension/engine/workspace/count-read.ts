import type { Field, GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';

/** How much was read. */
interface ReadCounts {
  tables: number;
  /** Cells that hold something. */
  cells: number;
  /** Names that values and headers refer to. */
  names: number;
}

/** Adds what is known already; the names of a value have been looked up where it was judged. */
export function addRead(counts: ReadCounts, { sections, fields }: GovernedDocument, view: View): void {
  for (const section of sections.values()) {
    counts.tables += section.tables;
    counts.names += section.furtherHeaders.length;
  }
  for (const field of fields) {
    if (field.state === 'empty') continue;
    if (field.row) counts.cells++;
    if (field.state === 'read') counts.names += countNames(field, view);
  }
}

function countNames(field: Field, view: View): number {
  switch (field.spec.type.is) {
    case 'who':
    case 'party':
      return view.who(field).length;
    case 'name':
    case 'names':
      return view.named(field).length;
    case 'depends':
      return view.dependencies(field).reduce((sum, { of }) => sum + of.length, 0);
    default:
      return 0;
  }
}
