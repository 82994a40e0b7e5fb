import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { commitAll, git } from './git-in-folder.ts';
import { at, codesOf, outrigger, rows, textOnDisk, untilShown, write } from './window.ts';

describe('a repository in Restricted Mode', () => {
  const map = at('map.md');
  const { PATH } = process.env;
  let outside = '';

  before(() => {
    git('init', '--quiet', '--initial-branch=main');
    commitAll();
    outside = fs.mkdtempSync(path.join(os.tmpdir(), 'outrigger-recorder-'));
    const recorder = path.join(outside, 'git');
    fs.writeFileSync(recorder, `#!/bin/sh\necho "$@" >> '${path.join(outside, 'calls')}'\n`, { mode: 0o755 });
    process.env['PATH'] = `${outside}${path.delimiter}${PATH}`;
  });
  after(() => {
    process.env['PATH'] = PATH;
    fs.rmSync(outside, { recursive: true });
  });

  function calls(): string {
    const file = path.join(outside, 'calls');
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  it('has no process of Git started, whatever changes and whoever asks', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const text = await textOnDisk(map);
    const untilUnknown = (isSaid: boolean): Promise<void> =>
      untilShown(
        () => codesOf(map).includes('DOC003') === isSaid,
        () => codesOf(map).join(),
      );
    await write(map, text.replace('owner: anna', 'owner: nobody'));
    await untilUnknown(true);
    await write(map, text);
    await untilUnknown(false);
    assert.ok(!codesOf(map).includes('OWN016'));
    assert.match((await rows())[0]?.tooltip ?? '', /unknown \\\(Git is started in trusted workspaces alone/);
    assert.equal(calls(), '');
  });

  it('has a page for the history of a document that says why nothing is known', async () => {
    await vscode.commands.executeCommand('outrigger.showHistory', { engagement: '', document: 'map.md' });
    const api = await outrigger();
    await api.settled();
    const [page] = [...api.pages()].filter(([address]) => address.includes('/History'));
    assert.match(page?.[1] ?? '', /<p>no Git history: Git is started in trusted workspaces alone/);
    assert.equal(calls(), '');
  });

  it('would have been seen to start one', () => {
    execFileSync('git', ['--version']);
    assert.equal(calls(), '--version\n');
  });
});
