import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { installServer } from '../test/host/install-server.ts';
import { build } from './build.ts';

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

/**
 * Mocha runs these beside everything else where all tests are asked for: opening a window of VS Code is mostly
 * waiting, so that two runs side by side take little longer than one.
 */
const besideTheRest = ['broken-rule', 'extension-page', 'findings', 'host', 'pictures', 'windows'].map(
  (name) => `test/host/${name}.test.ts`,
);

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

// Tests of the command line and of the package run the built program.
try {
  await build();
  const args = process.argv.slice(2).map(withTestsBelow);
  if (!namesFiles(args) || args.some((arg) => arg.includes('test/host'))) {
    // The pictures of earlier runs would be taken for those of this one.
    await rm(path.join(root, 'artifacts', 'screenshots'), { recursive: true, force: true });
    await installServer();
  }
  const runs = namesFiles(args)
    ? [args]
    : [
        [...args, ...besideTheRest.map((file) => `--ignore=${file}`), 'test/**/*.test.ts'],
        [...args, ...besideTheRest],
      ];
  const counts = await Promise.all(runs.map(runMocha));
  tell(counts);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  tell([{ passed: 0, failed: 1, skipped: 0 }]);
}

/** The last line, and the exit code that goes with it. */
function tell(counts: readonly Counts[]): void {
  const sum = (of: keyof Counts): number => counts.reduce((total, each) => total + each[of], 0);
  const skipped = sum('skipped');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  if (sum('failed') > 0) process.exitCode = 1;
}

/** Shows all that a run says but the line that counts, which it returns. */
async function runMocha(args: readonly string[]): Promise<Counts> {
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
  let counts: Counts | undefined;
  const ended = new Promise<number | null>((resolve) => mocha.on('close', resolve));
  for await (const line of createInterface({ input: mocha.stdout })) {
    const counted = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line);
    if (!counted) {
      console.log(line);
      continue;
    }
    const [passed = 0, failed = 0, skipped = 0] = counted.slice(1).map((count) => Number(count ?? 0));
    counts = { passed, failed, skipped };
  }
  const code = await ended;
  // A test file that does not load ends mocha before the reporter has counted anything.
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  // A failure outside of every test is counted nowhere.
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
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
