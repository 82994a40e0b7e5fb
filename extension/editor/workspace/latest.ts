import type { Cancellation } from '../../engine/index.ts';

/** Runs of which only the last one counts. */
export interface Latest {
  /** Takes over from a run that is under way. Resolves once it has ended, failed or been given up. */
  begin(): Promise<void>;
  /** The end of the run that is under way. */
  running(): Promise<void> | undefined;
  abort(): void;
}

export function createLatest(
  run: (cancellation: Cancellation) => Promise<void>,
  report: (error: unknown) => void,
): Latest {
  let current: { aborted: boolean; done: Promise<void> } | undefined;

  function abort(): void {
    if (current) current.aborted = true;
  }

  return {
    begin() {
      abort();
      const mine = (current = { aborted: false, done: Promise.resolve() });
      mine.done = run(mine)
        .catch(report)
        .finally(() => {
          if (current === mine) current = undefined;
        });
      return mine.done;
    },
    running: () => current?.done,
    abort,
  };
}
