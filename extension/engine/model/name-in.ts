import type { Field, GovernedDocument, Heading, Link, Row, Section, Source } from './document.ts';
import type { SectionKey } from './schema.ts';
import type { Span } from './text.ts';
import type { Side } from './value.ts';

/** What a name stands for, with the place that defines it. */
export type Meaning =
  | { readonly is: 'person' | 'team' | 'subcontractor' | 'row'; readonly row: Row }
  /** A side, with the key that says who it is; a third party has neither. */
  | {
      readonly is: 'party';
      readonly name: string;
      readonly side: Side | undefined;
      readonly field: Field | undefined;
    }
  | { readonly is: 'candidate'; readonly section: Section; readonly header: Source }
  /** A cell or a front matter value named by its place. */
  | { readonly is: 'value'; readonly field: Field }
  | {
      readonly is: 'document';
      readonly document: GovernedDocument;
      readonly heading: Heading | undefined;
    }
  /** A file that is not governed. */
  | { readonly is: 'file'; readonly path: string };

/** What may have a name, and what else is needed to find it. */
export type NameKind =
  /** People, teams, subcontractors and parties; of a party one of the latter two. */
  | { readonly kind: 'who' | 'party' | 'team' }
  /** A row of one of these sections, or a candidate; of a definition the row's own section. */
  | { readonly kind: 'row'; readonly of: readonly (SectionKey | 'candidates' | 'any')[] }
  /** The service level that a Sign goes on to after its service; undefined where its words fit several. */
  | { readonly kind: 'level'; readonly row: Row<'service_levels'> | undefined }
  /** What a date is counted from: a milestone, or a key. */
  | { readonly kind: 'anchor'; readonly anchor: string }
  /** Only defined: a column of Scores, the title of a document, a heading. */
  | { readonly kind: 'candidate' | 'title' }
  | { readonly kind: 'heading'; readonly heading: Heading }
  /** A file, with a heading or without, as links are written from the document. */
  | { readonly kind: 'link'; readonly target: string }
  /** The same in front matter, where it is no link. A plan may be one of Topics instead. */
  | { readonly kind: 'path'; readonly target: string }
  /** A row, a cell or a key behind a link to its document; without a link also a document, by its title or path. */
  | { readonly kind: 'place'; readonly link: Link | undefined }
  /** A rule of this program, by its code or its name. */
  | { readonly kind: 'rule' };

/** One name in a document, where it is defined or used. */
export type NameIn = NameKind & {
  /** As it is read: without marks, of a destination without escapes. */
  readonly text: string;
  /** Its characters. */
  readonly span: Span;
  readonly does: 'define' | 'use';
  /**
   * Whether something has the name: in an active document or a draft, as of references. Outside the engagement nobody
   * looks; a text that is "open" may name something and need not.
   */
  readonly standing: 'known' | 'unknown' | 'outside' | 'open';
  /** The value that it is or stands in; a name in a header, a heading or a paragraph has none. */
  readonly field?: Field;
  /** The header of a further column that it is. */
  readonly header?: { readonly section: Section; readonly source: Source };
};
