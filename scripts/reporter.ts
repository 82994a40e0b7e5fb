import path from 'node:path';
import { reporters, Runner } from 'mocha';
import type { MochaOptions, Suite, Test } from 'mocha';

/** A run that says nothing for so long says what it is at. */
const silentMs = 15_000;
const slowestShown = 10;

/**
 * Says what each block of tests came to when it ends, and at what it is where that takes long. Names each failure when it
 * happens, prints all of them in full at the end, names the slowest tests and, as its last line, `N passed, N failed`
 * (with `, N skipped` where some were).
 */
export default class Reporter extends reporters.Base {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const { EVENT_TEST_FAIL, EVENT_TEST_BEGIN, EVENT_TEST_END, EVENT_HOOK_BEGIN } = Runner.constants;
    const { EVENT_SUITE_BEGIN, EVENT_SUITE_END, EVENT_RUN_END } = Runner.constants;
    const slowest: Test[] = [];
    let at = '';
    let said = performance.now();
    /** How many blocks are open. What a block of another process lies in is not told. */
    let depth = 0;
    let begun = 0;
    let passed = 0;
    /** What the tests of a block took: files that run side by side are told of once they are through, all at once. */
    let spentMs = 0;
    let file = '';
    const isParallel = (options as { readonly parallel?: boolean }).parallel === true;

    const say = (line: string): void => {
      console.log(line);
      said = performance.now();
    };
    const heartbeat = setInterval(() => {
      if (at === '' || performance.now() - said < silentMs) return;
      say(isParallel ? '  ... files run side by side' : `  ... ${at}`);
    }, 1000).unref();

    runner.on(EVENT_SUITE_BEGIN, (suite: Suite) => {
      if (suite.root || depth++ > 0) return;
      begun = performance.now();
      passed = 0;
      spentMs = 0;
    });
    runner.on(EVENT_HOOK_BEGIN, (hook: Test) => (at = hook.fullTitle()));
    runner.on(EVENT_TEST_BEGIN, (test: Test) => (at = test.fullTitle()));
    runner.on(EVENT_TEST_END, (test: Test) => {
      if (test.state === 'passed') passed++;
      spentMs += test.duration ?? 0;
      file = path.relative(process.cwd(), test.file ?? '').replaceAll('\\', '/');
      slowest.push(test);
      slowest.sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0)).splice(slowestShown);
    });
    // At once, by name: a run that is stopped, or fails slowly, has said where.
    runner.on(EVENT_TEST_FAIL, (test: Test) => say(`Failed: ${test.fullTitle()}`));
    runner.on(EVENT_SUITE_END, (suite: Suite) => {
      if (suite.root || --depth > 0) return;
      say(`${seconds(Math.max(performance.now() - begun, spentMs))}  ${file}: ${suite.title} (${passed})`);
    });
    runner.once(EVENT_RUN_END, () => {
      clearInterval(heartbeat);
      if (this.failures.length > 0) reporters.Base.list(this.failures);
      console.log('\nThe slowest tests:');
      for (const test of slowest) console.log(`${seconds(test.duration ?? 0)}  ${test.fullTitle()}`);
      const { passes, failures, pending } = this.stats;
      const counts = `${passes} passed, ${failures} failed`;
      console.log(pending > 0 ? `\n${counts}, ${pending} skipped` : `\n${counts}`);
    });
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(6)} s`;
}
