import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { runCommandLine } from '../../extension/cli/command-line.ts';

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface CliOptions {
  readonly cwd: string;
  /** Lines that a person types; without them standard input is no terminal. */
  readonly typed?: readonly string[];
  readonly colours?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
  readonly now?: string;
}

/** Runs the command line in this process. The clock fails unless a test gives it a time. */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<CliResult> {
  const stdin = Object.assign(new PassThrough(), { isTTY: options.typed !== undefined });
  stdin.end((options.typed ?? []).map((line) => `${line}\n`).join(''));
  const stdout = Object.assign(new PassThrough(), { isTTY: options.colours ?? false });
  const stderr = new PassThrough();
  const out = collect(stdout);
  const err = collect(stderr);
  const code = await runCommandLine(
    argv,
    { stdin, stdout, stderr },
    {
      cwd: options.cwd,
      variables: options.variables ?? {},
      version: '1.2.3',
      now() {
        if (options.now === undefined) throw new Error('This command read the clock.');
        return new Date(options.now);
      },
    },
  );
  return { code, out: out(), err: err() };
}

function collect(stream: PassThrough): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => {
    for (let chunk = stream.read() as Buffer | null; chunk !== null; chunk = stream.read() as Buffer | null)
      chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };
}

/** A new folder with these files; `remove` takes it away. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly folder: string;
  remove(): void;
} {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'outrigger-cli-')));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** An engagement without findings that has a date which cannot be undone. */
export const engagementText = `---
kind: engagement
title: Shop, Riga team
status: active
phase: delivery
owner: anna
counterpart: juris
client: Nord AB
supplier: Riga SIA
start: 2026-01-01
end: 2027-06-30
notice: 6 months
renewal: automatic, 12 months
fee: 1000 EUR per month
valid_from: 2026-01-01
review_every: 6 months
---

# Shop, Riga team

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | vendor manager |
| juris | supplier | delivery lead |

## Milestones

| Milestone | Due | Accepted when | Status |
| --- | --- | --- | --- |
| Pilot | 2026-12-18 | the shop takes an order | planned |
`;

/** An engagement whose only result is older than the terms that would judge it. */
export const pastResultFiles: Readonly<Record<string, string>> = {
  'engagement.md': engagementText,
  'sla.md': `---
kind: sla
title: Service levels
status: active
owner: anna
counterpart: juris
valid_from: 2026-11-01
measured_over: calendar month
claim_within: 30 days
---

## Services

| Service |
| --- |
| Shop |

## Service levels

| Service | Measure | Target | Measured by |
| --- | --- | --- | --- |
| Shop | availability | 99.9 % | probe |

## Service credits

| From | Below | Credit |
| --- | --- | --- |
| 0 % | 99.9 % | 10 % |
`,
  'records/2026-10.md': `---
kind: record
title: October
status: final
type: service-review
held: 2026-11-03
period: 2026-10
---

## Results

| Of | Measure | Result |
| --- | --- | --- |
| Shop | availability | 99.1 % |
`,
};

/** The draft of a service review that lacks who does its one action, and by when. */
export const openReview = `---
kind: record
title: December
status: draft # until it is closed
type: service-review
held: 2026-12-03
period: 2026-11
---

## Results

| Of | Measure | Result |
| --- | --- | --- |
| Shop | availability | 99.95 % |

## Actions

| Action | Owner | Due |
| --- | --- | --- |
| Say thanks | | |
`;
