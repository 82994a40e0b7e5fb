/**
 * Runs every check, and passes over what has not changed since it passed: a step names all that it reads.
 * `--no-cache` looks at everything.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fingerprint } from './fingerprint.ts';

interface Step {
  readonly name: string;
  /** A script of this project, or the name of an installed tool, with its arguments. */
  readonly run: readonly [string, ...string[]];
  /** Files and folders that decide what it says, besides the tools. */
  readonly reads: readonly string[];
  readonly mend: string;
  /** Says of files that are not as generated what is not so: it waits, and is left out where they differ. */
  readonly afterGenerated?: true;
}

const root = path.resolve(import.meta.dirname, '..');
const caches = path.join(root, 'node_modules/.cache/outrigger');
const tools = ['package.json', 'package-lock.json', 'scripts/check.ts', 'tsconfig.json'];
/** What is generated at the root. */
const pages = ['README.md', 'THIRD-PARTY-NOTICES.txt'];
const sources = ['extension', 'scripts', 'test', 'bin'];

function incremental(name: string): readonly string[] {
  return ['--incremental', '--tsBuildInfoFile', path.join(caches, `${name}.tsbuildinfo`)];
}

/** The slow ones first, so that two of them run side by side. */
const steps: readonly Step[] = [
  {
    name: 'lint',
    run: ['oxlint', '--ignore-pattern', 'test/wall/**', ...sources],
    reads: [...sources, '.oxlintrc.json'],
    mend: 'npx oxlint --fix',
  },
  {
    name: 'generated files',
    run: ['scripts/generate.ts', '--check'],
    reads: ['extension', 'scripts', 'test', 'docs', 'l10n', 'media', 'schemas', 'templates', ...pages],
    mend: 'npm run generate',
  },
  {
    name: 'types',
    run: ['tsc', '-p', 'tsconfig.json', ...incremental('types')],
    reads: [...sources, 'l10n', 'schemas'],
    mend: 'mend the types',
  },
  {
    name: 'import wall',
    run: ['scripts/wall.ts'],
    reads: ['extension', 'scripts', '.dependency-cruiser.cjs'],
    mend: 'see the wall in docs/architecture.md',
  },
  {
    name: 'dead code',
    run: ['knip', '--no-progress', '--cache', '--cache-location', path.join(caches, 'knip')],
    reads: [...sources, 'knip.json', '.github'],
    mend: 'delete it, or use it',
    afterGenerated: true,
  },
  {
    name: 'types of the engine',
    run: ['tsc', '-p', 'extension/engine/tsconfig.json', ...incremental('engine')],
    reads: ['extension/engine'],
    mend: 'mend the types; the engine has no host: see docs/architecture.md',
  },
  {
    name: 'Swedish texts',
    run: ['scripts/texts.ts'],
    reads: ['extension', 'scripts', 'test/support'],
    mend: 'write what the lines ask for',
    afterGenerated: true,
  },
  {
    name: 'sizes',
    run: ['scripts/sizes.ts'],
    reads: ['extension', 'scripts'],
    mend: 'one job a file: see scripts/sizes.ts',
  },
  {
    name: 'format',
    run: ['oxfmt', '--check', '.'],
    // Of the whole folder, and quicker than reading it twice would be.
    reads: [],
    mend: 'npx oxfmt',
  },
];

const generated = steps.find(({ name }) => name === 'generated files');
const started = performance.now();
const passedAs = new Map(process.argv.includes('--no-cache') ? [] : Object.entries(remembered()));
const waiting = [...steps];
let failed = 0;
let tellGenerated: (isAsGenerated: boolean) => void = () => {};
const isAsGenerated = new Promise<boolean>((resolve) => (tellGenerated = resolve));
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
mkdirSync(caches, { recursive: true });
writeFileSync(path.join(caches, 'check.json'), JSON.stringify(Object.fromEntries(passedAs)));
console.log(
  failed === 0
    ? `All ${steps.length} checks passed in ${seconds(started)}.`
    : `${failed} of ${steps.length} checks failed in ${seconds(started)}.`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const begun = performance.now();
    const now = step.reads.length === 0 ? undefined : fingerprint(root, [...step.reads, ...tools]);
    if (now !== undefined && passedAs.get(step.name) === now) {
      console.log(`ok    ${step.name} (as before)`);
      if (step === generated) tellGenerated(true);
      continue;
    }
    if (step.afterGenerated && !(await isAsGenerated)) {
      failed += 1;
      console.log(`FAIL  ${step.name}: not looked at before npm run generate has run`);
      continue;
    }
    const { code, output } = await run(step);
    if (step === generated) tellGenerated(code === 0);
    if (code === 0) {
      if (now !== undefined) passedAs.set(step.name, now);
      console.log(`ok    ${step.name} (${seconds(begun)})`);
    } else {
      passedAs.delete(step.name);
      failed += 1;
      console.log(
        `FAIL  ${step.name} (${seconds(begun)})\n${indented(output)}\n      To mend it: ${step.mend}`,
      );
    }
  }
}

/** What each step passed over; nothing where nobody can read it. */
function remembered(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path.join(caches, 'check.json'), 'utf8')) as Record<string, string>;
  } catch {
    return {};
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
