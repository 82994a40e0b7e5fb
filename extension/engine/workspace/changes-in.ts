import { signoffStanding, type SignoffStanding } from '../features/signoff-standing.ts';
import { changeLog, type ChangeLogAnswer, type Since } from '../report/change-log.ts';
import { documentLog, type DocumentLogAnswer } from '../report/document-log.ts';
import { pathsEver, pathsOfLog } from '../resolve/documents-of-history.ts';
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
  const isAsked = pathFilter(paths);
  await history.readTexts(states, (view) => pathsEver(view).filter(isAsked));
  return states.map((state) =>
    changeLog(engagementData(state), state.evaluate().viewWithDrafts, since, isAsked),
  );
}

/** What became of one document of an engagement that is there or was. */
export async function documentLogIn(
  state: EngagementState,
  history: LateHistory,
  path: string,
): Promise<DocumentLogAnswer | undefined> {
  await history.readTexts([state], (view) => pathsOfLog(path, view));
  const evaluation = state.evaluate();
  return documentLog(path, documentIn(evaluation, path), evaluation.viewWithDrafts);
}

/** What sign-offs say of one document of an engagement. */
export function signoffStandingIn(state: EngagementState, path: string): SignoffStanding | undefined {
  const evaluation = state.evaluate();
  const document = documentIn(evaluation, path);
  return document && signoffStanding(document, evaluation.viewWithDrafts);
}
