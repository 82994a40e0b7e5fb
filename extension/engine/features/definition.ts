import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Meaning } from '../model/name-in.ts';
import { offsetAt, rangeOf, type Position, type Range, type Span } from '../model/text.ts';
import { nameCellOf } from '../resolve/names.ts';
import { nameAt, viewsFor } from './name-at.ts';
import { placeAt } from './place-at.ts';

/** Where a name leads. */
export interface Definition {
  /** The characters of the name alone. */
  readonly origin: Range;
  readonly path: string;
  /** All of what it names: a row, a value, a heading. */
  readonly range: Range;
  /** The name within it. */
  readonly nameRange: Range;
}

/** From a name to the row, key or document that it names; undefined where there is no name or it is the row's own. */
export function definitionAt(
  document: GovernedDocument,
  position: Position,
  views: { readonly view: View; readonly viewWithDrafts: View },
): Definition | undefined {
  const offset = offsetAt(document.lineStarts, position);
  const place = placeAt(document, offset);
  const lookedUp = viewsFor(document, views.view, views.viewWithDrafts);
  const name = place && nameAt(place, offset, document, lookedUp);
  const target = name && targetOf(name.meaning);
  if (!target) return undefined;
  if (target.path === document.path && target.name.start === name.span.start) return undefined;
  return {
    origin: rangeOf(document.lineStarts, name.span),
    path: target.path,
    range: rangeOf(target.lineStarts, target.span),
    nameRange: rangeOf(target.lineStarts, target.name),
  };
}

interface Target {
  readonly path: string;
  readonly lineStarts: readonly number[];
  readonly span: Span;
  readonly name: Span;
}

/** Where what a name means is written; undefined where nothing defines it. */
export function targetOf(meaning: Meaning): Target | undefined {
  switch (meaning.is) {
    case 'person':
    case 'team':
    case 'subcontractor':
    case 'row': {
      const { section, span } = meaning.row;
      return within(section.document, span, nameCellOf(meaning.row)?.source.span);
    }
    case 'party':
    case 'value': {
      const { field } = meaning;
      return field && within(field.document, field.source.span);
    }
    case 'candidate':
      return within(meaning.section.document, meaning.header.span);
    case 'document':
      return within(meaning.document, meaning.heading?.span ?? meaning.document.titleSpan);
    case 'file':
      return { path: meaning.path, lineStarts: [0], span: nowhere, name: nowhere };
  }
}

const nowhere: Span = { start: 0, end: 0 };

function within({ path, lineStarts }: GovernedDocument, span: Span, name: Span = span): Target {
  return { path, lineStarts, span, name };
}
