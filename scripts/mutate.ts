/**
 * Breaks each rule and each fact in turn (its conditions, its messages, the places that it reports) and
 * runs its fixture on the broken one. Lists the mutants that no case kills, and fails if there are any.
 * `npm run mutate -- SLA004 EXT003` looks at some only. A line that ends in `// equivalent: why` is left
 * alone: no input can tell its mutants from the original. A mutant that does not end is one that a test would notice.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readSubjects } from './mutate/subjects.ts';
import type { Order, Report } from './mutate/worker.ts';

/** The slowest fixture takes a second. */
const longestMs = 30_000;

const wanted = new Set(process.argv.slice(2).filter((argument) => !argument.startsWith('-')));
const names = readSubjects()
  .map(({ name }) => name)
  .filter((name) => wanted.size === 0 || wanted.has(name));
const unknown = [...wanted].filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(unknown.map((name) => `"${name}" is no code of a rule and no name of a fact.`).join('\n'));
  process.exit(1);
}

let count = 0;
const survivors: string[] = [];
const left = names.entries();
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), names.length) }, async () => {
    let worker = startWorker();
    for (const [i, name] of left) {
      console.error(`${i + 1} of ${names.length}: ${name}`);
      for (let from = 0; ;) {
        const begun = await run(worker, { name, from });
        if (begun === undefined) break;
        from += begun;
        await worker.terminate();
        worker = startWorker();
      }
    }
    await worker.terminate();
  }),
);
console.log(`${count} mutants of ${names.length} rules and facts, ${survivors.length} survive.`);
if (survivors.length > 0) process.exitCode = 1;

function startWorker(): Worker {
  return new Worker(new URL('mutate/worker.ts', import.meta.url));
}

/** Runs mutants until the last one, or until one that does not end: then returns how many were begun. */
function run(worker: Worker, order: Order): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    let begun = 0;
    let current = '';
    let impatient: NodeJS.Timeout | undefined;
    const finish = (value: number | undefined): void => {
      clearTimeout(impatient);
      // Only these two: a thread that has lost all its listeners hears of nothing any more.
      worker.off('message', hear).off('error', fail);
      resolve(value);
    };
    const endless = (): void => {
      console.error(`does not end: ${current}`);
      finish(begun);
    };
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') endless();
      else reject(error);
    };
    const hear = (report: Report): void => {
      clearTimeout(impatient);
      if (report.is === 'done') finish(undefined);
      else if (report.is === 'begin') {
        begun++;
        count++;
        current = `${order.name}  ${report.place}  ${report.what}`;
        impatient = setTimeout(endless, longestMs);
      } else if (!report.killed) {
        survivors.push(current);
        console.log(`survives: ${current}`);
      }
    };
    worker.on('message', hear).on('error', fail);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    worker.postMessage(order);
  });
}
