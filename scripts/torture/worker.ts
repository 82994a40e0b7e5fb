import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { outcomeOf, smallest, type Campaign } from './campaign.ts';
import { campaigns } from './campaigns.ts';
import { Fault } from './fault.ts';
import type { Order, Report } from './orders.ts';
import { createRandom } from './random.ts';
import { readSources } from './sources.ts';

// Cases run in a thread of their own, so that one that does not end can be told of, and stopped.

const { seed, only, number: wanted, rounds, begun, untilMs, keepGoing } = workerData as Order;
const sources = readSources();
const asked = campaigns.filter(({ name }) => only.includes(name));
const toldKinds = new Set<string>();

await runAll();
tell({ is: 'end' });

async function runAll(): Promise<void> {
  if (wanted !== undefined) {
    for (const campaign of asked) await isFine(campaign, wanted);
    return;
  }
  let before = begun;
  for (let round = 0; round < rounds; round++) {
    for (const campaign of asked) {
      for (let i = 0; i < campaign.share; i++) {
        if (before-- > 0) continue;
        if (Date.now() >= untilMs) return;
        const fine = await isFine(campaign, round * campaign.share + i);
        if (!fine && !keepGoing) return;
      }
    }
    tell({ is: 'round' });
  }
}

async function isFine(campaign: Campaign, number: number): Promise<boolean> {
  const { name } = campaign;
  tell({ is: 'begun', campaign: name, number });
  // What was told must leave before a case that may never end.
  await nextTurn();
  const one = campaign.make(createRandom(seed, name, number), sources);
  const outcome = await outcomeOf(one);
  if (!(outcome instanceof Fault)) {
    tell({ is: 'done', campaign: name, number, slowest: outcome });
    return true;
  }
  const { kind } = outcome;
  if (toldKinds.has(kind)) {
    tell({ is: 'done', campaign: name, number, slowest: undefined });
    return false;
  }
  toldKinds.add(kind);
  tell({ is: 'shrinking', campaign: name, number });
  const small = await smallest(one, kind);
  const again = await outcomeOf(small);
  const message = again instanceof Fault ? again.message : outcome.message;
  tell({ is: 'fault', campaign: name, number, message, ...small.shown });
  return false;
}

function tell(report: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort!.postMessage(report);
}
