import type { GovernedDocument, Section } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Said, SaidPart } from '../model/said.ts';
import { lineOf, type Span } from '../model/text.ts';
import { clauseAnswers, whyNot, type ClauseAnswer } from '../profiles/clause-answers.ts';
import type { AnsweredIn, Clause, ClauseList } from '../profiles/clause.ts';
import { clauseLists } from '../profiles/clause-lists.ts';
import { compareText } from '../values/compare-text.ts';
import { sectionTitle } from '../values/say.ts';

/** How an engagement answers the clauses of each list in force; plain data. */
export interface EngagementClauses {
  readonly folder: string;
  readonly title: string;
  readonly lists: readonly { readonly list: ClauseList; readonly verdicts: readonly ClauseVerdict[] }[];
}

/** What is to be said of one clause. None of it says that a law is kept. */
export interface ClauseVerdict {
  readonly clause: Clause;
  /**
   * `placed`: somebody wrote down where; `rule`: rules ask for it, and find nothing that lacks; `accepted`: something lacks,
   * and both sides have accepted that; `open`: it is missing; `inapplicable`: it does not apply, as `why` says.
   */
  readonly state: 'placed' | 'rule' | 'accepted' | 'open' | 'inapplicable';
  readonly why: Said | undefined;
  /** Rules in force that ask the documents for it. */
  readonly rules: readonly string[];
  /** Rows of Clauses that place it, else where the documents answer what the rules ask. */
  readonly places: readonly ClausePlace[];
  /** What these rules say, accepted or not. */
  readonly lacking: readonly RuleWord[];
}

export interface ClausePlace {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** What somebody wrote, or the section or key. */
  readonly where: SaidPart;
}

/** What a rule says of the engagement. */
export interface RuleWord {
  readonly code: string;
  readonly said: Said;
  /** In English, what it names. */
  readonly names: readonly string[];
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly isAccepted: boolean;
}

/** What rules say of an engagement, and which of them are in force. */
export interface RulesHeard {
  readonly inForce: ReadonlySet<string>;
  readonly words: readonly RuleWord[];
}

/** Those of drafts too: who writes one wants to see what is left. */
export function clausesOf(folder: string, view: View, heard: RulesHeard): EngagementClauses {
  return {
    folder,
    title: view.lead?.title ?? folder,
    lists: clauseLists
      .filter(({ profile }) => view.profiles.has(profile))
      .map((list) => ({ list, verdicts: verdictsOf(list, view, heard) })),
  };
}

function verdictsOf(list: ClauseList, view: View, heard: RulesHeard): readonly ClauseVerdict[] {
  const answers = new Map(clauseAnswers(list, view).map((answer) => [answer.clause, answer]));
  return list.clauses.map((clause) => {
    const answer = answers.get(clause);
    if (answer) return verdictOf(answer, view, heard);
    const none = { rules: [], places: [], lacking: [] };
    return { clause, state: 'inapplicable', why: whyNot(clause, view), ...none };
  });
}

function verdictOf({ clause, places }: ClauseAnswer, view: View, heard: RulesHeard): ClauseVerdict {
  const rules = (clause.rules ?? []).filter((code) => heard.inForce.has(code));
  const { named } = clause;
  const lacking = heard.words.filter(
    ({ code, names }) =>
      rules.includes(code) && (named === undefined || names.some((name) => name.includes(named))),
  );
  const written = places.map((row) => placeAt(row.section.document, row.span, row.cells.where!.source.text));
  return {
    clause,
    state: written.length > 0 ? 'placed' : stateByRules(rules, lacking),
    why: undefined,
    rules,
    places: written.length > 0 || rules.length === 0 ? written : placesIn(clause.answeredIn, view),
    lacking,
  };
}

function stateByRules(rules: readonly string[], lacking: readonly RuleWord[]): 'rule' | 'accepted' | 'open' {
  if (rules.length === 0 || lacking.some(({ isAccepted }) => !isAccepted)) return 'open';
  return lacking.length === 0 ? 'rule' : 'accepted';
}

/** Sections and keys that hold something, by path and line. */
function placesIn({ of, sections = [], keys = [] }: AnsweredIn = {}, view: View): readonly ClausePlace[] {
  const documents = view.documents.filter(
    ({ kind }) => of === undefined || kind === 'engagement' || of.includes(kind),
  );
  const places = documents.flatMap((document) => [
    ...keys.flatMap((key) => {
      const field = document.keys[key];
      return field?.state === 'read' ? [placeAt(document, field.source.span, key)] : [];
    }),
    ...sections.flatMap((key) => {
      const section = document.sections.get(key);
      return section && holdsSomething(section)
        ? [placeAt(document, section.heading.span, sectionTitle(section.spec))]
        : [];
    }),
  ]);
  return places.sort((a, b) => compareText(a.path, b.path) || a.line - b.line);
}

function holdsSomething({ rows, items, prose }: Section): boolean {
  return rows.length + items.length > 0 || prose !== '';
}

function placeAt({ path, lineStarts }: GovernedDocument, { start }: Span, where: SaidPart): ClausePlace {
  return { path, line: lineOf(lineStarts, start) + 1, where };
}
