import type { GovernedDocument, Section } from '../model/document.ts';

/** Where something of a document was read: asked of cells, lines and paragraphs, whoever read them. */
export interface ReadPlaces {
  /** Whether a cell or the entry of a list that was read begins between two offsets, both included. */
  has(start: number, end: number): boolean;
}

/** The places of cells and entries of lists. An empty cell counts as well: somebody has looked at it. */
export function readPlaces({ fields, sections }: GovernedDocument): ReadPlaces {
  const starts: number[] = [];
  for (const { row, source } of fields) if (row) starts.push(source.span.start);
  for (const { items, lines } of sections.values())
    for (const { span } of [...items, ...lines]) starts.push(span.start);
  starts.sort((a, b) => a - b);
  return {
    has(start, end) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (starts[middle]! < start) low = middle + 1;
        else high = middle;
      }
      return low < starts.length && starts[low]! <= end;
    },
  };
}

/** How often what is no text of a section may be looked for in it: it bounds what hostile documents cost. */
const missesAtMost = 50;

/** Says of the paragraphs of a section, asked in their order, whether they are part of its text. */
export function proseOf({ prose }: Section): (paragraph: string) => boolean {
  let from = 0;
  let misses = 0;
  return (paragraph) => {
    if (paragraph === '') return true;
    while (/\s/.test(prose.charAt(from))) from++;
    let at = prose.startsWith(paragraph, from) ? from : -1;
    if (at < 0 && misses++ < missesAtMost) at = prose.indexOf(paragraph, from);
    if (at < 0) return false;
    from = at + paragraph.length;
    return true;
  };
}
