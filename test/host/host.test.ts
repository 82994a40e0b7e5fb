import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { packageExtension } from '../../scripts/package.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { describeSuite } from './describe-suite.ts';
import { runSuite } from './run-suite.ts';
import type { SuiteOptions, SuiteResult } from './run-suite.ts';
import { startServer } from './server.ts';
import type { CodeServer, ServerOptions } from './server.ts';
import { sharedBrowser } from './shared-host.ts';
import type { TemporaryFolder } from './temporary-folder.ts';
import { writeWebPackage } from './web-package.ts';
import { openWorkbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';
import { copyWorkspace } from './workspace-copy.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');

describe('the VS Code host', function () {
  this.timeout(300_000); // the first time, it is installed
  let copy: TemporaryFolder;
  let vsix = '';
  let server: CodeServer;
  let folder = '';
  const everywhere = { suite: path.join(fixtures, 'window.suite.ts') };

  before(async () => {
    copy = await copyWorkspace(fixtures);
    folder = path.join(copy.folder, 'workspace');
    vsix = await packageExtension(
      path.join(copy.folder, 'stand-in'),
      path.join(copy.folder, 'stand-in.vsix'),
    );
    server = await startServer({ extensions: [vsix] });
  });

  after(async () => {
    await server.stop();
    copy.remove();
  });

  it('returns of a suite what passed, what failed with its place, and what was skipped', async () => {
    const result = await runSuite({
      server,
      browser: await sharedBrowser(),
      suite: [path.join(fixtures, 'mixed.suite.ts'), everywhere.suite],
      workspace: folder,
    });
    assert.notEqual(result.exitCode, 0);
    const [passed, failed, skipped, ...others] = result.tests;
    assert.deepEqual(
      [passed, failed, skipped].map((one) => one && `${one.state}: ${one.title}`),
      [
        'passed: a suite has a test that passes',
        'failed: a suite has a test that fails on purpose',
        'skipped: a suite has a test that is not written yet',
      ],
    );
    const failure = failed?.error ?? '';
    assert.match(failure, /2 !== 3/);
    assert.match(failure, /fixtures\/mixed\.suite\.ts:5:\d+\)$/m);
    // The second suite ran in the same window, which is one of a trusted folder.
    assert.ok(others.length > 0 && others.every(({ state }) => state === 'passed'), JSON.stringify(others));
    assert.deepEqual(whereItRan(result), {
      standIn: 'node',
      suite: 'node',
      trusted: true,
      folders: ['file workspace'],
    });
  });

  describeSuite('a suite in two folders, in Restricted Mode', async () => {
    const run = (): Promise<SuiteResult> =>
      onServer(
        { extensions: [vsix], trusted: false },
        { ...everywhere, workspace: path.join(copy.folder, 'two-folders.code-workspace') },
      );
    let result = await run();
    // Once in a while VS Code for the browser opens a workspace file without its folders, and never adds them.
    if (JSON.stringify(whereItRan(result)).includes('"folders":[]')) result = await run();
    assert.deepEqual(whereItRan(result), {
      standIn: 'node',
      suite: 'node',
      trusted: false,
      folders: ['file workspace', 'file stand-in'],
    });
    return result;
  });

  describeSuite('a suite in the web worker, on files in memory', async () => {
    const result = await onServer(
      { extensions: [await writeWebPackage(vsix)] },
      { ...everywhere, workspace: path.join(fixtures, 'workspace'), host: 'worker', inMemory: true },
    );
    assert.deepEqual(whereItRan(result), {
      standIn: 'worker',
      suite: 'worker',
      trusted: true,
      folders: ['memfs workspace'],
    });
    return result;
  });

  describe('opens a window that', () => {
    let window: Workbench;

    before(async () => {
      window = await openWorkbench(await sharedBrowser(), server, { workspace: folder });
    });
    after(() => window.close());

    it('is worked with by the keyboard, and counts the keys', async () => {
      await window.openFile('first.md');
      await window.runCommand('Stand-in: Greet');
      await window.page.getByText('Good day from the stand-in.').first().waitFor();
      const typed = 'first.md'.length + 'Stand-in: Greet'.length;
      assert.equal(window.keyPresses, typed + 4);
    });

    it('has its picture taken, in each theme, and shown on the contact sheet', async () => {
      await window.resizeSideBar(200);
      for (const theme of ['light', 'dark', 'high-contrast'] as const) {
        await window.useTheme(theme);
        const file = await window.screenshot(`host-${theme}`);
        assert.ok(coloursOf(file) > 20, `"${file}" shows next to nothing`);
      }
      const sheet = await writeContactSheet(await sharedBrowser());
      assert.match(readFileSync(sheet.html, 'utf8'), /screenshots\/host-dark\.png/);
      assert.ok(coloursOf(sheet.png) > 20);
    });

    it('shows a side bar as narrow as asked for', async () => {
      const box = await window.page.locator('.part.sidebar').boundingBox();
      assert.ok(Math.abs((box?.width ?? 0) - 200) < 10, String(box?.width));
    });
  });

  it('ends a server when it is told to, and when its own process is ended', async () => {
    const short = await startServer();
    assert.equal((await fetch(`http://${short.authority}/version`)).status, 200);
    await short.stop();
    assert.throws(() => process.kill(short.pid, 0), { code: 'ESRCH' });

    const program = pathToFileURL(path.join(import.meta.dirname, 'server.ts')).href;
    const dying = spawnSync(process.execPath, [
      '--input-type=module',
      `--eval=const { startServer } = await import(${JSON.stringify(program)});
        console.log((await startServer()).authority);
        process.kill(process.pid, 'SIGTERM');
        setInterval(() => {}, 1000);`,
    ]);
    const authority = dying.stdout.toString().trim();
    assert.match(authority, /^localhost:\d+$/, dying.stderr.toString());
    await assert.rejects(fetch(`http://${authority}/version`), /fetch failed/);
  });
});

async function onServer(
  settings: ServerOptions,
  suite: Omit<SuiteOptions, 'server' | 'browser'>,
): Promise<SuiteResult> {
  const server = await startServer(settings);
  try {
    return await runSuite({ ...suite, server, browser: await sharedBrowser() });
  } finally {
    await server.stop();
  }
}

/** What the suite of this name says about the window it ran in. */
function whereItRan({ log }: SuiteResult): unknown {
  const mark = 'host: window ';
  const line = log.find((each) => each.startsWith(mark));
  return JSON.parse(line?.slice(mark.length) ?? 'null');
}

/** About how many different values the pixels of a PNG have: a picture of one colour comes near none. */
function coloursOf(file: string): number {
  const png = readFileSync(file);
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG', file);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return new Set(inflateSync(Buffer.concat(parts))).size;
}
