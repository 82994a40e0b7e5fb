import type { Range } from './text.ts';
import type { Said } from './said.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export interface TextEdit {
  readonly path: string;
  readonly range: Range;
  readonly newText: string;
}

/**
 * Edits that remove a finding. `safe`: it changes no meaning that a person wrote down and guesses
 * nothing, so `outrigger fix` and "fix all" may apply it unasked; the others are offered one at a time.
 * What is nearly a known name or word is a guess, even where only one is near.
 */
export interface Fix {
  readonly said: Said;
  /** In English, as everything here beside what is `said`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

export interface RelatedPlace {
  readonly path: string;
  readonly range: Range;
  readonly said: Said;
  readonly message: string;
}

/** What a rule says about one place. The shape of `check --format json`, with LSP ranges. */
export interface Finding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  /** The sentence, for shells that speak other languages. */
  readonly said: Said;
  /** In English. */
  readonly message: string;
  readonly path: string;
  readonly range: Range;
  /** `Section[row].Column`, or a front matter key; empty where the place is neither. */
  readonly at: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

/** What a draft still lacks, in plain words. */
export interface Question {
  readonly code: string;
  readonly path: string;
  readonly range: Range;
  readonly at: string;
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly said: { readonly ask: Said; readonly how: Said };
  /** A question that somebody without training can answer. */
  readonly ask: string;
  /** How to answer it: where the answer goes and what it looks like. */
  readonly how: string;
}

/** What the calendar asks for. Never a finding. */
export interface DueItem {
  readonly code: string;
  readonly name: string;
  /** ISO date; undefined where the item is open without a day. */
  readonly date: string | undefined;
  /** Days from the as-of date to `date`, negative when overdue. */
  readonly daysLeft: number | undefined;
  readonly overdue: boolean;
  /** Weight once overdue, `info` before. */
  readonly severity: Severity;
  /** Whose move it is. */
  readonly party: 'client' | 'supplier' | 'both';
  readonly person: string | undefined;
  readonly said: Said;
  readonly what: string;
  readonly messageId: string;
  readonly path: string;
  readonly range: Range;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A computed value that can show its working. */
export interface Fact {
  readonly name: string;
  readonly path: string;
  readonly range: Range;
  readonly at: string;
  /** Exact decimal, ISO date, seconds, or one of a fixed set of words. */
  readonly value: string;
  readonly unit: string;
  /** The value with its unit, as people read it. */
  readonly said: Said;
  /** The working, one sentence with its inputs, in English. */
  readonly how: string;
  /** The same, for shells that speak other languages. */
  readonly working: Said;
  /** Dates that follow from one another, where the value is the last of them. */
  readonly chain?: readonly DateLink[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** One date, and what it was counted from. */
export interface DateLink {
  readonly name: string;
  readonly date: string;
  /** The name of the date before it. */
  readonly from?: string;
  /** "- 6 months": what was added to that date or taken from it. */
  readonly by?: Said;
}
