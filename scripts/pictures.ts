import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Takes the pictures of the README and of the walkthrough anew: runs the tests that take them, and copies the chosen ones.

const root = path.resolve(import.meta.dirname, '..');
const screenshots = path.join(root, 'artifacts', 'screenshots');
const pictures = path.join(root, 'docs', 'pictures');
const tests = ['test/host/pictures.test.ts', 'test/host/windows.test.ts'];
const widthAtMost = 1200;
const bytesAtMost = 150_000;

/** The name of each on the page, and of the screenshot that it is. */
const chosen: Readonly<Record<string, string>> = {
  welcome: 'welcome-light',
  'new-engagement': 'init-proposed-end-light',
  'first-draft': 'first-draft-light',
  tree: 'tree-light',
  problems: 'problems-light',
  hover: 'hover-end-light',
  'sv/welcome': 'welcome-swedish',
  'sv/problems': 'problems-swedish',
  'sv/tree': 'tree-swedish',
};

const run = spawnSync(process.execPath, [path.join(root, 'scripts', 'test.ts'), ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PICTURES: 'all' },
});
if (run.status === 0) copyChosen();
else process.exitCode = 1;

function copyChosen(): void {
  mkdirSync(path.join(pictures, 'sv'), { recursive: true });
  for (const [name, screenshot] of Object.entries(chosen)) {
    const from = path.join(screenshots, `${screenshot}.png`);
    const png = readFileSync(from);
    const width = png.readUInt32BE(16);
    if (width > widthAtMost || png.length > bytesAtMost) {
      console.error(
        `"${screenshot}.png" is ${width} pixels wide and has ${png.length} bytes; ${widthAtMost} and ${bytesAtMost} are allowed.`,
      );
      process.exitCode = 1;
      continue;
    }
    copyFileSync(from, path.join(pictures, `${name}.png`));
    console.log(`docs/pictures/${name}.png  ${width} pixels wide, ${png.length} bytes`);
  }
}
