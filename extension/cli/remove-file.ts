import fs from 'node:fs';
import path from 'node:path';
import { say } from '../engine/model/said.ts';
import { reasonOf } from './file-errors.ts';
import { isUnchanged, type Replaced } from './replace-file.ts';
import { syncFolder } from './temporary-file.ts';

/** Removes a file, where it is still what was read; leaves alone what has changed, and what is no plain file. */
export function removeFile(place: string, expected: string): Replaced {
  try {
    if (!isUnchanged(place, expected))
      return {
        is: 'leftAlone',
        why: (file) =>
          say('"{{file}}" has changed meanwhile: it was left alone. Run the command again.', { file }),
      };
    fs.rmSync(place);
    syncFolder(path.dirname(place));
    return { is: 'written' };
  } catch (error) {
    const reason = reasonOf(error, 'write');
    return {
      is: 'leftAlone',
      why: (file) => say('"{{file}}" cannot be removed: {{reason}}.', { file, reason }),
    };
  }
}
