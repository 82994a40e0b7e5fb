import type { PastResult } from '../resolve/results.ts';
import type { Field, GovernedDocument, Row, Section } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { DateLink, Severity } from '../model/finding.ts';
import type { Frame } from '../model/frame.ts';
import type { TitleWording, Wording } from '../model/language.ts';
import type { KindKey, SectionKey } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import type { IsoDate, Side } from '../model/value.ts';
import type { Said } from '../model/said.ts';
import type { DataOf } from '../values/say.ts';

export type Profile = 'base' | 'full' | 'dora' | 'gdpr' | 'nis2' | 'data-act';

interface Meta {
  /** Kinds whose documents it is about; `['*']` for any. Where its page and its questions stand. */
  readonly kinds: readonly (KindKey | '*')[];
  /**
   * Everything it looks at, as in rules.md: `kind/key`, `kind/Section.Column`, `kind/Section`, `*` as kind for any.
   * The index evaluates the rule again when a document that holds one of these changes, so a place
   * that is read and not named here gives stale findings.
   */
  readonly reads: readonly string[];
  /** "Require ..." or "Forbid ...": one line for tables. */
  readonly summary: string;
  readonly severity: Severity;
  /** What it takes to say it: W one document, X the engagement, G the history (rules.md 1.1). */
  readonly scope: 'W' | 'X' | 'G';
  readonly profiles: readonly Profile[];
  /** Identity speaks of ended documents too (rules.md 1.3.8). */
  readonly ended?: true;
  /** Reading, identity and reference cannot be accepted as deviations (rules.md 1.3.12). */
  readonly unacceptable?: true;
  /** Codes of rules that speak of what it passes over for their sake: each of them must exist, or nobody speaks. */
  readonly leavesTo?: readonly string[];
  /**
   * Sections whose rows it looks for. Where a table of one of them is not read, nothing is missing there for certain:
   * DOC020 speaks of the table, and this rule asks for nothing (rules.md 1.3.10).
   */
  readonly looksIn?: readonly SectionKey[];
  /** The data of its messages that counts what it speaks of: with more of them it has something new to say. */
  readonly counts?: string;
  /** Version of Outrigger that first had it. */
  readonly since: string;
  /** The clause or paper it is based on, if any. */
  readonly source?: string;
}

/** A missing thing: what `check` says of an active document, and what a draft asks instead. */
export interface MissingText {
  readonly message: string;
  /** A question in plain words. */
  readonly ask: string;
  /** Where the answer goes and what it looks like. */
  readonly how: string;
}

/** Where something is said: a cell or value, a section (its heading), a document (the value of its `kind`), or exact characters. */
export type At =
  | Field
  | Section
  | Row
  | {
      readonly document: GovernedDocument;
      readonly span: Span;
      readonly at?: string;
      readonly row?: Row | undefined;
    };

export interface RelatedAt {
  readonly at: At;
  readonly message: Said;
}

/** A document, or another file with the places where its lines begin. */
export type EditedFile = GovernedDocument | Pick<GovernedDocument, 'path' | 'lineStarts'>;

export interface FixDraft {
  readonly title: TitleWording;
  /** See `Fix.safe`: default false. */
  readonly safe?: boolean;
  readonly edits: readonly {
    readonly document: EditedFile;
    readonly span: Span;
    readonly text: Wording;
  }[];
}

export interface Extra {
  readonly related?: readonly RelatedAt[];
  readonly fixes?: readonly FixDraft[];
}

type Texts = Readonly<Record<string, string>>;
type MissingTexts = Readonly<Record<string, MissingText>>;
type MissingData<M extends MissingText> = DataOf<`${M['message']} ${M['ask']} ${M['how']}`>;

export interface Reporter<T extends Texts, M extends MissingTexts> {
  /** Something is false. */
  wrong<I extends keyof T & string>(at: At, id: I, data: DataOf<T[I]>, extra?: Extra): void;
  /** Something is not there: a finding in an active document, a question in a draft. */
  missing<I extends keyof M & string>(at: At, id: I, data: MissingData<M[I]>, extra?: Extra): void;
}

/** Results of a view that a rule or fact would judge if it knew the terms that held then. */
export type Unjudged = (view: View) => readonly PastResult[];

/** Whether a rule or fact has something to look up in the history of this engagement; where none does, none is read. */
export type NeedsHistory = (view: View) => boolean;

/** What a rule or fact that reads the history says of itself. */
export interface OfHistory {
  readonly needsHistory?: NeedsHistory;
  /** The same of other repositories, which Paths name. */
  readonly needsElsewhere?: NeedsHistory;
  /** Paths of the documents whose former texts it compares; only once it needs the history. */
  readonly needsTexts?: (view: View) => readonly string[];
  /** Those of them whose commits must be signed, where they must: by whom is looked up with the history. */
  readonly needsSignatures?: (view: View) => readonly string[];
  /** A history only adds to what it says: it concludes something without one, too. */
  readonly concludesWithout?: true;
  /** It counts what people did: `people_metrics: off` silences it. */
  readonly ofPeople?: true;
}

/** Paths of files beside the documents that a rule wants to look at. */
export type LooksAt = (frame: Pick<Frame, 'documents' | 'history'>) => readonly string[];

