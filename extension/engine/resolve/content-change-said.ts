import type { Said, SaidPart } from '../model/said.ts';
import type { SectionSpec } from '../model/schema.ts';
import { columnTitle, joined, quoted, say } from '../values/say.ts';
import { changedWords, shortText } from './changed-words.ts';
import type { OutlineCell, OutlineRow } from './content-outline.ts';

/** "P1, Restore: 4 hours -> 6 hours". */
export function valueSaid(what: readonly SaidPart[], before: string, now: string): Said {
  const [from, to] = changedWords(before, now);
  const data = { what: joined(what, ', '), from, to };
  if (before === '') return say('{{what}}: empty -> {{to}}', data);
  if (now === '') return say('{{what}}: {{from}} -> empty', data);
  // Only marks, or where a link leads, can differ then.
  if (before === now) return say('{{what}}: a link or marks in "{{to}}" changed', data);
  if (from === to) return say('{{what}}: characters in "{{to}}" changed that look alike', data);
  return say('{{what}}: {{from}} -> {{to}}', data);
}

/** A paragraph or an item that came, went or says something else. */
export function textSaid(from: string | undefined, to: string | undefined): Said {
  if (from === undefined) return say('text was added: {{text}}', { text: shortText(to ?? '') });
  if (to === undefined) return say('text was taken out: {{text}}', { text: shortText(from) });
  return valueSaid([say('text')], from, to);
}

/** What a row is called; of one without a name its first cell tells. */
export function nameSaid({ name, cells }: OutlineRow): SaidPart {
  if (name !== '') return shortText(name);
  const first = [...cells.values()].find(({ text }) => text !== '');
  return first ? quoted(shortText(first.text)) : say('an empty row');
}

const cellsAtMost = 4;

/** What a row that came or went says, as far as there is room for it. */
export function cellsSaid(row: OutlineRow, section: SectionSpec | undefined): Said {
  const its = [...row.cells].filter(([key, { text }]) => text !== '' && !isIdentity(key, section, row));
  const parts = its
    .slice(0, cellsAtMost)
    .map(([, cell]) => joined([titleOf(cell, section), shortText(cell.text)], ' '));
  return its.length === 0
    ? say('nothing else in it')
    : joined([...parts, ...(its.length > cellsAtMost ? ['…'] : [])], ', ');
}

/** What a column is called: by the format where that knows it. */
export function titleOf({ spec, header }: OutlineCell, section: SectionSpec | undefined): SaidPart {
  return spec && section ? columnTitle(spec, section) : shortText(header);
}

/** Whether a cell is what its row is named by: that which the format says, else the first. */
export function isIdentity(key: string, section: SectionSpec | undefined, { cells }: OutlineRow): boolean {
  return section ? section.identity.includes(key) : key === [...cells.keys()][0];
}
