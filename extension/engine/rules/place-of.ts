import type { Field, GovernedDocument, Row, Section } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import type { At } from './define.ts';

/** Characters of a document with the name of their place. */
export interface ExactPlace {
  readonly document: GovernedDocument;
  readonly span: Span;
  /** `Section[row].Column` with English headings and rows from 0, or a front matter key. */
  readonly at: string;
  readonly row: Row | undefined;
}

/** Where something is said: a value is its characters, a section its heading, a row its line. */
export function placeOf(at: At): ExactPlace {
  if (isField(at)) {
    return { document: at.document, span: at.source.span, at: nameOfField(at), row: at.row };
  }
  if (isSection(at))
    return { document: at.document, span: at.heading.span, at: at.spec.title, row: undefined };
  if (isRow(at)) {
    return {
      document: at.section.document,
      span: at.span,
      at: `${at.section.spec.title}[${at.index}]`,
      row: at,
    };
  }
  return { document: at.document, span: at.span, at: at.at ?? '', row: at.row };
}

/** The place of a required thing that a document lacks: its opening fence for a key, the value of `kind` for a section. */
export function fenceOf(document: GovernedDocument): At {
  return { document, span: document.fenceSpan };
}

export function kindOf(document: GovernedDocument): At {
  return { document, span: document.kindSpan, at: 'kind' };
}

/** Some characters of a value. */
export function partOf(field: Field, span: Span): At {
  return { document: field.document, span, at: nameOfField(field), ...(field.row && { row: field.row }) };
}

function nameOfField(field: Field): string {
  return field.row
    ? `${field.row.section.spec.title}[${field.row.index}].${field.spec.title}`
    : field.spec.key;
}

function isField(at: At): at is Field {
  return 'source' in at;
}

function isSection(at: At): at is Section {
  return 'heading' in at;
}

function isRow(at: At): at is Row {
  return 'cells' in at;
}
