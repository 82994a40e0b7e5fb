// The build of mocha for browsers asks its host for nothing, so it runs in Node's extension host and in the web worker.
// It exports nothing: it sets the global `Mocha`.
// oxlint-disable-next-line import/no-unassigned-import
import 'mocha/mocha.js';
import { reportMark } from './report.ts';
import type { TestReport } from './report.ts';

/**
 * Runs the tests that `define` describes, writing one line for each to the console.
 * Rejects where one failed: VS Code makes the exit code of that.
 */
export async function runMocha(define: () => void): Promise<void> {
  // Not its global instance, which looks for the address of a page.
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: Silent as unknown as Mocha.ReporterConstructor,
    timeout: 90_000, // each wait in a test has an end of its own, and says what it waited for
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => report(test, 'passed'));
    runner.on('fail', (test, error: Error) => report(test, 'failed', error));
    runner.on('pending', (test) => report(test, 'skipped'));
  });
  if (failures > 0) throw new Error(`${failures} failed.`);
}

/** A reporter that says nothing: the lines written below tell everything. */
function Silent(): void {}

function report(test: Mocha.Test, state: TestReport['state'], error?: Error): void {
  const line: TestReport = {
    title: test.fullTitle(),
    state,
    durationMs: Math.round(test.duration ?? 0),
    ...(error ? { error: error.stack ?? String(error) } : {}),
  };
  console.log(reportMark + JSON.stringify(line));
}
