import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Test } from 'mocha';
import type { SuiteResult } from './run-suite.ts';
import type { TestReport } from './suite/report.ts';

const logFolder = path.resolve(import.meta.dirname, '../../artifacts/host-logs');

/**
 * Reports each test of a suite that `run` runs inside VS Code as a test of its own here.
 * The one test known before is that the suite ran to its end, so a suite that tests nothing fails.
 */
export function describeSuite(title: string, run: () => Promise<SuiteResult>): void {
  describe(title, () => {
    let result: SuiteResult;

    before(async function () {
      this.timeout(300_000);
      result = await run();
      await keepLog(title, result.log);
      // Mocha looks at what there is to run only after this hook.
      for (const report of result.tests) this.test?.parent?.addTest(asTest(report));
    });

    it('runs to its end', () => {
      const log = result.log.slice(-40).join('\n');
      assert.ok(result.tests.length > 0, `No test ran:\n${log}`);
      const failures = result.tests.filter(({ state }) => state === 'failed').length;
      // A failure of a test is told by that test; here it only has to be the reason for the exit code.
      assert.equal(result.exitCode === 0, failures === 0, `Ended with ${result.exitCode}:\n${log}`);
    });
  });
}

/** The whole log is long; it is kept as an artefact, for reading after a failure. */
async function keepLog(title: string, log: readonly string[]): Promise<void> {
  await mkdir(logFolder, { recursive: true });
  const name = title.toLowerCase().replaceAll(/[^\w]+/g, '-');
  await writeFile(path.join(logFolder, `${name}.log`), `${log.join('\n')}\n`);
}

function asTest({ title, state, error }: TestReport): Test {
  if (state === 'skipped') return new Test(title);
  return new Test(title, () => {
    if (state === 'passed') return;
    const failure = new Error((error ?? 'failed').split('\n', 1)[0]);
    failure.stack = error ?? '';
    throw failure;
  });
}
