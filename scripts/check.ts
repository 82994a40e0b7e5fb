import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

interface Step {
  readonly name: string;
  /** A script of this project, or the name of an installed tool, with its arguments. */
  readonly run: readonly [string, ...string[]];
  readonly mend: string;
}

const root = path.resolve(import.meta.dirname, '..');

/** The slow ones first, so that two of them run side by side. */
const steps: readonly Step[] = [
  {
    name: 'lint',
    run: ['oxlint', '--ignore-pattern', 'test/wall/**', 'extension', 'scripts', 'test', 'bin'],
    mend: 'npx oxlint --fix',
  },
  { name: 'generated files', run: ['scripts/generate.ts', '--check'], mend: 'npm run generate' },
  { name: 'types', run: ['tsc', '-p', 'tsconfig.json'], mend: 'mend the types' },
  { name: 'import wall', run: ['scripts/wall.ts'], mend: 'see the wall in docs/architecture.md' },
  { name: 'dead code', run: ['knip', '--no-progress'], mend: 'delete it, or use it' },
  {
    name: 'types of the engine',
    run: ['tsc', '-p', 'extension/engine/tsconfig.json'],
    mend: 'the engine has no host: see docs/architecture.md',
  },
  { name: 'Swedish texts', run: ['scripts/texts.ts'], mend: 'write what the lines ask for' },
  { name: 'sizes', run: ['scripts/sizes.ts'], mend: 'one job a file: see scripts/sizes.ts' },
  { name: 'format', run: ['oxfmt', '--check', '.'], mend: 'npx oxfmt' },
];

const started = performance.now();
const waiting = [...steps];
let failed = 0;
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
console.log(
  failed === 0
    ? `All ${steps.length} checks passed in ${seconds(started)}.`
    : `${failed} of ${steps.length} checks failed in ${seconds(started)}.`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const begun = performance.now();
    const { code, output } = await run(step);
    if (code === 0) {
      console.log(`ok    ${step.name} (${seconds(begun)})`);
    } else {
      failed += 1;
      console.log(
        `FAIL  ${step.name} (${seconds(begun)})\n${indented(output)}\n      To mend it: ${step.mend}`,
      );
    }
  }
}

function run({ run: [program, ...args] }: Step): Promise<{ code: number; output: string }> {
  const child = program.startsWith('scripts/')
    ? spawn(process.execPath, [program, ...args], { cwd: root })
    : spawn(path.join(root, 'node_modules', '.bin', program), args, {
        cwd: root,
        shell: process.platform === 'win32',
      });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function indented(output: string): string {
  return output.trim().replaceAll(/^(?=.)/gm, '      ');
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
