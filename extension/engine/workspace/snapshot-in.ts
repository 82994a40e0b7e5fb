import { snapshotOf, type SnapshotAnswer } from '../features/knowledge-snapshot.ts';
import { pathFilter } from './asked-paths.ts';
import type { EngagementState } from './engagement-state.ts';
import type { LateHistory } from './late-history.ts';

/** What a repository knows of the components of these engagements, as far as people may be counted. */
export async function snapshotIn(
  states: readonly EngagementState[],
  history: LateHistory,
  asked: { readonly repository: string | undefined; readonly paths: readonly string[] | undefined },
): Promise<SnapshotAnswer> {
  const { repository, paths } = asked;
  if (states.some((state) => state.evaluate().view.countsPeople))
    await history.readAll(states, repository?.toLowerCase());
  const views = states.map((state) => state.evaluate().view);
  return snapshotOf(views, repository, pathFilter(paths));
}
