import { signoffStanding, type SignoffStanding } from '../features/signoff-standing.ts';
import { changeLog, type ChangeLogAnswer, type Since } from '../report/change-log.ts';
import { documentLog, type DocumentLogAnswer } from '../report/document-log.ts';
import { pathsEver } from '../resolve/documents-of-history.ts';
import { pathFilter } from './asked-paths.ts';
import { documentIn } from './engagement-queries.ts';
import type { EngagementState } from './engagement-state.ts';
import type { LateHistory } from './late-history.ts';
import { engagementData } from './standings.ts';

/** What was done with the documents of these engagements, commit by commit. */
export async function changesIn(
  states: readonly EngagementState[],
  history: LateHistory,
  { since, paths }: { readonly since: Since; readonly paths?: readonly string[] | undefined },
): Promise<readonly ChangeLogAnswer[]> {
  await history.readTexts(states, pathsEver);
  const isAsked = pathFilter(paths);
  return states.map((state) =>
    changeLog(engagementData(state), state.evaluate().viewWithDrafts, since, isAsked),
  );
}

/** What became of one document of an engagement. */
export async function documentLogIn(
  state: EngagementState,
  history: LateHistory,
  path: string,
): Promise<DocumentLogAnswer | undefined> {
  await history.readTexts([state], pathsEver);
  const evaluation = state.evaluate();
  const document = documentIn(evaluation, path);
  return document && documentLog(document, evaluation.viewWithDrafts);
}

/** What sign-offs say of one document of an engagement. */
export function signoffStandingIn(state: EngagementState, path: string): SignoffStanding | undefined {
  const evaluation = state.evaluate();
  const document = documentIn(evaluation, path);
  return document && signoffStanding(document, evaluation.viewWithDrafts);
}
