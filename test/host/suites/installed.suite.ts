import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the installed extension', () => {
  it('is known under its id, in the version of its manifest', () => {
    const extension = vscode.extensions.getExtension('outrigger.outrigger');
    assert.ok(extension, 'outrigger.outrigger is not installed');
    assert.match(String((extension.packageJSON as { version?: unknown }).version), /^\d+\.\d+\.\d+$/);
  });
});
