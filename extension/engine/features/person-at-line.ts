import type { GovernedDocument } from '../model/document.ts';
import { lineOf } from '../model/text.ts';

/** The key of the person whose row of People stands at a line, from 0; undefined where no row does, or it names nobody. */
export function personAtLine({ sections, lineStarts }: GovernedDocument, line: number): string | undefined {
  const row = sections.get('people')?.rows.find(({ span }) => lineOf(lineStarts, span.start) === line);
  const person = row?.cells.person;
  return person?.state === 'read' ? person.source.text : undefined;
}
