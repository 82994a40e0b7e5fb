import path from 'node:path';
import { describeSuite } from './describe-suite.ts';
import { runSuite, type SuiteOptions } from './run-suite.ts';
import { pathsOf, scenarios } from './scenarios.ts';
import { noFolders } from './suite/report.ts';
import { sharedBrowser, sharedServer } from './shared-host.ts';
import { copyWorkspace } from './workspace-copy.ts';

for (const scenario of scenarios) {
  describeSuite(scenario.title, async () => {
    const { suites, folder } = pathsOf(scenario);
    const copy = await copyWorkspace(folder);
    const isWeb = scenario.server === 'web';
    try {
      const options: SuiteOptions = {
        server: await sharedServer(scenario.server),
        browser: await sharedBrowser(),
        suite: suites,
        workspace: path.join(copy.folder, scenario.workspaceFile ?? ''),
        host: isWeb ? 'worker' : 'node',
        // A workspace without a disk, as on the web, and without Node's host beside it that could read it.
        inMemory: isWeb,
      };
      const result = await runSuite(options);
      // Once in a while VS Code for the browser opens a workspace file without its folders, and never adds them.
      return result.log.some((line) => line.endsWith(noFolders)) ? await runSuite(options) : result;
    } finally {
      copy.remove();
    }
  });
}
