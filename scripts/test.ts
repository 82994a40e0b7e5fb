import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
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

// Tests of the command line and of the package run the built program.
try {
  await build();
  await runMocha(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  stopUncounted();
}

async function runMocha(args: readonly string[]): Promise<void> {
  const mocha = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
      '--reporter=./scripts/reporter.ts',
      '--timeout=20000',
      ...(process.stdout.isTTY ? ['--color'] : []),
      ...args.map(withTestsBelow),
      ...(namesFiles(args) ? [] : ['test/**/*.test.ts']),
    ],
    { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] },
  );
  let tail = '';
  mocha.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    process.stdout.write(chunk);
    tail = (tail + chunk).slice(-200);
  });
  const code = await new Promise<number | null>((resolve) => mocha.on('close', resolve));
  // A test file that does not load ends mocha before the reporter has counted anything.
  if (/^\d+ passed, \d+ failed/m.test(tail)) process.exitCode = code ?? 1;
  else stopUncounted();
}

function stopUncounted(): void {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
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
