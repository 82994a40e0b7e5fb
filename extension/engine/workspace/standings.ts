import { firstDate, type FirstDate } from '../features/first-date.ts';
import { overviewFacts, overviewOf, type Overview } from '../features/overview.ts';
import type { View } from '../model/engagement.ts';
import type { IsoDate } from '../model/value.ts';
import {
  standingFacts,
  standingOf,
  type EngagementData,
  type Standing,
  type WorkspaceData,
} from '../report/standing.ts';
import { isSignedAnywhere, textsOfSigned } from '../resolve/suspects.ts';
import type { CalendarAnswers } from './calendar-answers.ts';
import { dueIn, factsIn, questionsIn } from './engagement-queries.ts';
import type { EngagementState } from './engagement-state.ts';
import type { EngagementInfo } from './engine.ts';
import type { LateCalendar } from './late-calendar.ts';
import type { LateHistory } from './late-history.ts';

/** Where an engagement stands as of a day, put together of everything that is said of it. */
export async function standingIn(
  state: EngagementState,
  asOf: IsoDate,
  answers: CalendarAnswers,
): Promise<Standing> {
  return standingOf(engagementData(state), await dataOf(state, asOf, standingFacts, answers));
}

/** The same with its documents; the same object until these or the day change. */
export async function overviewIn(
  state: EngagementState,
  asOf: IsoDate,
  answers: CalendarAnswers,
  calendar: LateCalendar,
  history: LateHistory,
): Promise<Overview> {
  // A tree asks for it after every change: what is known is not prepared for once more.
  const known = answers.keptOf(state.evaluate(), asOf).overview;
  if (known) return known;
  await calendar.prepareFor([state], asOf);
  await history.beginFor([state], [ofSigned]);
  const kept = answers.keptOf(state.evaluate(), asOf);
  kept.overview ??= overviewOf(
    engagementData(state),
    await dataOf(state, asOf, overviewFacts, answers),
    [...state.rulesInForce()].some(({ ofPeople }) => ofPeople),
  );
  return kept.overview;
}

/** What has changed since something was signed. */
const ofSigned = { needsHistory: isSignedAnywhere, needsTexts: textsOfSigned };

/** The date to tell first of those that follow from one document alone. */
export async function firstDateIn(
  state: EngagementState,
  path: string,
  asOf: IsoDate,
  answers: CalendarAnswers,
): Promise<FirstDate | undefined> {
  const facts = await factsIn([state], { asOf, names: standingFacts, paths: [path] }, answers);
  return firstDate(engagementData(state), facts, asOf);
}

async function dataOf(
  state: EngagementState,
  asOf: IsoDate,
  names: ReadonlySet<string>,
  answers: CalendarAnswers,
): Promise<WorkspaceData> {
  return {
    asOf,
    facts: await factsIn([state], { asOf, names }, answers),
    due: await dueIn([state], { asOf }, answers),
    findings: [...state.findings().values()].flat(),
    questions: questionsIn([state]),
  };
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

/** The profiles in force in an engagement, and its active documents. */
export function inForceIn(state: EngagementState): {
  readonly profiles: readonly string[];
  readonly view: View;
} {
  return { profiles: [...state.settings().profiles], view: state.evaluate().view };
}

/** What a shell is told of an engagement. */
export function infoOf(state: EngagementState): EngagementInfo {
  const { view: _live, ...data } = engagementData(state);
  return { ...data, profiles: [...state.settings().profiles] };
}
