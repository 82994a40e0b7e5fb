import { readFileSync } from 'node:fs';
import * as module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import * as original from '../../extension/engine/kinds/generated/registry.ts';
import type { CheckRule, DueRule, FactDefinition } from '../../extension/engine/rules/define.ts';
import { runCase } from '../../test/support/run-fixture.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import { readSubjects, type Subject } from './subjects.ts';

// Mutants run in a thread of their own, so that one that does not end can be stopped.

/** The mutants of one rule or fact, from the mutant of this number on. */
export interface Order {
  readonly name: string;
  readonly from: number;
}

/** Told before and after each mutant, and after the last one. */
export type Report =
  | { readonly is: 'begin'; readonly place: string; readonly what: string }
  | { readonly is: 'end'; readonly killed: boolean }
  | { readonly is: 'done' };

const root = path.resolve(import.meta.dirname, '../..');
const subjects = readSubjects();
const healthy = readFileSync(path.join(root, 'test/rules/engagement.md'), 'utf8');

/** Sources by URL of the mutants that are being loaded. */
const mutated = new Map<string, string>();
// Types of Node 20, which the package runs on, do not know it; this script runs on 24.
type Load = (url: string, context: unknown) => unknown;
const { registerHooks } = module as unknown as {
  registerHooks: (hooks: { load: (url: string, context: unknown, nextLoad: Load) => unknown }) => void;
};
registerHooks({
  load(url, context, nextLoad) {
    const source = mutated.get(url);
    return source === undefined
      ? nextLoad(url, context)
      : { format: 'module-typescript', source, shortCircuit: true };
  },
});

parentPort?.on('message', (order: Order) => void runAll(order));

async function runAll({ name, from }: Order): Promise<void> {
  const subject = subjects.find((one) => one.name === name);
  if (subject) {
    const mutants = mutantsOf(readFileSync(subject.file, 'utf8'), subject.file);
    for (const [i, mutant] of mutants.slice(from).entries()) {
      const place = `${path.relative(root, subject.file)}:${mutant.line}`;
      tell({ is: 'begin', place, what: mutant.what });
      tell({ is: 'end', killed: await isKilled(subject, mutant, from + i) });
    }
  }
  tell({ is: 'done' });
}

function tell(report: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(report);
}

async function isKilled({ name, file, cases }: Subject, mutant: Mutant, number: number): Promise<boolean> {
  const url = `${pathToFileURL(file).href}?mutant=${number}`;
  mutated.set(url, mutant.source);
  try {
    const { default: broken } = (await import(url)) as { default: CheckRule | DueRule | FactDefinition };
    const registry = withBroken(name, broken);
    for (const one of cases) {
      const needsEngagement = ![...one.files.keys()].some((at) => /(?:^|\/)engagement\.md$/.test(at));
      const defaults = new Map(needsEngagement ? [['engagement.md', healthy]] : []);
      const { comparisons, complaints } = await runCase(name, one, defaults, registry);
      const differs = comparisons.some(
        ({ expectation, actual }) => actual.join('\n') !== expectation.lines.join('\n'),
      );
      if (differs || complaints.length > 0) return true;
    }
    return false;
  } catch {
    // A mutant that does not load, or throws where the runner cannot catch it, is noticed.
    return true;
  } finally {
    mutated.delete(url);
  }
}

function withBroken(name: string, broken: CheckRule | DueRule | FactDefinition): typeof original {
  const replace = <T extends { readonly name: string; readonly code?: string }>(
    all: readonly T[],
  ): readonly T[] =>
    all.map((one) => (one.code === name || one.name === name ? (broken as unknown as T) : one));
  return {
    checkRules: replace(original.checkRules),
    dueRules: replace(original.dueRules),
    facts: replace(original.facts),
  };
}
