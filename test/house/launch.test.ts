import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

interface Launch {
  readonly name: string;
  readonly args: readonly string[];
  readonly preLaunchTask: string;
}

/** These files may end a list with a comma. */
function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8').replace(/,(?=\s*[\]}])/g, ''));
}

describe('the launch configurations', () => {
  const { configurations } = read('.vscode/launch.json') as { configurations: readonly Launch[] };
  const { tasks } = read('.vscode/tasks.json') as { tasks: readonly { readonly label: string }[] };

  for (const { name, args, preLaunchTask } of configurations) {
    it(`open what is there: ${name}`, () => {
      const opened = args
        .filter((arg) => !arg.startsWith('--extensionDevelopmentKind'))
        .map((arg) => arg.replace(/^--[a-zA-Z]+=/, '').replace('${workspaceFolder}', root));
      for (const file of opened) {
        // One is made by its task.
        const isMade = preLaunchTask === 'an empty folder' && file.endsWith('artifacts/empty');
        assert.ok(isMade || existsSync(file), file);
      }
      assert.ok(tasks.some(({ label }) => label === preLaunchTask));
    });
  }

  it('open several folders that are there', () => {
    const workspace = '.vscode/several-folders.code-workspace';
    const { folders } = read(workspace) as { folders: readonly { readonly path: string }[] };
    assert.ok(folders.length > 1);
    for (const folder of folders) assert.ok(existsSync(path.join(root, '.vscode', folder.path)), folder.path);
  });
});
