import { reporters, Runner } from 'mocha';
import type { Test } from 'mocha';

/** Names each failure when it happens, prints all of them in full at the end and, as its last line, `N passed, N failed` (with `, N skipped` where some were). */
export default class Reporter extends reporters.Base {
  constructor(runner: Runner) {
    super(runner);
    // At once, by name: a run that is stopped, or fails slowly, has said where.
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test: Test) => console.log(`Failed: ${test.fullTitle()}`));
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      if (this.failures.length > 0) reporters.Base.list(this.failures);
      const { passes, failures, pending } = this.stats;
      const counts = `${passes} passed, ${failures} failed`;
      console.log(pending > 0 ? `${counts}, ${pending} skipped` : counts);
    });
  }
}
