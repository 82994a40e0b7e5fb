import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The shell first: it draws no window around the page, and takes a tenth less. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const fixedPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];
const install = 'apt-get install -y --no-install-recommends';
const byApt = `apt-get update && { ${install} chromium-headless-shell || ${install} chromium; }`;

/**
 * The program file of a Chromium: what `CHROMIUM` names, or one under a usual name; on Debian, for root, a new one.
 * Throws where there is none, naming the one command that installs it.
 */
export function installChromium(): string {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && !existsSync(named))
    throw new Error(`CHROMIUM names "${named}", which does not exist.`);
  const found = named ?? findChromium();
  if (found !== undefined) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.error('Installing Chromium for the tests (80 MB, once) ...');
    const { status, stdout, stderr } = spawnSync('sh', ['-c', byApt], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findChromium();
    if (installed !== undefined) return installed;
    throw new Error(`The tests need Chromium, and "${byApt}" ended with ${status}:\n${stdout}${stderr}`);
  }
  throw new Error(`The tests need Chromium. Run: ${commandHere()}\nOr name one that you have by CHROMIUM.`);
}

function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...fixedPlaces,
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
  ];
  return candidates.find((each) => existsSync(each));
}

function commandHere(): string {
  if (process.platform === 'darwin') return 'brew install --cask chromium';
  if (process.platform === 'win32') return 'winget install Google.Chrome';
  return `sudo sh -c "${byApt}"`;
}
