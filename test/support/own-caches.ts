import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Around each test of a suite: a folder of its own for caches, so that none of it stands in those of the user. Its path is told. */
export function useOwnCaches(): () => string {
  const { XDG_CACHE_HOME: before } = process.env;
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'outrigger-caches-'));
    process.env['XDG_CACHE_HOME'] = folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = before;
    rmSync(folder, { recursive: true, force: true });
  });
  return () => folder;
}
