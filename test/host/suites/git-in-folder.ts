import { execFileSync } from 'node:child_process';
import { at } from './window.ts';

/** Runs Git in the folder of the window, with nothing of the machine's own settings, as somebody would do outside. */
export function git(...args: readonly string[]): void {
  execFileSync('git', args, {
    cwd: at('').fsPath,
    env: {
      PATH: process.env['PATH'],
      HOME: at('').fsPath,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Anna Lind',
      GIT_AUTHOR_EMAIL: 'anna@nordbetal.example',
      GIT_COMMITTER_NAME: 'Anna Lind',
      GIT_COMMITTER_EMAIL: 'anna@nordbetal.example',
    },
  });
}

/** Makes a commit of everything in the folder. */
export function commitAll(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Everything');
}
