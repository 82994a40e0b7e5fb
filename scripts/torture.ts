/**
 * Tries the product on what nobody would write: spoilt documents, changes, fixes, command lines.
 * `npm run torture` goes on until something is wrong or somebody stops it.
 *
 *   --minutes 20       so long at most
 *   --rounds 10        so many rounds at most
 *   --seed 7           the same cases again; without it others each time
 *   --only documents   one campaign, or several with commas between them
 *   --case 12          of each campaign only this case
 *   --keep-going       go on after a fault, and tell each kind of fault once
 *   --characters       instead: touch each character on which the structure of a healthy document hangs
 *   --one-in 100       of these only one in so many, picked by the seed
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { campaigns } from './torture/campaigns.ts';
import { everyCharacter } from './torture/every-character.ts';
import type { FaultReport, Order, Report, Told } from './torture/orders.ts';
import { createRandom } from './torture/random.ts';
import { readSources } from './torture/sources.ts';
import type { StepTime } from './torture/watch.ts';

const folder = path.resolve(import.meta.dirname, '../.torture');
/** A case that works longer than this does not end; nor does one that waits so many times as long. */
const workMsAtMost = { begun: 60_000, shrinking: 300_000 } as const;
const waitsAtMost = 10;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    case: { type: 'string' },
    'keep-going': { type: 'boolean', default: false },
    characters: { type: 'boolean', default: false },
    'one-in': { type: 'string' },
  },
});

const begunAt = Date.now();
const counts = new Map<string, number>();
let begun = 0;
let rounds = 0;
let faults = 0;
let slowest = { ms: 0, what: 'none' };

const order: Order = {
  seed: numberOf('seed') ?? Date.now() % 1_000_000,
  only: namesAsked(),
  number: numberOf('case'),
  rounds: numberOf('rounds') ?? Infinity,
  begun: 0,
  untilMs: begunAt + (numberOf('minutes') ?? Infinity) * 60_000,
  keepGoing: options['keep-going'],
};
if (options.characters) await touch();
const sources = readSources();
console.log(`Seed ${order.seed}: ${order.only.join(', ')}.`);
if (sources.absent.length > 0) console.log(`Not on this machine, so left out: ${sources.absent.join(', ')}.`);
process.once('SIGINT', () => end());
await run();
end();

/** Touches characters and ends. */
async function touch(): Promise<never> {
  const { lines, silent } = await everyCharacter({ oneIn: numberOf('one-in') ?? 1, seed: order.seed });
  for (const line of lines) console.log(line);
  console.log(silent === 0 ? 'Nothing is silent.' : `${silent} are silent.`);
  process.exit(silent === 0 ? 0 : 1);
}

/** Runs all cases; where one does not end and others are to be run all the same, in another thread. */
async function run(): Promise<void> {
  while (
    (await runInThread({ ...order, begun })) === 'stopped' &&
    order.keepGoing &&
    order.number === undefined
  );
}

/** Runs cases in a thread whose stack is not larger than that of a program. */
async function runInThread(workerData: Order): Promise<'ended' | 'stopped'> {
  const worker = new Worker(new URL('torture/worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { stackSizeMb: 1 },
  });
  let timer: ReturnType<typeof setInterval> | undefined;
  const how = await new Promise<'ended' | 'stopped'>((resolve, reject) => {
    worker.on('message', (report: Report) => {
      clearInterval(timer);
      take(report);
      if (report.is === 'end') resolve('ended');
      if (report.is !== 'begun' && report.is !== 'shrinking') return;
      const isOver = limit(workMsAtMost[report.is]);
      timer = setInterval(() => {
        if (!isOver()) return;
        clearInterval(timer);
        tellEndless(report.campaign, report.number);
        resolve('stopped');
      }, 1000);
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve('ended'));
  });
  clearInterval(timer);
  await worker.terminate();
  return how;
}

/** Whether this program has worked or waited for too long since. Where others run too, an hour may be a minute of work. */
function limit(workMs: number): () => boolean {
  const [clock, work] = [Date.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(work);
    return (user + system) / 1000 > workMs || Date.now() - clock > workMs * waitsAtMost;
  };
}

function take(report: Report): void {
  switch (report.is) {
    case 'begun':
      begun++;
      counts.set(report.campaign, (counts.get(report.campaign) ?? 0) + 1);
      break;
    case 'done':
      if (report.slowest && report.slowest.ms > slowest.ms) slowest = slowestOf(report, report.slowest);
      break;
    case 'fault':
      tellFault(report);
      break;
    case 'round':
      rounds++;
      break;
    case 'shrinking':
    case 'end':
  }
}

function slowestOf({ campaign, number }: Told, { name, ms }: StepTime): typeof slowest {
  return { ms, what: `"${name}" in ${campaign} ${number}` };
}

function tellFault({ campaign, number, message, files, words }: FaultReport): void {
  faults++;
  const again = `npm run torture -- --seed ${order.seed} --only ${campaign} --case ${number}`;
  console.log(`\nWrong in ${campaign} ${number} (${again}):\n${message}\n\n${words}`);
  const total = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  for (const [name, text] of total > 4000 ? [] : files) console.log(`${name}: ${JSON.stringify(text)}`);
  console.log(
    `\nThe smallest case found stands in ${keep(campaign, number, `${again}\n${message}\n\n${words}`, files)}`,
  );
}

function tellEndless(campaign: string, number: number): void {
  const random = createRandom(order.seed, campaign, number);
  const { shown } = campaigns.find(({ name }) => name === campaign)!.make(random, sources);
  tellFault({ is: 'fault', campaign, number, message: 'This case does not end.', ...shown });
}

/** Writes a case into a folder that Git ignores, as one file that holds every name and text, and gives its path. */
function keep(campaign: string, number: number, words: string, files: ReadonlyMap<string, string>): string {
  const file = path.join(folder, `${order.seed}-${campaign}-${number}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify({ words, files: Object.fromEntries(files) }, undefined, 2)}\n`);
  return path.relative(process.cwd(), file);
}

function end(): never {
  const seconds = (Date.now() - begunAt) / 1000;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = [...counts].map(([name, count]) => `${count} of ${name}`).join(', ');
  console.log(
    `${rounds} rounds, ${total} cases (${each}) in ${Math.round(seconds)} s, ${(total / seconds).toFixed(1)} a second.`,
  );
  console.log(`The slowest step took ${Math.round(slowest.ms)} ms: ${slowest.what}.`);
  console.log(faults === 0 ? 'Nothing is wrong.' : `${faults} faults.`);
  process.exit(faults === 0 ? 0 : 1);
}

function numberOf(name: 'minutes' | 'rounds' | 'seed' | 'case' | 'one-in'): number | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(given)) stop(`--${name} "${given}" is no number.`);
  return Number(given);
}

function namesAsked(): readonly string[] {
  const known = campaigns.map(({ name }) => name);
  const given = options.only?.split(',') ?? known;
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) stop(`There is no campaign "${unknown}". There are ${known.join(', ')}.`);
  return given;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
