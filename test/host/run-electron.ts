import { downloadAndUnzipVSCode, runTests, runVSCodeCommand } from '@vscode/test-electron';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from '../../scripts/build.ts';
import { packageExtension } from '../../scripts/package.ts';
import { writeDriver } from './driver.ts';
import { quietSettings } from './quiet-settings.ts';
import { pathsOf, scenarios } from './scenarios.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { copyWorkspace } from './workspace-copy.ts';

// Runs the suites of trusted workspaces in a VS Code of the desktop, which is downloaded the first time: the newest
// release, or the one that is named by the first argument. It needs a display; on a server, run it by xvfb-run.
// Restricted Mode and the web worker are tested by `npm test` alone: this runner always trusts, and has a Node host.

const version = process.argv[2] ?? 'stable';
let failed = 0;

await build();
const vsix = await packageExtension();
const profile = temporaryFolder('electron');
const profileArguments = [
  `--user-data-dir=${path.join(profile.folder, 'data')}`,
  `--extensions-dir=${path.join(profile.folder, 'extensions')}`,
];
try {
  await mkdir(path.join(profile.folder, 'data', 'User'), { recursive: true });
  await writeFile(path.join(profile.folder, 'data', 'User', 'settings.json'), JSON.stringify(quietSettings));
  const vscodeExecutablePath = await downloadAndUnzipVSCode(version);
  await runVSCodeCommand([...profileArguments, `--install-extension=${vsix}`, '--force'], { version });
  for (const scenario of scenarios.filter(({ server = 'trusted' }) => server === 'trusted')) {
    console.log(`\n${scenario.title}: ${scenario.suites.join(', ')}`);
    const paths = pathsOf(scenario);
    const copy = await copyWorkspace(paths.folder);
    const driver = await writeDriver({ suites: paths.suites, host: 'node' });
    try {
      await runTests({
        vscodeExecutablePath,
        extensionDevelopmentPath: driver.folder,
        extensionTestsPath: driver.suite,
        launchArgs: [path.join(copy.folder, scenario.workspaceFile ?? ''), ...profileArguments],
      });
    } catch (error) {
      failed += 1;
      console.error(error instanceof Error ? error.message : error);
    } finally {
      driver.remove();
      copy.remove();
    }
  }
} finally {
  profile.remove();
}
console.log(
  failed === 0 ? '\nEvery suite passed.' : `\n${failed} suites failed; the lines above name the tests.`,
);
process.exitCode = failed === 0 ? 0 : 1;
