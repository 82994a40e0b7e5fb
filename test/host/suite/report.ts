/** One test of a suite, as it ended in the extension host. */
export interface TestReport {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly durationMs: number;
  /** The message and the stack of a failure. */
  readonly error?: string;
}

/** What a suite writes where it needs the folders of a workspace file and its window has none. */
export const noFolders = 'outrigger-no-folders';

/** Begins the lines by which a suite reports; everything else on that console is other people's. */
export const reportMark = 'outrigger-test ';
