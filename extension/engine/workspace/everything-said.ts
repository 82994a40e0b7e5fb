import type { Finding } from '../model/finding.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';
import type { Stray } from './strays.ts';

/** All that is said of what a workspace holds; of its config nothing. */
export function everythingSaid(
  workspace: GovernedWorkspace,
  ofStray: (stray: Stray) => readonly Finding[],
): readonly Finding[] {
  return [
    ...workspace.engagements().flatMap((state) => [...state.findings().values()].flat()),
    ...workspace.strays().flatMap(ofStray),
  ];
}
