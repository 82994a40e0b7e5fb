import type { KeyValues, RowValues } from './generated/types.ts';
import type { TitleWording, Wording } from './language.ts';
import type { Said } from './said.ts';
import type { FieldSpec, KindKey, SectionKey, SectionSpec } from './schema.ts';
import type { Span } from './text.ts';

/** The text of a value as a person reads it, and where its characters stand. */
export interface Source {
  /** Text of the inline content (`format-details.md` item 2). A `<br>` is a line feed: white space in a text, a comma in a list. */
  readonly text: string;
  /** The trimmed source of the value; of an empty cell the gap between its pipes. */
  readonly span: Span;
  /** Source offset of each UTF-16 unit of `text`, and of its end; absent where the text stands in the source unchanged. */
  readonly map?: readonly number[];
  /** The entries of a YAML list. */
  readonly items?: readonly Source[];
  readonly links?: readonly Link[];
  /** The raw code spans, for paths. */
  readonly codes?: readonly { readonly text: string; readonly span: Span }[];
}

/** An inline link or image: `span` is the whole of it, `targetSpan` its destination as written. */
export interface Link {
  readonly text: string;
  readonly target: string;
  readonly span: Span;
  readonly targetSpan: Span;
  /** The characters of the target where that is defined elsewhere, as `[label]: target` does. */
  readonly definedAt?: Span;
  readonly image: boolean;
}

/** Why a value does not read. The id is a message of DOC019, `data` fills it. */
export interface ValueProblem {
  readonly id: string;
  readonly data: Said['data'];
  /** The characters that are wrong. */
  readonly span: Span;
  /** Texts that may stand in their place; a fix is offered for each. */
  readonly replacements: readonly Wording[];
  /** The characters in whose place, where those are not the ones that are wrong. */
  readonly replaced?: Span;
}

/**
 * One front matter value or one cell.
 * `state` says what a rule may do with it: nothing with "empty" and "placeholder" (both count as
 * empty), nothing with "unread" (neither empty nor comparable), everything with "read".
 */
export interface Field<V = unknown> {
  readonly document: GovernedDocument;
  readonly spec: FieldSpec;
  readonly row?: Row;
  readonly source: Source;
  readonly state: 'empty' | 'placeholder' | 'read' | 'unread';
  /** What was read; undefined unless `state` is "read". Of types that need the engagement's names (who, party, name, names, depends, sign, change) it is the text. */
  readonly value: V | undefined;
  readonly problem?: ValueProblem;
}

export interface Heading {
  readonly text: string;
  readonly level: number;
  /** The characters of its text. */
  readonly span: Span;
  /** GitHub's anchor. */
  readonly slug: string;
  /** Anchors that it sets itself, as they are compared: `{#id}`, and what HTML in it says. */
  readonly ids: readonly string[];
}

type Cells<V> = { readonly [K in keyof V]-?: Field<NonNullable<V[K]>> | undefined };

export interface Row<K extends SectionKey = SectionKey> {
  readonly section: Section<K>;
  /** From 0 within the section of its document. */
  readonly index: number;
  readonly span: Span;
  /** The number that it has beside its name (`R-01`); undefined where no column holds such. */
  readonly id?: Field;
  /** The names that it had before, with commas between; undefined where no column holds such. */
  readonly formerly?: Field;
  /** By column key; undefined where the column is absent. */
  readonly cells: Cells<RowValues[K]>;
  /** Cells of further columns, in order: people, teams, parties, candidates. */
  readonly further: readonly { readonly header: Source; readonly field: Field }[];
}

/** One item of a list section, or one step of a numbered list. */
export interface ListItem {
  readonly text: string;
  readonly span: Span;
}

/** A known heading with what stands under it. Two headings of one section in one document make one Section only if both are read (see `problems`). */
export interface Section<K extends SectionKey = SectionKey> {
  readonly document: GovernedDocument;
  readonly spec: SectionSpec;
  readonly key: K;
  readonly heading: Heading;
  /** The section under whose heading, and in whose tables, it stands: the names of the rows are of both. */
  readonly within?: SectionKey;
  /** Header cells of its tables by column key: the first place where each column stands. */
  readonly columns: ReadonlyMap<string, Source>;
  readonly furtherHeaders: readonly Source[];
  /** How many tables its rows are from. */
  readonly tables: number;
  readonly rows: readonly Row<K>[];
  readonly items: readonly ListItem[];
  /** Lines of its tables that are no rows: names of groups, and totals. */
  readonly lines: readonly ListItem[];
  /** Text of its paragraphs, empty if there are none. */
  readonly prose: string;
}

/** The sections of a document by key, in the order in which they stand. */
export interface Sections extends Pick<ReadonlyMap<SectionKey, Section>, 'has' | 'keys' | 'values' | 'size'> {
  get<K extends SectionKey>(key: K): Section<K> | undefined;
}

/** A finding of reading, found while the document was parsed. The code is that of the rule that speaks for it. */
export interface ReadingProblem {
  readonly code: 'DOC001' | 'DOC019' | 'DOC020' | 'DOC021' | 'DOC026';
  /** A message id of that rule. */
  readonly id: string;
  readonly data: Said['data'];
  readonly span: Span;
  /** The section whose table is not read because of it. */
  readonly unread?: SectionKey;
  readonly related?: readonly { readonly span: Span; readonly message: Said }[];
  /** Each stands alone. */
  readonly fixes?: readonly ReadingFix[];
}

/** Edits within the document of a problem. */
export interface ReadingFix {
  readonly title: TitleWording;
  /** As of `Fix`: default false. */
  readonly safe?: boolean;
  readonly edits: readonly { readonly span: Span; readonly text: Wording }[];
}

export type Status = 'draft' | 'active' | 'ended';

/** A Markdown file with a known `kind`, read. Plain data; shared between versions of an engagement. */
export interface GovernedDocument {
  readonly path: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly kind: KindKey;
  /** As written; `final` of a record and every sign-off are active. Without a readable status: draft. */
  readonly status: Status;
  readonly title: string;
  /** The value of `title`, else the level-1 heading, else the value of `kind`. */
  readonly titleSpan: Span;
  /** The characters of the value of `kind`. */
  readonly kindSpan: Span;
  /** The three dashes of the opening line. */
  readonly fenceSpan: Span;
  /** Where another key can be added to front matter; undefined where it would not be read. */
  readonly keysEnd: number | undefined;
  /** Known keys that the document has: those of its kind and those of the kinds whose sections it holds. */
  readonly keys: Cells<KeyValues>;
  /** The values of all known keys, and the cells of all known and further columns. */
  readonly fields: readonly Field[];
  /** Every key as written, with the place of its name. */
  readonly keyPlaces: ReadonlyMap<string, Span>;
  readonly sections: Sections;
  readonly headings: readonly Heading[];
  /** What a link into it may name, as anchors are compared: headings, and what HTML gives an id. */
  readonly anchors: ReadonlySet<string>;
  /** Whether the body holds anything but headings. */
  readonly hasText: boolean;
  /** Whether it ends within code or HTML that nothing closes: what is added behind belongs to that. */
  readonly isOpenAtEnd: boolean;
  /** Relative and absolute links and images of the body outside of cells of known columns. */
  readonly proseLinks: readonly Link[];
  readonly problems: readonly ReadingProblem[];
}
