import type { Field, GovernedDocument, Heading, Link } from '../model/document.ts';
import { plainPath } from '../model/spelling.ts';
import type { Span } from '../model/text.ts';
import { isHistory } from '../resolve/is-history.ts';
import { anchorOf, headingAt, isRelative, pathOf, relativePath } from '../resolve/link-targets.ts';
import { addTo } from '../values/add-to.ts';
import { plainAnchor } from '../values/plain-anchor.ts';
import { isWithinAny, movedSpans, type EditsBeside, type Transfer } from './transfer.ts';
import type { Replaced } from './write-cells.ts';

/** Both documents of a transfer after it; absent where there is none any more. */
export interface DocumentsAfter {
  readonly from?: GovernedDocument | undefined;
  readonly to: GovernedDocument;
}

/** What a transfer does to links. */
export interface MovedLinks {
  readonly edits: EditsBeside;
  /** Documents that stay as they were written, although something that they link to moves. */
  readonly history: readonly string[];
}

/** The edits by which every link leads to where it led before, of all `documents` as they are before the transfer. */
export function movedLinks(
  transfer: Transfer,
  documents: readonly GovernedDocument[],
  after: DocumentsAfter,
): MovedLinks {
  const locate = locator(transfer, after);
  const moved = movedSpans(transfer);
  const staying = new Map<string, Replaced[]>();
  const moving: Replaced[] = [];
  const history: string[] = [];
  for (const document of documents) {
    const { path } = document;
    for (const { target, span } of targetsIn(document)) {
      const isOwn = path === transfer.from.path;
      if (isOwn && isWithinAny(span, moved)) {
        const text = relocated(target, path, transfer.to.path, locate);
        if (text !== undefined) moving.push({ span, text });
      }
      // A key may be moved and stay as well.
      if (isOwn && (!transfer.removed || isWithinAny(span, transfer.removed))) continue;
      const text = relocated(target, path, path, locate);
      if (text === undefined) continue;
      if (isHistory(document)) {
        if (!history.includes(path)) history.push(path);
      } else addTo(staying, path, { span, text });
    }
  }
  return { edits: { staying, moving }, history };
}

interface Place {
  readonly path: string;
  readonly anchor: string | undefined;
}

type Locate = (path: string, anchor: string | undefined) => Place;

/** A link target, seen from where the link stands afterwards; undefined where it may stay as it is. */
function relocated(target: string, before: string, now: string, locate: Locate): string | undefined {
  if (!isRelative(target)) return undefined;
  const path = pathOf(before, target);
  if (path === undefined) return undefined;
  const anchor = anchorOf(target);
  const place = locate(path, anchor);
  const seen = pathOf(now, target);
  // What comes to stand in the document that it links to need not name it any more.
  const isOwn = before !== now && place.path === now && anchor !== undefined && !target.startsWith('#');
  const isSameAnchor = anchor === (place.anchor && plainAnchor(place.anchor));
  if (!isOwn && seen !== undefined && plainPath(seen) === plainPath(place.path) && isSameAnchor)
    return undefined;
  // In a link these characters of a name would mean something else.
  const link = relativePath(now, place.path).replace(/[%#? ]/g, encodeURIComponent);
  const hash = target.indexOf('#');
  const written = isSameAnchor && hash >= 0 ? target.slice(hash) : `#${place.anchor ?? ''}`;
  const heading = written === '#' ? '' : written;
  return place.path === now && heading !== '' ? heading : `${link}${heading}`;
}

/** Says where stands afterwards what a link named before. */
function locator(transfer: Transfer, after: DocumentsAfter): Locate {
  const { from, to } = transfer;
  const headings = headingsAfter(transfer, after);
  const whole = { path: after.from ? from.path : to.path, anchor: undefined };
  return (path, anchor) => {
    if (plainPath(path) !== plainPath(from.path)) return { path, anchor };
    if (anchor === undefined || anchor === '') return { ...whole, anchor };
    const heading = headingAt(from, anchor);
    const now = heading && headings.get(heading);
    // An anchor that is written out moves with what it stands in.
    if (now) return { path: now.path, anchor: heading.ids.includes(anchor) ? anchor : now.heading.slug };
    if (heading) return whole;
    const isThere = !after.from || (!after.from.anchors.has(anchor) && after.to.anchors.has(anchor));
    return { path: isThere ? to.path : from.path, anchor };
  };
}

/** Where each heading of the first document stands afterwards: those that move stand at the end of the other one, though a title may be none there. */
function headingsAfter(
  transfer: Transfer,
  after: DocumentsAfter,
): ReadonlyMap<Heading, { readonly path: string; readonly heading: Heading }> {
  const { from, to, removed } = transfer;
  const spans = movedSpans(transfer);
  const moved = from.headings.filter(({ span }) => isWithinAny(span, spans));
  const staying = from.headings.filter(({ span }) => removed && !isWithinAny(span, removed));
  const found = new Map<Heading, { readonly path: string; readonly heading: Heading }>();
  const enter = (path: string, ours: readonly Heading[], theirs: readonly Heading[]): void => {
    const count = Math.min(ours.length, theirs.length);
    for (let i = 1; i <= count; i++)
      found.set(ours[ours.length - i]!, { path, heading: theirs[theirs.length - i]! });
  };
  enter(from.path, staying, after.from?.headings ?? []);
  enter(to.path, moved, after.to.headings.slice(to.document?.headings.length ?? 0));
  // Rows that went below another heading are found there.
  for (const { key, heading } of from.sections.values()) {
    const now = after.to.sections.get(key)?.heading;
    if (now && !found.has(heading)) found.set(heading, { path: to.path, heading: now });
  }
  return found;
}

interface Target {
  readonly target: string;
  readonly span: Span;
}

/** Everything in a document that may name another one: links, and paths as values of keys and cells. */
function targetsIn({ fields, proseLinks }: GovernedDocument): readonly Target[] {
  const links = [...fields.flatMap(({ source }) => source.links ?? []), ...proseLinks];
  const seen = new Set<number>();
  return [...links.map(placeOf), ...fields.flatMap(pathIn)].filter(
    // A definition may have many links that go by it.
    ({ span }) => !seen.has(span.start) && seen.add(span.start),
  );
}

function placeOf({ target, targetSpan, definedAt }: Link): Target {
  return { target, span: definedAt ?? targetSpan };
}

/** The path that is a whole value. */
function pathIn({ spec, source, row, state }: Field): readonly Target[] {
  const mayBe = spec.type.is === 'link' || (spec.type.is === 'text' && !row);
  const isPath = /^[^\s|]+\.(?:md|markdown)(?:#\S*)?$/i.test(source.text);
  return mayBe && isPath && state === 'read' && !source.links?.length
    ? [{ target: source.text, span: source.span }]
    : [];
}