/** A rule as the runner sees it. */
export interface CheckRule extends OfHistory {
  readonly code: string;
  readonly name: string;
  readonly channel: 'check';
  readonly meta: Meta;
  readonly messages: Texts;
  readonly missing: MissingTexts;
  /** Where one document is enough: called for each document of the view. It may read the document and names, nothing else of the view. */
  readonly document?: (document: GovernedDocument, view: View, report: Reporter<Texts, MissingTexts>) => void;
  /** Where it takes several: called once a view. */
  readonly engagement?: (view: View, report: Reporter<Texts, MissingTexts>) => void;
  /** Of the rule that counts: called for each draft once all others have spoken. */
  readonly tally?: (
    draft: GovernedDocument,
    questions: number,
    report: Reporter<Texts, MissingTexts>,
  ) => void;
  readonly unjudged?: Unjudged;
  readonly looksAt?: LooksAt;
}

interface CheckRuleDraft<T extends Texts, M extends MissingTexts> extends OfHistory {
  readonly code: string;
  readonly name: string;
  readonly meta: Meta;
  readonly messages?: T;
  readonly missing?: M;
  readonly unjudged?: Unjudged;
  readonly looksAt?: LooksAt;
}

type Check<T extends Texts, M extends MissingTexts> =
  | { readonly document: (document: GovernedDocument, view: View, report: Reporter<T, M>) => void }
  | { readonly engagement: (view: View, report: Reporter<T, M>) => void }
  | { readonly tally: (draft: GovernedDocument, questions: number, report: Reporter<T, M>) => void };

/**
 * One rule of the `check` channel: `document` where one document is asked after the other, `engagement` where they
 * are asked together. Messages are templates; `{{name}}` must be given as data.
 */
export function defineRule<
  const T extends Texts = Record<never, never>,
  const M extends MissingTexts = Record<never, never>,
>(draft: CheckRuleDraft<T, M> & Check<T, M>): CheckRule {
  const { code, name, meta, messages, missing, ...run } = draft;
  return {
    code,
    name,
    channel: 'check',
    meta,
    messages: messages ?? {},
    missing: missing ?? {},
    // The runner hands every rule the same untyped reporter; the typed one is its compile-time face.
    ...(run as unknown as Pick<
      CheckRule,
      | 'document'
      | 'engagement'
      | 'tally'
      | 'unjudged'
      | 'needsHistory'
      | 'needsTexts'
      | 'needsElsewhere'
      | 'concludesWithout'
      | 'needsSignatures'
      | 'ofPeople'
      | 'looksAt'
    >),
  };
}

/** What a due rule or a fact may ask besides the model. */
export interface Calendar {
  /** ISO date of today as the run was told. */
  readonly asOf: IsoDate;
}

/** What a fact may ask besides: the questions of a draft, as the runner counted them. */
export interface FactContext extends Calendar {
  questionsOf(draft: GovernedDocument): readonly { readonly code: string; readonly at: string }[];
}

/** One item of a due rule. Undefined days give no item unless `open` says that it stays open without one. */
export interface DueDraft<T extends Texts, I extends keyof T & string = keyof T & string> {
  readonly at: At;
  readonly id: I;
  readonly data: Said['data'];
  /** ISO date, or undefined for an item that is open without a day (it stays `info` and is always listed). */
  readonly day: IsoDate | undefined;
  /** First day on which it is listed: Day minus Lead, or a date of its own. */
  readonly listedFrom: IsoDate | undefined;
  readonly on: Side | 'both';
  readonly person?: string;
  /** Once the Day has passed the item is gone, never overdue. */
  readonly neverOverdue?: boolean;
  /** What the item carries: facts, chains, counts. */
  readonly carries?: Readonly<Record<string, unknown>>;
}

export interface DueRule {
  readonly code: string;
  readonly name: string;
  readonly channel: 'due';
  readonly meta: Meta;
  readonly messages: Texts;
  readonly due: (view: View, calendar: Calendar) => readonly DueDraft<Texts>[];
  readonly unjudged?: Unjudged;
}

/** One rule of the `due` channel (rules.md 1.2). It gives every open item; the runner leaves out what is not listed yet. */
export function defineDue<const T extends Texts>(draft: {
  readonly code: string;
  readonly name: string;
  readonly meta: Meta;
  /** What is to be done, one sentence without the date. */
  readonly messages: T;
  readonly due: (view: View, calendar: Calendar) => readonly DueItemDraft<T>[];
  readonly unjudged?: Unjudged;
}): DueRule {
  return { ...draft, channel: 'due', due: draft.due };
}

type DueItemDraft<T extends Texts> = {
  [I in keyof T & string]: Omit<DueDraft<T, I>, 'data'> & { readonly data: DataOf<T[I]> };
}[keyof T & string];

export interface FactDraft {
  readonly at: At;
  readonly value: string;
  /** The value as people read it, where its unit does not say that. */
  readonly shown?: Said;
  /** The working: one sentence that names its inputs. */
  readonly how: Said;
  /** Dates that follow from one another, where the value is the last of them. */
  readonly chain?: readonly DateLink[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface FactDefinition extends OfHistory {
  readonly name: string;
  readonly kinds: readonly KindKey[];
  readonly reads: readonly string[];
  /** "date", "percent", "seconds", "days", "integer", "EUR" where money ... or the word "money" where each has its own currency in `value`. */
  readonly unit: string;
  readonly summary: string;
  /** How it is computed, what it leaves out and what it is not for, where its working cannot say so. */
  readonly method?: readonly Said[];
  /** Whether its value depends on the as-of date. */
  readonly asOf: boolean;
  /** Pieces of work of which `compute` finds the result remembered, so that it is not one long step. */
  readonly pieces?: (view: View) => Iterable<() => unknown>;
  readonly compute: (view: View, context: FactContext) => readonly FactDraft[];
  readonly unjudged?: Unjudged;
}

/** One fact (rules.md section 3). A fact whose inputs are empty, unread or unknown is not given. */
export function defineFact(fact: FactDefinition): FactDefinition {
  return fact;
}

export type Rule = CheckRule | DueRule;
