import { definitionAt, type Definition } from '../features/definition.ts';
import type { NotRun } from '../model/check-result.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { DueItem, Fact, Question } from '../model/finding.ts';
import type { Position } from '../model/text.ts';
import type { FactDefinition, Rule } from '../rules/define.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { compareQuestions, toQuestion } from '../rules/findings.ts';
import { compareItems } from '../rules/run-due.ts';
import { compareFacts } from '../rules/run-facts.ts';
import { pathFilter } from './asked-paths.ts';
import type { CalendarAnswers } from './calendar-answers.ts';
import { engagementNotRun } from './engagement-not-run.ts';
import type { EngagementState } from './engagement-state.ts';
import type { DueQuery, FactsQuery } from './engine.ts';

/** What the drafts of these engagements ask, in order. */
export function questionsIn(
  states: readonly EngagementState[],
  paths?: readonly string[],
): readonly Question[] {
  const isAsked = pathFilter(paths);
  return states
    .flatMap((state) => [...state.evaluate().questions.values()].flat())
    .filter(({ place }) => isAsked(place.document.path))
    .map(toQuestion)
    .sort(compareQuestions);
}

/** What is due in these engagements, in order. */
export async function dueIn(
  states: readonly EngagementState[],
  { asOf, withinDays, party, person, paths }: DueQuery,
  answers: CalendarAnswers,
): Promise<readonly DueItem[]> {
  const isAsked = pathFilter(paths);
  const items: DueItem[] = [];
  for (const state of states) items.push(...(await answers.due(state, asOf, withinDays)));
  return items
    .filter((item) => isAsked(item.path))
    .filter((item) => party === undefined || item.party === party || item.party === 'both')
    .filter((item) => person === undefined || item.person === person)
    .sort(compareItems);
}

/** What follows from these engagements, in order. */
export async function factsIn(
  states: readonly EngagementState[],
  { asOf, paths, names }: FactsQuery,
  answers: CalendarAnswers,
): Promise<readonly Fact[]> {
  const isAsked = pathFilter(paths);
  const facts: Fact[] = [];
  for (const state of states) facts.push(...(await answers.facts(state.evaluate(), asOf, names)));
  return facts.filter((fact) => isAsked(fact.path)).sort(compareFacts);
}

/** Which of these rules and facts conclude nothing in those of these engagements that hold what is asked about. */
export function notRunIn(
  states: readonly EngagementState[],
  asked: readonly (Rule | FactDefinition)[],
  paths: readonly string[] | undefined,
): readonly NotRun[] {
  const isAsked = pathFilter(paths);
  return states
    .filter((state) => state.documents().some(({ path }) => isAsked(path)))
    .flatMap((state) => engagementNotRun(state, asked));
}

/** Where the name at a position is defined. */
export function definitionIn(
  state: EngagementState | undefined,
  path: string,
  position: Position,
): Definition | undefined {
  const evaluation = state?.evaluate();
  const document = evaluation && documentIn(evaluation, path);
  return document && definitionAt(document, position, evaluation);
}

/** The key of a person as the first of these engagements that has one of that name writes it. */
export function personNamed(states: readonly EngagementState[], name: string): string | undefined {
  for (const state of states) {
    const named = state.evaluate().view.findWho(name);
    if (named?.is === 'person') return named.name;
  }
  return undefined;
}

/** Keys of people in the active documents of these engagements. */
export function peopleIn(states: readonly EngagementState[]): readonly string[] {
  const rows = states.flatMap((state) => state.evaluate().view.rows('people'));
  return rows.flatMap(({ cells }) => cells.person?.value ?? []);
}

/** A governed document by its path. */
export function documentIn({ view }: Evaluation, path: string): GovernedDocument | undefined {
  return view.everything.find((document) => document.path === path);
}
