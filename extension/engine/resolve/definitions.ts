import type { GovernedDocument } from '../model/document.ts';
import type { SectionKey } from '../model/schema.ts';
import type { DateValue } from '../model/value.ts';
import { cellOf, nameOfRow } from './names.ts';

/** Columns beside the name of a row; of a service's levels the measures, with which a Sign goes on. */
const readOf: Partial<Record<SectionKey, readonly string[]>> = {
  people: ['party', 'people', 'name', 'role'],
  teams: ['party', 'people', 'name'],
  service_levels: ['measure'],
};

/**
 * Everything of a document that may change what is said of another one by rules that read a document
 * and names, as one text without other places: names of rows as they are written, the names and parties of people and
 * teams, who is in a team, what is measured of services, what milestones are counted from and where, the two parties'
 * names, the phase, the language, whether a section holds anything, and all that it says while a table of it is not read.
 * Two versions with the same text give every other document the same answers.
 */
export function definitionsOf(document: GovernedDocument): string {
  const parts: string[] = [document.path, document.status, document.kind];
  if (document.kind === 'engagement') {
    parts.push(document.keys.client?.source.text ?? '', document.keys.supplier?.source.text ?? '');
    parts.push(document.keys.phase?.source.text ?? '', document.keys.language?.value ?? '');
  }
  // Where it stood before: links of records lead on from there.
  parts.push(document.keys.formerly?.source.text ?? '');
  // A name in a table that is not read is passed over elsewhere until the table is, and so is a row that is looked for.
  const unread = document.problems.flatMap((one) => one.unread ?? []);
  if (unread.length > 0) parts.push(...unread, document.text);
  for (const section of document.sections.values()) {
    const { key, furtherHeaders, rows, items, prose } = section;
    parts.push(key, rows.length + items.length > 0 || prose !== '' ? 'filled' : 'empty');
    for (const header of furtherHeaders) parts.push(header.text);
    const columns = readOf[key] ?? [];
    for (const row of rows) {
      const name = nameOfRow(row);
      if (name !== undefined) parts.push(name);
      if (row.id?.state === 'read') parts.push(`# ${row.id.source.text}`);
      if (row.formerly?.state === 'read') parts.push(`< ${row.formerly.source.text}`);
      const due = key === 'milestones' ? (cellOf(row, 'due')?.value as DateValue | undefined) : undefined;
      // Milestones that are counted from each other are one finding, which leads to each of them.
      if (typeof due === 'object')
        parts.push(`counted from ${due.anchor} ${cellOf(row, 'due')!.source.span.start}`);
      for (const column of columns) {
        const cell = cellOf(row, column);
        if (cell) parts.push(`${cell.state} ${cell.source.text}`);
      }
    }
  }
  return parts.join('\u0000');
}
