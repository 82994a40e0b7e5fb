import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { SuiteResult } from './run-suite.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Shown {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** What the suite of the findings has told of its window. */
export function findingsIn({ log }: SuiteResult): readonly Shown[] {
  const mark = 'host: outrigger-findings ';
  const line = log.find((each) => each.startsWith(mark));
  assert.ok(line !== undefined, log.slice(-20).join('\n'));
  return inOrder(JSON.parse(line.slice(mark.length)) as Shown[]);
}

/** What the built command line says of a folder, as far as an editor shows it. */
export function onCommandLine(folder: string): readonly Shown[] {
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'bin/outrigger.mjs'), 'check', '--root', folder, '--format', 'json'],
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
