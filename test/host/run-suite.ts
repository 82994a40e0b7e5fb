import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { ExtensionHost } from './bundle-suite.ts';
import { writeDriver } from './driver.ts';
import type { CodeServer } from './server.ts';
import { readPlaces } from './suite-places.ts';
import { reportMark } from './suite/report.ts';
import type { TestReport } from './suite/report.ts';
import { openWorkbench } from './workbench.ts';

export interface SuiteOptions {
  readonly server: CodeServer;
  readonly browser: Browser;
  /** The file of the suite, or several that share the window: mocha's `describe` and `it`, and `vscode`. */
  readonly suite: string | readonly string[];
  /** An absolute folder or `.code-workspace` file. */
  readonly workspace: string;
  /** Where the suite runs: Node's extension host (by default), or the web worker. */
  readonly host?: ExtensionHost;
  /** In the worker: opens the workspace's files as `memfs:/<name of the folder>`, held in memory, instead of from the disk. */
  readonly inMemory?: boolean;
}

export interface SuiteResult {
  readonly tests: readonly TestReport[];
  /** 0 where the suite ran to its end and nothing failed. */
  readonly exitCode: number;
  /** What the page and the extension host wrote, for reading after a failure. */
  readonly log: readonly string[];
  readonly durationMs: number;
}

/** A suite that has not ended by then never will. */
const longestMs = 240_000;

/** Runs a suite inside VS Code, in a window of its own. Rejects where it never reports its end. */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const started = performance.now();
  const { server, host = 'node', inMemory = false } = options;
  const driver = await writeDriver({
    suites: [options.suite].flat(),
    host,
    ...(inMemory ? { inMemory: options.workspace } : {}),
  });
  const remote = (file: string): string => `vscode-remote://${server.authority}${file.replaceAll('\\', '/')}`;
  const tests: TestReport[] = [];
  const places = await readPlaces(driver.suite);
  try {
    let end: (code: number) => void;
    const ended = new Promise<number>((resolve) => (end = resolve));
    const window = await openWorkbench(options.browser, server, {
      workspace: inMemory ? `memfs:/${path.basename(options.workspace)}` : options.workspace,
      payload: [
        // There can be one only, so everything else has to be installed.
        ['extensionDevelopmentPath', remote(driver.folder)],
        ['extensionTestsPath', remote(driver.suite)],
      ],
      onExit: (code) => end(code),
      onLog(line) {
        if (!line.startsWith(reportMark)) return;
        const report = JSON.parse(line.slice(reportMark.length)) as TestReport;
        tests.push(report.error === undefined ? report : { ...report, error: places(report.error) });
      },
    });
    try {
      const exitCode = await within(longestMs, ended, `"${[options.suite].flat().join(', ')}"`);
      return { tests, exitCode, log: window.console, durationMs: performance.now() - started };
    } catch (error) {
      await window.screenshot('suite-without-end');
      throw new Error(`${String(error)}\n${window.console.slice(-40).join('\n')}`, { cause: error });
    } finally {
      await window.close();
    }
  } finally {
    driver.remove();
  }
}

async function within<T>(ms: number, awaited: Promise<T>, what: string): Promise<T> {
  let impatient: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    impatient = setTimeout(() => reject(new Error(`${what} did not end within ${ms / 1000} seconds.`)), ms);
  });
  return await Promise.race([awaited, late]).finally(() => clearTimeout(impatient));
}
