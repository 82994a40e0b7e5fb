import { Fault } from './fault.ts';

/** The processor time that one step may take for documents of 64 KiB together. */
const stepMsAtMost = 250;
const remeasured = 3;

/** Runs the steps of a case: none may throw, and each is timed. */
export interface Watch {
  step<T>(name: string, run: () => T | Promise<T>): Promise<T>;
}

export interface StepTime {
  readonly name: string;
  readonly ms: number;
}

/**
 * Runs a case, and again where a step took too long: other programs and the collection of garbage cost time
 * too, so that only what is slow each time is slow. Gives its slowest step; throws a Fault where one is wrong.
 */
export async function timed(
  bytes: number,
  run: (watch: Watch) => Promise<void>,
): Promise<StepTime | undefined> {
  const msAtMost = stepMsAtMost * Math.max(1, Math.ceil(bytes / (64 * 1024)));
  let fastest = await timesOf(run);
  const isSlow = (): boolean => [...fastest.values()].some((ms) => ms > msAtMost);
  for (let again = 0; again < remeasured && isSlow(); again++) {
    const times = await timesOf(run);
    fastest = new Map([...fastest].map(([name, ms]) => [name, Math.min(ms, times.get(name) ?? ms)]));
  }
  const [slowest] = [...fastest].sort(([, a], [, b]) => b - a).map(([name, ms]) => ({ name, ms }));
  if (slowest && slowest.ms > msAtMost)
    throw new Fault(`"${slowest.name}" is slow`, `${Math.round(slowest.ms)} ms, ${msAtMost} ms are allowed`);
  return slowest;
}

/** The longest time of the steps of each name. */
async function timesOf(run: (watch: Watch) => Promise<void>): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  await run({
    async step(name, work) {
      const begun = process.cpuUsage();
      try {
        return await work();
      } catch (error) {
        throw thrown(name, error);
      } finally {
        const { user, system } = process.cpuUsage(begun);
        times.set(name, Math.max(times.get(name) ?? 0, (user + system) / 1000));
      }
    },
  });
  return times;
}

/** The fault of a step that threw: its kind knows the place in our sources, so that two are not taken for one. */
export function thrown(step: string, error: unknown): Fault {
  if (error instanceof Fault) return error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  // Where a stack ends that is too deep is chance.
  if (stack.startsWith('RangeError: Maximum call stack')) return new Fault(`"${step}" goes too deep`, stack);
  const place = /\/(extension\/[^\s):]+)/.exec(stack)?.[1] ?? 'elsewhere';
  const name = error instanceof Error ? error.name : 'something';
  return new Fault(`"${step}" throws ${name} in ${place}`, stack === '' ? String(error) : stack);
}
