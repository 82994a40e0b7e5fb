import { reporters, Runner } from 'mocha';

/** Prints every failure in full and, as its last line, `N passed, N failed` (with `, N skipped` where some were). */
export default class Reporter extends reporters.Base {
  constructor(runner: Runner) {
    super(runner);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      if (this.failures.length > 0) reporters.Base.list(this.failures);
      const { passes, failures, pending } = this.stats;
      const counts = `${passes} passed, ${failures} failed`;
      console.log(pending > 0 ? `${counts}, ${pending} skipped` : counts);
    });
  }
}
