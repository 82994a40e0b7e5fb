/**
 * Runs the tests: all of them, or those that mocha's own arguments name; a folder stands for every test below it.
 * `--fast` leaves out those that run in VS Code. The last line counts.
 */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { installChromium } from '../test/host/install-chromium.ts';
import { installServer } from '../test/host/install-server.ts';
import { build } from './build.ts';
import { packageExtension } from './package.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = path.resolve(import.meta.dirname, '..');
const optionsWithValue = new Set([
  '-g',
  '--grep',
  '-f',
  '--fgrep',
  '-t',
  '--timeout',
  '-s',
  '--slow',
  '-j',
  '--jobs',
]);
const all = 'test/**/*.test.ts';
const inHost = 'test/host/**/*.test.ts';
/** Of those with windows, what takes about half of their time. */
const firstHalf = ['pictures', 'windows'].map((name) => `test/host/${name}.test.ts`);
/** What takes longest begins first, so that no core waits at the end for one that has just begun with it. */
const slowFirst = [
  'test/engine/mutated-documents.test.ts',
  'test/torture/torture.test.ts',
  'test/rules/fixtures.test.ts',
  'test/house/new.test.ts',
  'test/engine/reads.test.ts',
  'test/schemas/generate.test.ts',
];

let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
try {
  // Tests of the command line and of the package run the built program.
  await build();
  const args = process.argv.slice(2);
  const asked = args.filter((arg) => arg !== '--fast');
  const isFast = asked.length < args.length;
  const withoutHost = isFast ? ['--ignore', inHost] : [];
  if (asked.length > 0)
    await runMocha([...withoutHost, ...asked.map(withTestsBelow), ...(namesFiles(asked) ? [] : [all])]);
  else {
    const jobs = availableParallelism();
    // With one job mocha loads tests in a way that knows no top-level await.
    const sideBySide = jobs > 1 ? ['--parallel', `--jobs=${jobs}`] : [];
    await runMocha([...sideBySide, ...filesInTurn()]);
    if (!isFast) await runWindows(jobs);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts = { ...counts, failed: counts.failed + 1 };
}
const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/**
 * Runs the tests that open windows, in two processes where there are two cores, which takes four fifths of the time: a
 * window often waits. A worker of mocha's would end with each file what all files share.
 */
async function runWindows(jobs: number): Promise<void> {
  if (jobs === 1) return await runMocha([inHost]);
  installChromium();
  await installServer();
  rmSync(path.join(root, 'artifacts', 'screenshots'), { recursive: true, force: true });
  process.env['OUTRIGGER_PACKAGE'] = await packageExtension();
  const others = firstHalf.flatMap((file) => ['--ignore', file]);
  await Promise.all([runMocha(firstHalf), runMocha([...others, inHost])]);
}

/** Runs mocha and adds to the counts. Rejects where a file of tests does not load, so that nothing was counted. */
async function runMocha(args: readonly string[]): Promise<void> {
  const mocha = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
      '--reporter=./scripts/reporter.ts',
      '--timeout=20000',
      ...(process.stdout.isTTY ? ['--color'] : []),
      ...args,
    ],
    { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] },
  );
  let tail = '';
  mocha.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    process.stdout.write(chunk);
    tail = (tail + chunk).slice(-200);
  });
  const code = await new Promise<number | null>((resolve) => mocha.on('close', resolve));
  const [, ...numbers] = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(tail) ?? [];
  if (numbers.length === 0) throw new Error('Some tests did not load.');
  const [its = 0, failures = 0, left = 0] = numbers.map((each) => Number(each ?? 0));
  counts = {
    passed: counts.passed + its,
    // What mocha holds against a run beside its tests, it says by its exit code.
    failed: counts.failed + (failures === 0 && code !== 0 ? 1 : failures),
    skipped: counts.skipped + left,
  };
}

/** All that open no window, the slow ones before the others. */
function filesInTurn(): readonly string[] {
  const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => name.endsWith('.test.ts') && !name.startsWith('test/host/'));
  return [...slowFirst, ...files.filter((name) => !slowFirst.includes(name)).sort()];
}

/** Whether an argument is neither an option nor the value of one. */
function namesFiles(args: readonly string[]): boolean {
  return args.some((arg, i) => !arg.startsWith('-') && !optionsWithValue.has(args[i - 1] ?? ''));
}

/** A folder stands for every test below it. */
function withTestsBelow(arg: string): string {
  const isFolder = statSync(path.join(root, arg), { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder && !arg.startsWith('-') ? `${arg.replace(/\/$/, '')}/**/*.test.ts` : arg;
}
