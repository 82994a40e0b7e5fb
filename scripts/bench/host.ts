import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../test/host/browser.ts';
import { runSuite } from '../../test/host/run-suite.ts';
import { startServer, type CodeServer } from '../../test/host/server.ts';
import { openWorkbench } from '../../test/host/workbench.ts';
import { copyWorkspace } from '../../test/host/workspace-copy.ts';
import { packageExtension } from '../package.ts';
import { generateDocuments } from './generate.ts';

/** What one workspace costs in a real VS Code. Milliseconds and megabytes. */
export interface HostFigures {
  readonly documents: string;
  /** In the host's own measure, of a window of its own. */
  readonly activationMs: number;
  readonly firstShownMs: number;
  readonly scanMs: number;
  /** While everything was read for the first time, by code that has never run before. */
  readonly firstLongestSliceMs: number;
  readonly worstFirstSliceMs: number;
  readonly longestSliceMs: number;
  readonly worstSliceMs: number;
  readonly longestDelayMs: number;
  readonly delay99Ms: number;
  readonly heapMb: number;
  readonly rssMb: number;
}

/** Windows that each workspace is opened in: a window is late by half a second now and then, whatever it holds. */
const windows = 3;

type Told = Omit<HostFigures, 'documents' | 'worstFirstSliceMs' | 'worstSliceMs'>;

/** Measures the packaged extension on a small engagement, on a whole one and on 5,000 documents. */
export async function measureHost(root: string): Promise<readonly HostFigures[]> {
  const server = await startServer({ extensions: [await packageExtension()], isWhole: true });
  const browser = await startBrowser();
  const many = mkdtempSync(path.join(tmpdir(), 'outrigger-bench-'));
  generateDocuments(many, 5000);
  const small = await copyWorkspace(path.join(root, 'examples/small'));
  const payments = await copyWorkspace(path.join(root, 'examples/payments'));
  try {
    const figures: HostFigures[] = [];
    for (const [documents, folder] of [
      ['examples/small', small.folder],
      ['examples/payments', payments.folder],
      ['generated', many],
    ] as const) {
      const told: Told[] = [];
      for (let window = 0; window < windows; window++)
        told.push(await measureWindow(browser, server, folder));
      figures.push({ documents: `${documentsIn(folder)} (${documents})`, ...together(told) });
    }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
    small.remove();
    payments.remove();
    rmSync(many, { recursive: true, force: true });
  }
}

async function measureWindow(browser: Browser, server: CodeServer, folder: string): Promise<Told> {
  const activationMs = await activationIn(browser, server, folder);
  const suite = path.join(import.meta.dirname, 'host.suite.ts');
  const { log } = await runSuite({ server, browser, suite, workspace: folder });
  const mark = 'host: outrigger-figures ';
  const line = log.find((each) => each.startsWith(mark));
  if (line === undefined) throw new Error(`The host told nothing:\n${log.slice(-20).join('\n')}`);
  return { ...(JSON.parse(line.slice(mark.length)) as Omit<Told, 'activationMs'>), activationMs };
}

/**
 * The middle of what the windows told, of delays the longest. Of the longest slices both: a slice in which the
 * machine gave its cores to a browser is as long as the browser likes.
 */
function together(told: readonly Told[]): Omit<HostFigures, 'documents'> {
  const all = (name: keyof Told): readonly number[] => told.map((one) => one[name]).sort((a, b) => a - b);
  const middle = (name: keyof Told): number => all(name)[Math.floor(told.length / 2)] ?? 0;
  const longest = (name: keyof Told): number => all(name).at(-1) ?? 0;
  return {
    activationMs: middle('activationMs'),
    firstShownMs: middle('firstShownMs'),
    scanMs: middle('scanMs'),
    firstLongestSliceMs: middle('firstLongestSliceMs'),
    worstFirstSliceMs: longest('firstLongestSliceMs'),
    longestSliceMs: middle('longestSliceMs'),
    worstSliceMs: longest('longestSliceMs'),
    longestDelayMs: longest('longestDelayMs'),
    delay99Ms: longest('delay99Ms'),
    heapMb: middle('heapMb'),
    rssMb: middle('rssMb'),
  };
}

function documentsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .length.toLocaleString('en');
}

/** What VS Code itself lists among its running extensions. */
async function activationIn(browser: Browser, server: CodeServer, folder: string): Promise<number> {
  // Tall, so that the list of extensions shows all of them.
  const window = await openWorkbench(browser, server, {
    workspace: folder,
    size: { width: 1280, height: 3000 },
  });
  try {
    await window.runCommand('Developer: Show Running Extensions');
    const row = window.page.locator('.runtime-extensions-editor .extension').filter({ hasText: 'Outrigger' });
    const time = row.locator('.activation-time');
    await time.filter({ hasText: /\d+ms/ }).first().waitFor({ timeout: 60_000 });
    const text = (await time.first().textContent()) ?? '';
    return Number(/(\d+)ms/.exec(text)?.[1]);
  } finally {
    await window.close();
  }
}

export function printHost(figures: readonly HostFigures[]): void {
  console.log(
    `\nThe extension in VS Code: packaged, installed, in Node's extension host; the middle of ${windows} windows, of delays the longest\n`,
  );
  console.log(
    "| Documents | activation, VS Code's own measure | first findings after it | longest slice until then (in the worst window) | a whole scan again | its longest slice (in the worst window) | longest delay of the event loop (99 %) | heap | resident |",
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const one of figures) {
    const ms = (value: number): string => `${value.toFixed(1)} ms`;
    const mb = (value: number): string => `${Math.round(value)} MB`;
    console.log(
      `| ${one.documents} | ${one.activationMs} ms | ${Math.round(one.firstShownMs)} ms | ${ms(one.firstLongestSliceMs)} (${ms(one.worstFirstSliceMs)}) | ${Math.round(one.scanMs)} ms | ${ms(one.longestSliceMs)} (${ms(one.worstSliceMs)}) | ${ms(one.longestDelayMs)} (${ms(one.delay99Ms)}) | ${mb(one.heapMb)} | ${mb(one.rssMb)} |`,
    );
  }
  const [least, , most] = figures;
  if (least && most) {
    console.log(
      `\n5,000 documents instead of one: the heap of the extension host grows by ${Math.round(most.heapMb - least.heapMb)} MB, its resident memory by ${Math.round(most.rssMb - least.rssMb)} MB.`,
    );
  }
}
