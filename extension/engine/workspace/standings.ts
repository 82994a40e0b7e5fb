import { firstDate, type FirstDate } from '../features/first-date.ts';
import { overviewFacts, overviewOf, type Overview } from '../features/overview.ts';
import type { IsoDate } from '../model/value.ts';
import {
  standingFacts,
  standingOf,
  type EngagementData,
  type Standing,
  type WorkspaceData,
} from '../report/standing.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { compareQuestions, toQuestion } from '../rules/findings.ts';
import { compareItems } from '../rules/run-due.ts';
import { compareFacts } from '../rules/run-facts.ts';
import type { CalendarAnswers } from './calendar-answers.ts';
import type { EngagementState } from './engagement-state.ts';

/** Where engagements stand as of a day, put together of everything that is said of each. */
export class Standings {
  readonly #answers: CalendarAnswers;
  /** Kept until the documents or the day change. */
  readonly #overviews = new WeakMap<
    Evaluation,
    { readonly asOf: IsoDate; readonly overview: Promise<Overview> }
  >();

  constructor(answers: CalendarAnswers) {
    this.#answers = answers;
  }

  async standing(state: EngagementState, asOf: IsoDate): Promise<Standing> {
    return standingOf(engagementData(state), await this.#data(state, asOf, standingFacts));
  }

  overview(state: EngagementState, asOf: IsoDate): Promise<Overview> {
    const evaluation = state.evaluate();
    const known = this.#overviews.get(evaluation);
    if (known?.asOf === asOf) return known.overview;
    const overview = this.#data(state, asOf, overviewFacts).then((data) =>
      overviewOf(engagementData(state), data),
    );
    this.#overviews.set(evaluation, { asOf, overview });
    return overview;
  }

  /** The date to tell first of those that follow from one document alone. */
  async firstDate(state: EngagementState, path: string, asOf: IsoDate): Promise<FirstDate | undefined> {
    const facts = await this.#answers.facts(state.evaluate(), asOf, standingFacts);
    return firstDate(
      engagementData(state),
      facts.filter((fact) => fact.path === path).toSorted(compareFacts),
      asOf,
    );
  }

  async #data(state: EngagementState, asOf: IsoDate, names: ReadonlySet<string>): Promise<WorkspaceData> {
    const evaluation = state.evaluate();
    const questions = [...evaluation.questions.values()].flat().map(toQuestion);
    return {
      asOf,
      facts: (await this.#answers.facts(evaluation, asOf, names)).toSorted(compareFacts),
      due: (await this.#answers.due(state, asOf)).toSorted(compareItems),
      findings: [...state.findings().values()].flat(),
      questions: questions.sort(compareQuestions),
    };
  }
}

/** One engagement with its live view: inside of the engine only. */
export function engagementData(state: EngagementState): EngagementData {
  const { view, viewWithDrafts } = state.evaluate();
  const { lead } = viewWithDrafts;
  return {
    folder: state.folder,
    title: lead?.title ?? state.folder,
    lead,
    documents: state.documents(),
    view,
  };
}
