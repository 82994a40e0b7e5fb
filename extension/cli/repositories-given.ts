import fs from 'node:fs';
import path from 'node:path';
import { isRepositoryName } from '../engine/index.ts';
import { say } from '../engine/model/said.ts';
import { reasonOf, saysNothingThere } from './file-errors.ts';
import type { Arguments } from './parse-arguments.ts';
import { UsageError } from './shell.ts';
import { spelledOnDisk } from './spelled-on-disk.ts';

/** A repository of `--repository`: its name as given, and the folder in full. */
export interface GivenRepository {
  readonly name: string;
  readonly folder: string;
}

/** In the order of the command line. Throws a UsageError where one is no name and folder. */
export function repositoriesGiven(args: Arguments, cwd: string): readonly GivenRepository[] {
  return args.values('repository').map((given) => {
    const equals = given.indexOf('=');
    const name = given.slice(0, Math.max(equals, 0)).trim();
    const folder = given.slice(equals + 1);
    if (folder === '' || !isRepositoryName(name))
      throw new UsageError(
        say('--repository "{{given}}" is no name and folder. Write for example {{example}}.', {
          given,
          example: '--repository org/payments=../payments',
        }),
      );
    const full = spelledOnDisk(path.resolve(cwd, folder));
    if (!isFolder(full, given))
      throw new UsageError(
        say('--repository "{{given}}": there is no folder "{{folder}}".', { given, folder }),
      );
    return { name, folder: full };
  });
}

function isFolder(full: string, given: string): boolean {
  try {
    return fs.statSync(full).isDirectory();
  } catch (error) {
    if (saysNothingThere(error)) return false;
    throw new UsageError(
      say('{{what}} cannot be looked at: {{reason}}.', {
        what: `--repository "${given}"`,
        reason: reasonOf(error),
      }),
    );
  }
}
