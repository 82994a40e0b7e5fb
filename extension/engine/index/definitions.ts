import type { GovernedDocument } from '../model/document.ts';
import { foldName } from '../values/fold.ts';
import { cellOf, nameOfRow } from './names.ts';

/**
 * Everything of a document that may change what a name elsewhere stands for, as one text without
 * places: names of rows, the parties of people and teams, who is in a team, the two parties' names.
 * Two versions with the same text give every other document the same answers.
 */
export function definitionsOf(document: GovernedDocument): string {
  const parts: string[] = [document.path, document.status, document.kind];
  if (document.kind === 'engagement') {
    parts.push(document.keys.client?.source.text ?? '', document.keys.supplier?.source.text ?? '');
    parts.push(document.keys.phase?.source.text ?? '');
  }
  for (const section of document.sections.values()) {
    parts.push(section.key);
    for (const header of section.furtherHeaders) parts.push(header.text);
    for (const row of section.rows) {
      const name = nameOfRow(row);
      if (name !== undefined) parts.push(foldName(name));
      for (const column of ['party', 'people']) {
        const cell = section.key === 'people' || section.key === 'teams' ? cellOf(row, column) : undefined;
        if (cell) parts.push(`${cell.state} ${cell.source.text}`);
      }
    }
  }
  return parts.join('\u0000');
}
