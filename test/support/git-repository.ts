import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A commit of a test: who, when, and what becomes of files; `null` deletes one. */
export interface TestCommit {
  /** `Name <address>`. */
  readonly by?: string;
  /** ISO date; the hours go on from commit to commit of a day. */
  readonly on?: string;
  readonly files?: Readonly<Record<string, string | null>>;
  readonly message?: string;
}

/** A real repository in a folder of its own, which no setting of the machine reaches. */
export class GitRepository {
  readonly folder: string;
  #commits = 0;

  constructor(name = 'repository') {
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), `outrigger-${name}-`)));
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** What a command prints; throws where it fails. */
  git(...args: readonly string[]): string {
    return this.gitAs({}, ...args);
  }

  gitAs(variables: Readonly<Record<string, string>>, ...args: readonly string[]): string {
    const { status, stdout, stderr, error } = spawnSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...testEnvironment(this.folder), ...variables },
    });
    assert.equal(status, 0, `git ${args.join(' ')}: ${error?.message ?? stderr}`);
    return stdout.trim();
  }

  write(file: string, text: string | Buffer): void {
    const full = path.join(this.folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  /** Makes a commit of what is said, and of whatever else is changed; its hash. */
  commit({ by = 'Anna Lind <anna@nordmark.example>', on, files = {}, message }: TestCommit = {}): string {
    for (const [file, text] of Object.entries(files)) {
      if (text === null) rmSync(path.join(this.folder, file));
      else this.write(file, text);
    }
    this.git('add', '--all');
    return this.commitIndex({
      by,
      ...(on !== undefined && { on }),
      ...(message !== undefined && { message }),
    });
  }

  /** Makes a commit of what `git add` and the like have put into the index; its hash. */
  commitIndex({ by = 'Anna Lind <anna@nordmark.example>', on = '2026-01-01', message }: TestCommit): string {
    this.gitAs(
      identity(by, moment(on, ++this.#commits)),
      'commit',
      '--quiet',
      '--allow-empty',
      '--message',
      message ?? `Commit ${this.#commits}`,
    );
    return this.head();
  }

  /** Merges another branch into this one; its hash. */
  merge(
    branch: string,
    { by = 'Anna Lind <anna@nordmark.example>', on = '2026-01-01' }: TestCommit = {},
    ...options: readonly string[]
  ): string {
    const who = identity(by, moment(on, ++this.#commits));
    this.gitAs(who, 'merge', '--quiet', '--no-ff', ...options, '--message', `Merge ${branch}`, branch);
    return this.head();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Variables of an author and committer. */
export function identity(by: string, at: string): Readonly<Record<string, string>> {
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(by) ?? [];
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: at,
  };
}

function moment(day: string, count: number): string {
  const hour = String(Math.floor(count / 60) % 24).padStart(2, '0');
  return `${day}T${hour}:${String(count % 60).padStart(2, '0')}:00Z`;
}

/** Nothing of the machine's own settings. */
function testEnvironment(folder: string): Readonly<Record<string, string>> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    LC_ALL: 'C',
  };
}
