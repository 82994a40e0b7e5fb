import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window on the web', () => {
  it('runs extensions in a worker, on files that lie on no disk', () => {
    assert.equal('importScripts' in globalThis, true);
    assert.deepEqual(
      (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
      ['memfs'],
    );
  });
});
