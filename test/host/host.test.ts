import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runSuite } from './run-suite.ts';
import { startServer } from './server.ts';
import { sharedBrowser, sharedServer } from './shared-host.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');

describe('the VS Code host', function () {
  this.timeout(300_000); // the first time, it is installed

  it('returns of a suite what passed, what failed with its place, and what was skipped', async () => {
    const result = await runSuite({
      server: await sharedServer(),
      browser: await sharedBrowser(),
      suite: path.join(fixtures, 'mixed.suite.ts'),
      workspace: path.join(fixtures, 'plain'),
    });
    assert.notEqual(result.exitCode, 0);
    assert.deepEqual(
      result.tests.map(({ state, title }) => `${state}: ${title}`),
      [
        'passed: a suite has a test that passes',
        'failed: a suite has a test that fails on purpose',
        'skipped: a suite has a test that is not written yet',
      ],
    );
    const failure = result.tests[1]?.error ?? '';
    assert.match(failure, /2 !== 3/);
    assert.match(failure, /fixtures\/mixed\.suite\.ts:5:\d+\)$/m);
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
