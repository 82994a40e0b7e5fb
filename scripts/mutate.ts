/**
 * Breaks each rule and each fact in turn (its conditions, its messages, the places that it reports) and
 * runs its fixture on the broken one. Lists the mutants that no case kills, and fails if there are any.
 * `npm run mutate -- SLA004 EXT003` looks at some only. A line that ends in `// equivalent: why` is left
 * alone: no input can tell its mutants from the original.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckRule, DueRule, FactDefinition } from '../extension/engine/rules/define.ts';
import * as original from '../extension/engine/kinds/generated/registry.ts';
import { readFixture, type FixtureCase } from '../test/support/read-fixture.ts';
import { runCase } from '../test/support/run-fixture.ts';
import { mutantsOf, type Mutant } from './mutate/mutants.ts';
import { readFactFiles, readRuleFiles } from './generate/registry.ts';

const root = path.resolve(import.meta.dirname, '..');
const engine = path.join(root, 'extension/engine');
const wanted = new Set(process.argv.slice(2).filter((argument) => !argument.startsWith('-')));

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

interface Subject {
  readonly name: string;
  readonly file: string;
  readonly cases: readonly FixtureCase[];
}

const healthy = readFileSync(path.join(root, 'test/rules/engagement.md'), 'utf8');
const fixtures = readdirSync(path.join(root, 'test/rules'));
const subjects: readonly Subject[] = [
  ...readRuleFiles(root).map(({ code, path: file }) => ({
    name: code,
    file: path.join(engine, file),
    cases: casesIn(
      'test/rules',
      fixtures.find((name) => name.startsWith(`${code}-`)),
    ),
  })),
  ...readFactFiles(root).map((file) => {
    const name = path.basename(file, '.ts');
    return { name, file: path.join(engine, file), cases: casesIn('test/facts', `${name}.md`) };
  }),
].filter(({ name }) => wanted.size === 0 || wanted.has(name));

function casesIn(folder: string, file: string | undefined): readonly FixtureCase[] {
  const at = file === undefined ? undefined : path.join(root, folder, file);
  return at !== undefined && existsSync(at) ? readFixture(readFileSync(at, 'utf8')).cases : [];
}

let count = 0;
const survivors: string[] = [];
for (const [i, subject] of subjects.entries()) {
  console.error(`${i + 1} of ${subjects.length}: ${subject.name}`);
  const source = readFileSync(subject.file, 'utf8');
  for (const mutant of mutantsOf(source, subject.file)) {
    count++;
    if (await isKilled(subject, mutant)) continue;
    const place = `${path.relative(root, subject.file)}:${mutant.line}`;
    survivors.push(`${subject.name}  ${place}  ${mutant.what}`);
    console.log(`survives: ${survivors.at(-1)}`);
  }
}
console.log(`${count} mutants of ${subjects.length} rules and facts, ${survivors.length} survive.`);
if (survivors.length > 0) process.exitCode = 1;

async function isKilled({ name, file, cases }: Subject, mutant: Mutant): Promise<boolean> {
  const url = `${pathToFileURL(file).href}?mutant=${count}`;
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
