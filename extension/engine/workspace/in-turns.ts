import type { Workspace } from '../model/ports.ts';

/** Runs to the end, giving the host its turns. */
export async function inTurns<T>(
  workspace: Pick<Workspace, 'pause'>,
  steps: Generator<undefined, T, undefined>,
): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    const turn = workspace.pause?.();
    if (turn) await turn;
  }
}
