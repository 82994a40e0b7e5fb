import { resolveTarget, type Targets } from '../index/link-targets.ts';
import { cellOf } from '../index/names.ts';
import type { Link, Row, Section, Source } from '../model/document.ts';
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
    return target ? [{ ...target, name: normal(textBehind(i, links, text)) }] : [];
  });
  return (place) =>
    scopes.some(
      ({ path, anchor, name }) =>
        place.document.path === path && isUnder(anchor, place) && (name === '' || namesPlace(name, place)),
    );
}

/** What stands between a link and the next one. */
function textBehind(at: number, links: readonly Link[], text: string): string {
  let start = 0;
  for (const link of links.slice(0, at + 1)) {
    const found = text.indexOf(link.text, start);
    if (found >= 0) start = found + link.text.length;
  }
  const next = links[at + 1];
  const end = next ? text.indexOf(next.text, start) : -1;
  return text.slice(start, end < 0 ? text.length : end).replace(/^[\s:,;]+|[\s,;]+$/g, '');
}

/** Whether a place stands under a heading: the title holds the whole document. */
function isUnder(anchor: string | undefined, place: ExactPlace): boolean {
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
function namesPlace(name: string, { row, at }: ExactPlace): boolean {
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

function normal(name: string): string {
  return foldName(name).replace(/\s*,\s*/g, ', ');
}
