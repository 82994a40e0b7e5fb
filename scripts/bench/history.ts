import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNodeWorkspace } from '../../extension/cli/node-workspace.ts';
import { createEngine } from '../../extension/engine/index.ts';
import { HistoryCache } from '../../extension/git/history-cache.ts';
import { historiesBelow, openHistory, readHistory } from '../../extension/git/read-history.ts';
import { busiestFolders, generateHistory, governingDocuments } from './history-repository.ts';

const root = path.resolve(import.meta.dirname, '../..');
const asOf = '2026-11-23';

/** What one command took, round by round. */
interface Times {
  readonly name: string;
  readonly ms: number[];
  /** Of the process and all that it started; nothing where the system does not say. */
  readonly cpuMs: number[];
  peakKb: number;
  /** How often it started Git. */
  gitCalls: number;
}

interface Place {
  /** A folder with the documents of an engagement, within the repository. */
  readonly documents: string;
  readonly caches: string;
  readonly scratch: string;
  /** A `git` that writes down each call. */
  readonly tools: string;
}

/**
 * Measures what a history costs, in interleaved rounds: on the repository in a folder, of which a clone is made, or on one of
 * 50,000 commits that is generated. Prints a table and fails where `check` without rules of the history starts a process.
 */
export async function measureHistory(given: string, rounds: number): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'outrigger-history-'));
  try {
    const repository = path.join(scratch, 'repository');
    if (given === 'generated') generateHistory(repository);
    else run('git', ['clone', '--quiet', '--no-hardlinks', path.resolve(given), repository]);
    const place = placeIn(scratch, repository);
    const commits = Number(printed('git', ['-C', repository, 'rev-list', '--count', 'HEAD']));
    const times = measure(repository, place, rounds);
    printTimes(`${given}, ${commits} commits, ${process.version}, medians of ${rounds} rounds`, times);
    await printRunning(place);
    const base = times.find(({ name }) => name === checkBase);
    if (base && base.gitCalls > 0) throw new Error(`"${checkBase}" started Git`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function placeIn(scratch: string, repository: string): Place {
  const documents = path.join(repository, 'outrigger-bench');
  mkdirSync(documents);
  const files = printed('git', ['-C', repository, 'ls-tree', '-r', '--name-only', 'HEAD']).split('\n');
  for (const [name, text] of governingDocuments(busiestFolders(files)))
    writeFileSync(path.join(documents, name), text);
  const tools = path.join(scratch, 'tools');
  mkdirSync(tools);
  const real = printed('which', ['git']);
  writeFileSync(path.join(tools, 'git'), `#!/bin/sh\necho "$@" >> "${scratch}/calls"\nexec "${real}" "$@"\n`);
  chmodSync(path.join(tools, 'git'), 0o755);
  const caches = path.join(scratch, 'caches');
  mkdirSync(caches, { mode: 0o700 });
  return { documents, caches, scratch, tools };
}

const checkBase = 'check, base';

function measure(repository: string, place: Place, rounds: number): readonly Times[] {
  const { documents, caches } = place;
  const outrigger = (...args: readonly string[]): readonly string[] => [
    process.execPath,
    '--import',
    path.join(root, 'scripts/bench/peak-memory.mjs'),
    path.join(root, 'bin/outrigger.mjs'),
    ...args,
    '--root',
    documents,
  ];
  const facts = outrigger('facts', '--as-of', asOf);
  const commands: readonly { readonly name: string; readonly argv: readonly string[]; before?(): void }[] = [
    {
      name: 'git log -z --name-status -M',
      argv: ['git', '-C', repository, 'log', '-z', '--name-status', '-M'],
    },
    {
      name: 'facts, cold',
      argv: facts,
      before: () => rmSync(path.join(caches, 'outrigger/history'), { recursive: true, force: true }),
    },
    { name: 'facts, warm', argv: facts },
    { name: 'facts --no-git', argv: [...facts, '--no-git'] },
    { name: checkBase, argv: outrigger('check', '--profile', 'base') },
    { name: 'check --no-git, base', argv: [...outrigger('check', '--profile', 'base'), '--no-git'] },
    { name: 'check, full, warm', argv: outrigger('check', '--profile', 'full') },
  ];
  const times = commands.map(({ name }): Times => ({ name, ms: [], cpuMs: [], peakKb: 0, gitCalls: 0 }));
  for (let round = -1; round < rounds; round++)
    for (const [i, { argv, before }] of commands.entries()) {
      before?.();
      const one = time(argv, place);
      const its = times[i]!;
      its.peakKb = Math.max(its.peakKb, one.peakKb);
      its.gitCalls = one.gitCalls;
      if (round < 0) continue;
      its.ms.push(one.ms);
      if (one.cpuMs !== undefined) its.cpuMs.push(one.cpuMs);
    }
  return times;
}

interface OneTime {
  readonly ms: number;
  readonly cpuMs: number | undefined;
  readonly peakKb: number;
  readonly gitCalls: number;
}

function time([command = '', ...args]: readonly string[], { caches, scratch, tools }: Place): OneTime {
  const [peak, calls] = [path.join(scratch, 'peak'), path.join(scratch, 'calls')];
  for (const file of [peak, calls]) rmSync(file, { force: true });
  const before = childrenCpuMs();
  const begun = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: 'ignore',
    env: {
      PATH: `${tools}${path.delimiter}${process.env['PATH'] ?? ''}`,
      HOME: process.env['HOME'],
      XDG_CACHE_HOME: caches,
      BENCH_PEAK_FILE: peak,
    },
  });
  const ms = performance.now() - begun;
  const after = childrenCpuMs();
  // 0 and 1 are answers; what did not do its work must not be compared.
  if (status !== 0 && status !== 1) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return {
    ms,
    cpuMs: before === undefined || after === undefined ? undefined : after - before,
    peakKb: existsSync(peak) ? Number(readFileSync(peak, 'utf8')) : 0,
    gitCalls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n').length : 0,
  };
}

