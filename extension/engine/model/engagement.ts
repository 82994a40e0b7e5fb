import type { Clocks } from './clock.ts';
import type { Field, GovernedDocument, Row, Section, Source } from './document.ts';
import type { LookedAt } from './frame.ts';
import type { History, NoHistory, OldText } from './history.ts';
import type { OtherRepositories } from './knowledge.ts';
import type { Language } from './language.ts';
import type { Holidays } from './ports.ts';
import type { KindKey, SectionKey } from './schema.ts';
import type { Span } from './text.ts';
import type { DateValue, IsoDate, Side } from './value.ts';

/** What a name stands for. People, teams, subcontractors and the two parties share one set of names (rules.md 1.6). */
export type Named =
  | {
      readonly is: 'person';
      readonly name: string;
      readonly row: Row<'people'>;
      readonly side: Side | undefined;
    }
  | {
      readonly is: 'team';
      readonly name: string;
      readonly row: Row<'teams'>;
      readonly side: Side | undefined;
    }
  | {
      readonly is: 'subcontractor';
      readonly name: string;
      readonly row: Row<'subcontractors'>;
      readonly side: 'supplier';
    }
  /** `client`, `supplier`, the name of either, or `third party` (on neither side). */
  | { readonly is: 'party'; readonly name: string; readonly side: Side | undefined };

/** One name in a value that holds names. `span` is its characters. */
export interface WhoReference {
  readonly text: string;
  readonly span: Span;
  /** Undefined: nothing in the view has this name. Every rule but DOC003 skips it (rules.md 1.3.4). */
  readonly target: Named | undefined;
  /** Whether an active document or a draft has it: rows of a draft satisfy references (rules.md 1.3.7). */
  readonly known: boolean;
  /** What stands in brackets behind the name: "client" of "Anna Lind (client)". */
  readonly note?: string;
}

export interface RowReference {
  readonly text: string;
  readonly span: Span;
  /** The first row of that name, by path and line; several where the identity has more columns (Service levels). */
  readonly target: Row | undefined;
  /** As of a WhoReference. */
  readonly known: boolean;
}

/** A service's dependencies, in series; each entry is one service, alternatives (`A or B`), or k of n. */
export interface Dependency {
  /** How many of `of` are needed: all in series are entries of their own, so 1 for one service and for `A or B`. */
  readonly needed: number;
  readonly of: readonly RowReference[];
  /** The characters of the number of `k of n`. */
  readonly count?: Span;
}

/** The document of this path as a commit left it, or had it before; undefined where that is none of ours. */
export type ReadOld = (path: string, old: Pick<OldText, 'text'>) => GovernedDocument | undefined;

/**
 * The engagement model as a rule sees it: the documents that are in the model, by path.
 * A rule is run on the active documents alone and its findings there are kept; where drafts stand
 * beside them it is run again on both, and only its findings in drafts are kept, so that nothing
 * said of an active document depends on a draft (rules.md 1.3.7).
 */
export interface View {
  /** The engagement's folder relative to the root; empty for the root itself. */
  readonly folder: string;
  /** Active (and, in the second run, draft) documents by path. Ended ones are not in the model. */
  readonly documents: readonly GovernedDocument[];
  /** Every governed document of the engagement, ended ones too, by path. */
  readonly everything: readonly GovernedDocument[];
  /** The engagement document of the model. */
  readonly lead: GovernedDocument | undefined;
  /** Profiles in force, `base` always among them. */
  readonly profiles: ReadonlySet<string>;
  /** Holidays of the config: they hold where the engagement document states none. */
  readonly defaultHolidays: readonly string[];
  /** Language of the config: that of documents where neither they nor the engagement document state one. */
  readonly defaultLanguage: Language | undefined;
  /** Zone of the config: its days are those of whoever signs on the command line. */
  readonly defaultZone: string | undefined;
  /** Absent where there is no holiday calendar: then only dates that are written out are holidays. */
  readonly holidays: Holidays | undefined;
  /** Whether figures may be made of what people did in the history. */
  readonly countsPeople: boolean;
  /** Whether a sign-off counts only where its commit is signed by whoever signs. */
  readonly needsSignedCommits: boolean;
  /** What is known of the history of the repository around it: for those that say by `needsHistory` that they ask. */
  readonly history: History | NoHistory | undefined;
  /** What rules look at beside the documents: for those that say so by `looksAt`. */
  readonly files: LookedAt;
  /** What is known of other repositories: for those that say by `needsElsewhere` that they ask. */
  readonly others: OtherRepositories;
  /** What a commit made of a document, or another text of it; the same one for the same text. */
  readonly readOld: ReadOld;
  /** The clocks of zones, which every engagement asks for over much the same years. */
  readonly clocks: Clocks;
  documentsOf(kind: KindKey): readonly GovernedDocument[];
  /** Sections of the model with that name, in the order of their documents. */
  sections<K extends SectionKey>(key: K): readonly Section<K>[];
  /** Rows of all of them. */
  rows<K extends SectionKey>(key: K): readonly Row<K>[];
  /** Names in a value of type `who` or `party`, or in a header; in order. Empty for an empty value. */
  who(field: Field | undefined): readonly WhoReference[];
  /** Rows that a value of type `name` or `names` refers to. */
  named(field: Field | undefined): readonly RowReference[];
  /** The milestone that a date is counted from; undefined for plain dates and for those counted from `start` and the like. */
  anchor(field: Field | undefined): RowReference | undefined;
  /** The day that a date stands for; undefined where it has none. */
  dayOf(field: Field<DateValue> | undefined): IsoDate | undefined;
  /** Reads `Depends on`. */
  dependencies(field: Field | undefined): readonly Dependency[];
  /** The row of a section with this identity text (its first identity column), if the model has one. */
  find<K extends SectionKey>(key: K, name: string): Row<K> | undefined;
  /** What this name stands for among people, teams, subcontractors and parties. */
  findWho(name: string): Named | undefined;
  /** What a header cell of Who does what or Coverage names: a person, team or party. */
  headed(header: Source): WhoReference;
  /** Names of rows of these sections, and of people, teams and parties: what a near miss may mean, as written. */
  candidatesFor(field: Field): readonly string[];
  /** Whether a name that is not known stands in an ended document. */
  onlyInEnded(field: Field, name: string): boolean;
  /** Teams that list the person. */
  teamsOf(person: Row<'people'>): readonly Row<'teams'>[];
  /** Sign-offs of a document, oldest first (by date, then path). */
  signoffsOf(document: GovernedDocument): readonly GovernedDocument[];
  /** The document's digest, computed when first asked for. */
  digestOf(document: GovernedDocument): string;
  /** Whether a relative link target, seen from a document, exists: file, and heading if it names one. */
  linkResolves(from: GovernedDocument, target: string): boolean;
  /** For a link to where a document stood before, the link to where it stands now; undefined where none stood there. */
  movedTarget(from: GovernedDocument, target: string): string | undefined;
  /** The path of the file or folder that it points at, as that is called; undefined where it is not there. */
  linkedPath(from: GovernedDocument, target: string): string | undefined;
  /** The document a relative link target points at, if it is governed. */
  linked(from: GovernedDocument, target: string): GovernedDocument | undefined;
}
