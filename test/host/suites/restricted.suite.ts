import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window in Restricted Mode', () => {
  it('trusts nothing, and runs extensions beside the files', () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.equal('importScripts' in globalThis, false);
    assert.deepEqual(
      (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
      ['file'],
    );
  });
});
