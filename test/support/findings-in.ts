import assert from 'node:assert/strict';
import { createNodeWorkspace } from '../../extension/cli/node-workspace.ts';
import { createEngine, type Finding } from '../../extension/engine/index.ts';
import { HistoryCache } from '../../extension/git/history-cache.ts';
import { historiesBelow } from '../../extension/git/read-history.ts';

/** What all rules say of a folder in a real repository, and that each of them could say it. */
export async function findingsIn(root: string): Promise<readonly Finding[]> {
  const engine = createEngine({
    workspace: createNodeWorkspace(root),
    profiles: ['full'],
    historyOf: historiesBelow({ root, cache: new HistoryCache(undefined) }),
  });
  await engine.load();
  const { findings, notRun } = engine.check();
  assert.deepEqual(notRun, []);
  return findings;
}
