// Installs what the lock file names, when that has not happened yet, and makes sure that Node 24 came along.
// Runs before everything else, on whatever Node the machine has: plain JavaScript, no dependency.
import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const isWindows = process.platform === 'win32';

if (!isInstalled()) {
  console.error('Installing dependencies (about half a minute, once) ...');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  });
  if (npm.status !== 0) fail('npm ci did not succeed; its own message stands above.');
}

const version = versionOfOwnNode();
if (!version.startsWith('v24.')) {
  fail(
    `The project's own Node answers "${version}" where v24 is expected. ` +
      'Its install script may have been switched off: run "npm ci --ignore-scripts=false".',
  );
}

/** npm writes its hidden lock file last; older than the lock file means that the lock file has changed since. */
function isInstalled() {
  const wanted = modified('package-lock.json');
  const installed = modified(path.join('node_modules', '.package-lock.json'));
  return installed !== undefined && wanted !== undefined && installed >= wanted;
}

function modified(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs;
}

function versionOfOwnNode() {
  const node = path.join(root, 'node_modules', '.bin', isWindows ? 'node.cmd' : 'node');
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8', shell: isWindows }).trim();
  } catch {
    return 'nothing';
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
