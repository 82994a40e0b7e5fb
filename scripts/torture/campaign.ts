import { Fault } from './fault.ts';
import type { Random } from './random.ts';
import type { Files, Sources } from './sources.ts';
import { thrown, type StepTime } from './watch.ts';

/** One way to try the product on what nobody would write. */
export interface Campaign {
  readonly name: string;
  /** How many of its cases one round holds. */
  readonly share: number;
  /** The case that this chance makes, always the same one. */
  make(random: Random, sources: Sources): TortureCase;
}

export interface TortureCase {
  /** Gives the slowest step; throws a Fault. */
  run(): Promise<StepTime | undefined>;
  /** As small a case as is still wrong. */
  shrunken(isWrong: IsWrong): Promise<TortureCase>;
  /** What a person needs to see of it. */
  readonly shown: { readonly files: Files; readonly words: string };
}

/** Whether a case shows the same fault; undefined where the patience for shrinking is at its end. */
export type IsWrong = (one: TortureCase) => Promise<boolean | undefined>;

/** What is wrong with a case, or how long its slowest step took. */
export async function outcomeOf(one: TortureCase): Promise<Fault | StepTime | undefined> {
  try {
    return await one.run();
  } catch (error) {
    return thrown('a case', error);
  }
}

const patienceMs = 60_000;
const patienceRuns = 3000;

/** The smallest case found that shows the fault of this kind, within a minute. */
export async function smallest(one: TortureCase, kind: string): Promise<TortureCase> {
  const begun = performance.now();
  let runs = 0;
  return await one.shrunken(async (smaller) => {
    if (++runs > patienceRuns || performance.now() - begun > patienceMs) return undefined;
    const outcome = await outcomeOf(smaller);
    return outcome instanceof Fault && outcome.kind === kind;
  });
}
