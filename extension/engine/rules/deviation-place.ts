import { headingAt, isAt, resolveTarget, type Targets } from '../resolve/link-targets.ts';
import { behindLink, namesCell, namesRow, normal } from '../resolve/named-place.ts';
import type { Section, Source } from '../model/document.ts';
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

/** Whether a place stands under a heading: the title holds the whole document. */
function isUnder(anchor: string | undefined, place: ExactPlace): boolean {
  if (!anchor) return true;
  const heading = sectionOf(place)?.heading;
  return headingAt(place.document, anchor)?.level === 1 || (heading !== undefined && isAt(heading, anchor));
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
  return namesRow(name, row) || namesCell(name, row, at.slice(at.indexOf('].') + 2));
}