/** Processor time of everything that this process has started and that is over, as Linux tells it in hundredths of a second. */
function childrenCpuMs(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return undefined;
  }
}

function printTimes(title: string, times: readonly Times[]): void {
  const [plain] = times;
  console.log(`\n${title}\n`);
  console.log(
    '| What | median | min to max | CPU | x git log | CPU x git log | peak memory | calls of Git |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, ms, cpuMs, peakKb, gitCalls } of times) {
    const ratio = (its: readonly number[], of: readonly number[]): string =>
      its.length === 0 ? '-' : median(its.map((one, i) => one / (of[i] ?? one))).toFixed(2);
    const cells = [
      name,
      `${Math.round(median(ms))} ms`,
      `${Math.round(Math.min(...ms))} to ${Math.round(Math.max(...ms))} ms`,
      cpuMs.length === 0 ? '-' : `${Math.round(median(cpuMs))} ms`,
      ratio(ms, plain!.ms),
      ratio(cpuMs, plain!.cpuMs),
      peakKb === 0 ? '-' : `${Math.round(peakKb / 1024)} MB`,
      String(gitCalls),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

/** What an answer costs in a process that has read everything, where nothing is new. */
async function printRunning({ documents, caches }: Place): Promise<void> {
  const cache = new HistoryCache(path.join(caches, 'outrigger/history'));
  const engine = createEngine({
    workspace: createNodeWorkspace(documents),
    historyOf: historiesBelow({ root: documents, cache }),
  });
  await engine.load();
  await engine.facts({ asOf });
  const read = { root: documents, cache };
  const known = await openHistory(documents, read);
  const rows: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['facts again', () => engine.facts({ asOf })],
    ['nothing new in the repository', () => openHistory(documents, { ...read, known })],
    ['the history from what is kept of it', () => readHistory(documents, read)],
  ];
  console.log('\n| In a running process | median | longest |');
  console.log('| --- | ---: | ---: |');
  for (const [name, ask] of rows) {
    const ms: number[] = [];
    for (let i = 0; i < 9; i++) {
      const begun = performance.now();
      await ask();
      ms.push(performance.now() - begun);
    }
    console.log(`| ${name} | ${median(ms).toFixed(1)} ms | ${Math.max(...ms).toFixed(1)} ms |`);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

function printed(command: string, args: readonly string[]): string {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return stdout.trim();
}
