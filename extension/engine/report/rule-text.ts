/** What explains a rule to somebody who meets it. */
export interface RuleText {
  /** Why it exists, as Markdown of plain paragraphs. */
  readonly reason: string;
  /** What it reports. */
  readonly bad: RuleExample;
  /** The same where all is well. */
  readonly good: RuleExample;
}

export interface RuleExample {
  readonly title: string;
  /** The day that it is looked at, where the rule looks at the calendar. */
  readonly asOf?: string;
  /** Excerpts: `…` stands for what is left out. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What is said of it; nothing where it is well. */
  readonly says: readonly string[];
}
