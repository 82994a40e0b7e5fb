import type { Overview } from '../features/overview.ts';
import type { DueItem, Fact } from '../model/finding.ts';
import type { Workspace } from '../model/ports.ts';
import type { IsoDate } from '../model/value.ts';
import type { FactContext } from '../rules/define.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { runDue } from '../rules/run-due.ts';
import { runFacts } from '../rules/run-facts.ts';
import type { EngagementState } from './engagement-state.ts';
import type { Registry } from './engine.ts';
import { inTurns } from './in-turns.ts';

/** What the calendar says of an engagement as of a day, as far as it was asked for. */
export interface Answers {
  readonly asOf: IsoDate;
  due?: readonly DueItem[];
  facts?: readonly Fact[];
  overview?: Overview;
}

/** What the calendar says of engagements, kept until their documents or the day change. */
export class CalendarAnswers {
  readonly #registry: Registry;
  readonly #workspace: Workspace;
  #answers = new WeakMap<Evaluation, Answers>();

  constructor(registry: Registry, workspace: Workspace) {
    this.#registry = registry;
    this.#workspace = workspace;
  }

  /** More is known of holidays now. */
  forget(): void {
    this.#answers = new WeakMap();
  }

  /** Items of one engagement; `withinDays` instead of the time that each rule warns ahead. */
  async due(state: EngagementState, asOf: IsoDate, withinDays?: number): Promise<readonly DueItem[]> {
    const evaluation = state.evaluate();
    const answers = this.keptOf(evaluation, asOf);
    if (withinDays === undefined && answers.due) return answers.due;
    const steps = runDue(this.#registry.dueRules, evaluation.view, state.settings(), evaluation.deviations, {
      calendar: { asOf },
      ...(withinDays !== undefined && { withinDays }),
    });
    const items = await inTurns(this.#workspace, steps);
    if (withinDays === undefined) answers.due = items;
    return items;
  }

  /** Facts of one engagement; with names only those. */
  async facts(evaluation: Evaluation, asOf: IsoDate, names?: ReadonlySet<string>): Promise<readonly Fact[]> {
    const answers = this.keptOf(evaluation, asOf);
    const context = contextOf(evaluation, asOf);
    if (names && !answers.facts) {
      const asked = this.#registry.facts.filter(({ name }) => names.has(name));
      return await inTurns(this.#workspace, runFacts(asked, evaluation, context));
    }
    answers.facts ??= await inTurns(this.#workspace, runFacts(this.#registry.facts, evaluation, context));
    return names ? answers.facts.filter(({ name }) => names.has(name)) : answers.facts;
  }

  /** What is known already; whoever computes more puts it there. */
  keptOf(evaluation: Evaluation, asOf: IsoDate): Answers {
    let answers = this.#answers.get(evaluation);
    if (answers?.asOf !== asOf) this.#answers.set(evaluation, (answers = { asOf }));
    return answers;
  }
}

function contextOf({ questions }: Evaluation, asOf: IsoDate): FactContext {
  return {
    asOf,
    questionsOf: (draft) =>
      (questions.get(draft) ?? []).map(({ rule, place }) => ({ code: rule.code, at: place.at })),
  };
}
