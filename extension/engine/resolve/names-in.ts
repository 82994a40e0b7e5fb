import type { Field, GovernedDocument, Link, Section, Source } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { NameIn } from '../model/name-in.ts';
import { isRelative } from './link-targets.ts';
import { nameCellOf } from './names.ts';
import { usesIn } from './uses-in.ts';

/**
 * Every name that a document defines or uses: those of its values and cells in their order, then those of its headers,
 * its paragraphs and its headings. `meaningsOf` says what they stand for. Of values only those that are asked about.
 */
export function namesIn(
  document: GovernedDocument,
  view: View,
  isAsked: (field: Field) => boolean = () => true,
): readonly NameIn[] {
  const names: NameIn[] = [];
  for (const field of document.fields)
    if (isAsked(field)) for (const name of namesOfField(field, view)) names.push(name);
  for (const section of document.sections.values())
    for (const header of section.furtherHeaders) names.push(...namesOfHeader(section, header, view));
  for (const link of document.proseLinks) names.push(...linkIn(link, document, view));
  names.push(...titlesIn(document));
  return names;
}

/** Those of a value or a cell: what it defines, what it uses, and where its links lead. */
export function namesOfField(field: Field, view: View): readonly NameIn[] {
  const { state, source, document } = field;
  const definition = definitionIn(field);
  const uses = state === 'read' ? usesIn(field, view) : none;
  const links = state === 'read' ? (source.links ?? none) : none;
  // Most values are none of these, and a document has thousands.
  if (!definition && links.length === 0) return uses;
  return [
    ...(definition ? [definition] : none),
    ...uses,
    ...links.flatMap((link) => linkIn(link, document, view, field)),
  ];
}

const none: readonly never[] = [];

/** People, teams and parties at the head of a further column; a candidate is defined there. */
export function namesOfHeader(section: Section, source: Source, view: View): readonly NameIn[] {
  const { text, span } = source;
  const header = { section, source };
  if (text.trim() === '') return [];
  if (section.spec.further?.headers === 'candidates')
    return [{ kind: 'candidate', text, span, does: 'define', standing: 'known', header }];
  const standing = view.headed(source).known ? 'known' : 'unknown';
  return [{ kind: 'who', text, span, does: 'use', standing, header }];
}

/** The name of a row where it is its own: a service level is named by a service. Who the parties are, two keys say. */
function definitionIn(field: Field): NameIn | undefined {
  const { row, spec, source, document, state } = field;
  const { text, span } = source;
  const isFilled = state === 'read' || state === 'unread';
  if (row) {
    // The key alone first: it tells most cells.
    const isName = spec.key === row.section.spec.identity[0] && nameCellOf(row) === field;
    if (!isName || !isFilled || 'of' in spec.type) return undefined;
    return { kind: 'row', of: [row.section.key], text, span, does: 'define', standing: 'known', field };
  }
  const isParty = document.kind === 'engagement' && (spec.key === 'client' || spec.key === 'supplier');
  if (!isParty || !isFilled) return undefined;
  return { kind: 'party', text, span, does: 'define', standing: 'known', field };
}

/** Where a link leads; none of a picture, and of an address outside of the workspace nobody asks. */
function linkIn(
  { image, target, targetSpan, definedAt: span = targetSpan }: Link,
  document: GovernedDocument,
  view: View,
  field?: Field,
): readonly NameIn[] {
  if (image || target === '') return [];
  const found = (): 'known' | 'unknown' => (view.linkResolves(document, target) ? 'known' : 'unknown');
  const standing = isRelative(target) ? found() : 'outside';
  return [{ kind: 'link', target, text: target, span, does: 'use', standing, ...(field && { field }) }];
}

/** What links and places behind them may name: the title and the headings. */
function titlesIn({ title, titleSpan, kindSpan, headings }: GovernedDocument): readonly NameIn[] {
  const [does, standing] = ['define', 'known'] as const;
  const names = headings.map((heading): NameIn => {
    const { text, span } = heading;
    return { kind: 'heading', heading, text, span, does, standing };
  });
  // Without a title the document is known by its kind, which is no name.
  if (titleSpan !== kindSpan) names.push({ kind: 'title', text: title, span: titleSpan, does, standing });
  return names;
}
