import { resolveTarget, type Targets } from '../resolve/link-targets.ts';
import { cellOf } from '../resolve/names.ts';
import type { Link, Row, Section, Source } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { fold, foldName } from '../values/fold.ts';
import type { ExactPlace } from './place-of.ts';

/**
 * What the `Where` of an accepted deviation covers: nothing written, the whole engagement; the title of
 * a document or the name of a row; links, each to a document or a section, and behind a colon a row, a
 * row and its column, or a key: `[sla](sla.md#service-levels): API, availability, Target`
 * (format-details 11). A link that leads nowhere covers nothing.
 */
export function placesOf(
  where: Source | undefined,
  from: string,
  targets: Targets,
): (place: ExactPlace) => boolean {
  const text = where?.text ?? '';
  if (text.trim() === '') return () => true;
  const links = where?.links ?? [];
  if (links.length === 0) {
    const name = normal(text);
    return (place) => normal(place.document.title) === name || namesPlace(name, place);
  }
  const scopes = links.flatMap((link, i) => {
    const target = resolveTarget(from, link.target, targets);
    const { start, end } = behindLink(i, links, text);
    return target ? [{ ...target, name: normal(text.slice(start, end)) }] : [];
  });
  return (place) =>
    scopes.some(
      ({ path, anchor, name }) =>
        place.document.path === path && isUnder(anchor, place) && (name === '' || namesPlace(name, place)),
    );
}

/** What stands between a link and the next one, without the marks around it, as offsets into the text. */
export function behindLink(at: number, links: readonly Link[], text: string): Span {
  let from = 0;
  for (const link of links.slice(0, at + 1)) {
    const found = text.indexOf(link.text, from);
    if (found >= 0) from = found + link.text.length;
  }
  const next = links[at + 1];
  const to = next ? text.indexOf(next.text, from) : -1;
  const between = text.slice(from, to < 0 ? text.length : to);
  const start = from + (/^[\s:,;]+/.exec(between)?.[0].length ?? 0);
  const tail = between.slice(start - from).replace(/[\s,;]+$/, '');
  return { start, end: start + tail.length };
}

/** Whether a place stands under a heading: the title holds the whole document. */
export function isUnder(anchor: string | undefined, place: ExactPlace): boolean {
  if (!anchor) return true;
  const heading = place.document.headings.find(({ slug }) => slug === anchor);
  return heading?.level === 1 || sectionOf(place)?.heading.slug === anchor;
}

function sectionOf({ row, at, document }: ExactPlace): Section | undefined {
  if (row) return row.section;
  for (const section of document.sections.values()) {
    const { title } = section.spec;
    if (at === title || at.startsWith(`${title}.`) || at.startsWith(`${title}[`)) return section;
  }
  return undefined;
}

/** Whether a normalised name is that of the place's row, of its row and column, or of its key. */
export function namesPlace(name: string, { row, at }: ExactPlace): boolean {
  if (!row) return name === at;
  const columns = columnWords(row, at.slice(at.indexOf('].') + 2));
  return rowNames(row).some(
    (its) => name === its || (name.startsWith(`${its}, `) && columns.has(fold(name.slice(its.length + 2)))),
  );
}

/** A row by the first column of its identity, by the first two, and so on. */
function rowNames(row: Row): readonly string[] {
  const parts = row.section.spec.identity.map((column) => cellOf(row, column)?.source.text.trim() ?? '');
  return parts.flatMap((part, i) => (part === '' ? [] : [normal(parts.slice(0, i + 1).join(', '))]));
}

/** The words for a column, folded; of a further column its header. */
function columnWords(row: Row, title: string): ReadonlySet<string> {
  const spec = row.section.spec.columns.find((column) => column.title === title);
  return new Set(spec ? spec.aliases : [fold(title)]);
}

/** A name as places are compared. */
export function normal(name: string): string {
  return foldName(name).replace(/\s*,\s*/g, ', ');
}
