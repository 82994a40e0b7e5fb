/**
 * How fast `outrigger check` is beside its floor and beside other linters, measured in one run, one after
 * the other, round after round. `npm run bench` prints a table of medians, ratios and peak memory.
 *
 *   --documents 2000,5000   how many documents
 *   --rounds 5              how often each is run
 *   --no-peers              without the other linters
 *   --host                  only the extension, in a real VS Code
 *   --history DIR           only what the history of the repository in DIR costs; "generated": of 50,000 commits made for it
 *   --json                  one line of JSON last
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureEdits } from './bench/edits.ts';
import { measureHost, printHost } from './bench/host.ts';
import { measureHistory } from './bench/history.ts';
import { generateCatalog, generateDocuments } from './bench/generate.ts';
import { installPeers, peers, type Command } from './bench/peers.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, '.bench');
const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: '2000,5000' },
    rounds: { type: 'string', default: '5' },
    peers: { type: 'boolean', default: true },
    host: { type: 'boolean', default: false },
    history: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

interface Row {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly peakMb: number;
  readonly exitCode: number | null;
}

run(process.execPath, [path.join(root, 'scripts/build.ts')]);
if (options.host) {
  const figures = await measureHost(root);
  printHost(figures);
  if (options.json) console.log(JSON.stringify({ node: process.version, host: figures }));
  process.exit(0);
}
if (options.history !== undefined) {
  await measureHistory(options.history, Number(options.rounds));
  process.exit(0);
}
mkdirSync(folder, { recursive: true });
if (options.peers) installPeers(path.join(folder, 'peers'));

const results: Record<string, unknown>[] = [];
for (const count of options.documents.split(',').map(Number)) {
  const documents = path.join(folder, `documents-${count}`);
  const catalog = path.join(folder, `catalog-${count}`);
  rmSync(documents, { recursive: true, force: true });
  generateDocuments(documents, count);
  if (options.peers) generateCatalog(catalog, count);
  const commands: Command[] = [
    {
      name: 'outrigger check',
      argv: [path.join(root, 'bin/outrigger.mjs'), 'check', '--root', documents],
      cwd: root,
    },
    {
      name: 'floor: read + gray-matter + ajv',
      argv: [path.join(root, 'scripts/bench/floor.mjs'), documents],
      cwd: root,
    },
    ...(options.peers ? peers(path.join(folder, 'peers'), documents, catalog) : []),
  ];
  const rows = measure(commands, Number(options.rounds));
  printTable(count, rows);
  results.push({ documents: count, rows });
}
const edits = await measureEdits(5000);
console.log(
  `\nOne edit among ${edits.documents} documents, engine time: median ${edits.medianMs.toFixed(2)} ms, 95th percentile ${edits.p95Ms.toFixed(2)} ms, longest ${edits.maxMs.toFixed(2)} ms (${edits.edits} edits).`,
);
if (options.json) console.log(JSON.stringify({ node: process.version, results, edits }));

/** Runs each command once to warm the disk, then all of them in turn, round after round. */
function measure(commands: readonly Command[], rounds: number): readonly Row[] {
  const times = commands.map((): { ms: number[]; peakKb: number; exitCode: number | null } => ({
    ms: [],
    peakKb: 0,
    exitCode: null,
  }));
  for (let round = -1; round < rounds; round++) {
    commands.forEach((command, i) => {
      const one = time(command);
      const its = times[i]!;
      if (round >= 0) its.ms.push(one.ms);
      its.peakKb = Math.max(its.peakKb, one.peakKb);
      its.exitCode = one.exitCode;
    });
  }
  return commands.map(({ name }, i) => {
    const { ms, peakKb, exitCode } = times[i]!;
    // 0 and 1 are answers; anything else is a program that did not do its work and must not be compared.
    if (exitCode !== 0 && exitCode !== 1) throw new Error(`"${name}" ended with ${exitCode}`);
    const sorted = [...ms].sort((a, b) => a - b);
    return {
      name,
      medianMs: sorted[sorted.length >> 1]!,
      minMs: sorted[0]!,
      maxMs: sorted.at(-1)!,
      peakMb: peakKb / 1024,
      exitCode,
    };
  });
}

function time({ argv, cwd }: Command): { ms: number; peakKb: number; exitCode: number | null } {
  const peakFile = path.join(folder, 'peak');
  rmSync(peakFile, { force: true });
  const peak = path.join(root, 'scripts/bench/peak-memory.mjs');
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, ['--import', peak, ...argv], {
    cwd,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], BENCH_PEAK_FILE: peakFile },
  });
  const ms = performance.now() - begun;
  return { ms, peakKb: existsSync(peakFile) ? Number(readFileSync(peakFile, 'utf8')) : 0, exitCode: status };
}

function printTable(count: number, rows: readonly Row[]): void {
  const [ours, floor] = rows;
  console.log(`\n${count} documents, ${process.version}, medians of ${options.rounds} rounds\n`);
  console.log('| What | median | min to max | x floor | outrigger / it | peak memory | exit |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const row of rows) {
    console.log(
      `| ${row.name} | ${Math.round(row.medianMs)} ms | ${Math.round(row.minMs)} to ${Math.round(row.maxMs)} ms | ${(row.medianMs / floor!.medianMs).toFixed(2)} | ${(ours!.medianMs / row.medianMs).toFixed(2)} | ${Math.round(row.peakMb)} MB | ${row.exitCode} |`,
    );
  }
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
}

writeFileSync(path.join(folder, '.gitignore'), '*\n');
