import assert from 'node:assert/strict';
import path from 'node:path';
import { describeSuite } from './describe-suite.ts';
import { findingsIn, onCommandLine } from './findings-shown.ts';
import { runSuite } from './run-suite.ts';
import { sharedBrowser, sharedServer } from './shared-host.ts';

const root = path.resolve(import.meta.dirname, '../..');
const suite = path.join(import.meta.dirname, 'suites', 'findings.suite.ts');
const workspace = path.join(root, 'examples');

describe('the findings of the examples', () => {
  describeSuite('are the same in an editor on the desktop and on the command line', async () => {
    const result = await runSuite({
      server: await sharedServer(),
      browser: await sharedBrowser(),
      suite,
      workspace,
    });
    assert.deepEqual(findingsIn(result), onCommandLine(workspace));
    return result;
  });

  describeSuite('are the same in a web worker, of files in memory, and on the command line', async () => {
    const result = await runSuite({
      server: await sharedServer('web'),
      browser: await sharedBrowser(),
      suite,
      workspace,
      host: 'worker',
      inMemory: true,
    });
    assert.deepEqual(findingsIn(result), onCommandLine(workspace));
    return result;
  });
});
