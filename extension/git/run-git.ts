import { spawn } from 'node:child_process';
import { GitPluginError, simpleGit } from 'simple-git';
import type { SimpleGit } from 'simple-git';

/** Git, in one folder: only ever asked for what reads objects and refs. */
export interface Git {
  /** What a command prints, as text. Rejects with `GitFailed` where it ends with another code than 0. */
  text(args: readonly string[]): Promise<string>;
  /** Hands over what a command prints as it comes, and keeps nothing of it. Rejects likewise; what came before was not all. */
  stream(args: readonly string[], take: (chunk: Buffer) => void): Promise<void>;
  /** What `cat-file --batch` prints of objects, which no name with a new line names. Rejects likewise. */
  objects(names: readonly string[]): Promise<Buffer>;
  /** What a command prints that reads lines. Rejects likewise. */
  fed(args: readonly string[], lines: readonly string[]): Promise<Buffer>;
}

/** Git ended with another code than 0, or could not be started. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
  /** Below 0 where the system started nothing. */
  readonly exitCode: number;

  constructor(exitCode: number, said: string) {
    super(said);
    this.exitCode = exitCode;
  }

  /** There is no program of that name. */
  get isMissing(): boolean {
    return this.exitCode < 0 && this.message.includes('ENOENT');
  }
}

/**
 * What every call begins with. The config of the repository is a stranger's: what of it would run a program, show
 * commits as others than they are, or leave some out, is set to nothing. `--literal-pathspecs` takes a file's name for a
 * name; `--no-replace-objects` and the absent graft file show what was committed.
 */
const always = [
  '--no-pager',
  '--literal-pathspecs',
  '--no-replace-objects',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.attributesFile=/dev/null',
    'diff.orderFile=/dev/null',
    'diff.relative=false',
    'i18n.logOutputEncoding=UTF-8',
    'log.diffMerges=off',
    'log.showRoot=true',
    'log.showSignature=false',
    'mailmap.blob=',
    'mailmap.file=/dev/null',
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

/** What Git needs of the person's own environment to find itself, and their own settings. */
const kept = ['PATH', 'Path', 'HOME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'XDG_CONFIG_HOME', 'APPDATA'];
const alsoKept = ['SystemRoot', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR'];

const ours = {
  LC_ALL: 'C', // what Git says is looked at
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_FLUSH: '0', // otherwise it hands over each commit by itself
  GIT_GRAFT_FILE: '/dev/null/none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
};

/**
 * Git in a folder that is there; rejects later where the folder is gone. A run ends when `signal` says so.
 * Of the process's own environment it gets little: a variable of Git's there would lead it elsewhere.
 */
export function gitIn(folder: string, signal?: AbortSignal): Git {
  return {
    text: (args) => run(folder, args, signal),
    async stream(args, take) {
      await run(folder, args, signal, (git) =>
        git.outputHandler((_command, stdout) => {
          // It keeps all that it hears, and of a long history that is more than there is room for.
          stdout.removeAllListeners('data');
          stdout.on('data', take);
        }),
      );
    },
    objects: (names) => feed(folder, ['cat-file', '--batch'], names, signal),
    fed: (args, lines) => feed(folder, args, lines, signal),
  };
}

/** Commands that read what is asked for are run beside simple-git, which knows nothing of a standard input. */
async function feed(
  folder: string,
  args: readonly string[],
  lines: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    const git = spawn('git', [...always, ...args], {
      cwd: folder,
      env: { ...ownEnvironment(), ...ours },
      ...(signal && { signal }),
    });
    const printed: Buffer[] = [];
    const said: Buffer[] = [];
    git.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    git.on('error', (error) => reject(new GitFailed(-1, error.message)));
    git.on('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(printed))
        : reject(new GitFailed(code ?? -1, Buffer.concat(said).toString().trim())),
    );
    // Where it ends early, its code says so.
    git.stdin.on('error', () => undefined);
    git.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });
}

async function run(
  folder: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
  prepare?: (git: SimpleGit) => void,
): Promise<string> {
  let ended = { exitCode: 0, said: '' };
  const git = simpleGit({
    baseDir: folder,
    // Both settings above only turn off what it warns of.
    unsafe: { allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true },
    allowEnvironment: Object.keys(ours),
    // By itself it takes what ends with a code and prints nothing for a success, and wraps what it is given here.
    errors: (error, { exitCode, stdErr }) => {
      ended = { exitCode, said: Buffer.concat(stdErr).toString().trim() };
      return error instanceof GitPluginError ? error : undefined;
    },
    ...(signal && { abort: signal }),
  }).env({ ...ownEnvironment(), ...ours });
  prepare?.(git);
  const text = await git.raw([...always, ...args]);
  if (ended.exitCode !== 0) throw new GitFailed(ended.exitCode, ended.said);
  return text;
}

function ownEnvironment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...kept, ...alsoKept].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
