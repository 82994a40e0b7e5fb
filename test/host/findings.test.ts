import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describeSuite } from './describe-suite.ts';
import { runSuite, type SuiteResult } from './run-suite.ts';
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
    assert.deepEqual(findingsIn(result), onCommandLine());
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
    assert.deepEqual(findingsIn(result), onCommandLine());
    return result;
  });
});

interface Shown {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

function findingsIn({ log }: SuiteResult): readonly Shown[] {
  const mark = 'host: outrigger-findings ';
  const line = log.find((each) => each.startsWith(mark));
  assert.ok(line !== undefined, log.slice(-20).join('\n'));
  return inOrder(JSON.parse(line.slice(mark.length)) as Shown[]);
}

/** What the built command line says of the examples, as far as an editor shows it. */
function onCommandLine(): readonly Shown[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      path.join(root, 'bin/outrigger.mjs'),
      'check',
      '--root',
      path.join(root, 'examples'),
      '--format',
      'json',
    ],
    { encoding: 'utf8' },
  );
  const { findings } = JSON.parse(stdout) as { findings: readonly (Shown & Record<string, unknown>)[] };
  assert.ok(findings.length > 0);
  return inOrder(
    findings.map(({ path: file, code, severity, message, line, column, endLine, endColumn, related }) => ({
      path: file,
      code,
      severity,
      message,
      line,
      column,
      endLine,
      endColumn,
      related,
    })),
  );
}

function inOrder(findings: readonly Shown[]): readonly Shown[] {
  const keyOf = ({ path: file, line, column, code, message }: Shown): string =>
    JSON.stringify([file, String(line).padStart(6), String(column).padStart(6), code, message]);
  return findings.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
