import { textIn } from './byte-text.ts';

/** One commit as `git log` prints it. */
export interface LoggedCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970. */
  readonly committed: number;
  readonly changes: readonly LoggedChange[];
}

export interface LoggedChange {
  /** A, M, D, T, R of a file that was moved and changed, V of one that was moved as it stood. */
  readonly letter: string;
  readonly path: string;
  /** Of a rename: the path before. */
  readonly from?: string;
}

/** Six fields, each ended by NUL; the last one by a new line where changes follow. */
export const logFormat = '--format=format:%x01%H%x00%P%x00%aN%x00%aE%x00%ct';
const start = 0x01;
const newLine = 0x0a;
/** A rename of which Git says that nothing else has changed. */
const wholly = 'R100';

/** `git log -z` printed something else than asked for. */
export class LogUnreadable extends Error {
  override readonly name = 'LogUnreadable';
}

/** What the next token is. */
type Awaited = 'hash' | 'parents' | 'name' | 'email' | 'committed' | 'letter' | 'from' | 'path';

/**
 * Reads what `git log -z --name-status` prints with `logFormat`, in chunks that end anywhere, and hands over each commit
 * once it is whole. Fields are counted: whatever a name or a path holds, it is taken for nothing else. A long history has
 * hundreds of thousands of them, so each is made a text at once, without a buffer of its own.
 */
export class LogParser {
  readonly #take: (commit: LoggedCommit) => void;
  #rest: Buffer = Buffer.alloc(0);
  #awaited: Awaited = 'hash';
  #hash = '';
  #parents = '';
  #name = '';
  #email = '';
  #committed = 0;
  #changes: LoggedChange[] = [];
  /** Of the change whose paths are awaited, and the first of the two of a rename. */
  #letter = '';
  #from: string | undefined;

  constructor(take: (commit: LoggedCommit) => void) {
    this.#take = take;
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let nul = bytes.indexOf(0, at); nul >= 0; nul = bytes.indexOf(0, at)) {
      this.#token(bytes, at, nul);
      at = nul + 1;
    }
    this.#rest = bytes.subarray(at);
  }

  /** After the last chunk. Throws where a commit has begun and not ended. */
  end(): void {
    if (this.#rest.length > 0) this.#token(this.#rest, 0, this.#rest.length);
    this.#rest = Buffer.alloc(0);
    if (this.#awaited !== 'hash' && this.#awaited !== 'letter')
      throw new LogUnreadable('it ends within a commit');
    if (this.#awaited === 'letter') this.#finish();
  }

  #token(bytes: Buffer, from: number, to: number): void {
    switch (this.#awaited) {
      case 'hash':
        if (bytes[from] !== start || from === to) throw unreadable(bytes, from, to, 'a commit begins');
        this.#hash = bytes.toString('latin1', from + 1, to);
        this.#awaited = 'parents';
        break;
      case 'parents':
        this.#parents = bytes.toString('latin1', from, to);
        this.#awaited = 'name';
        break;
      case 'name':
        this.#name = textIn(bytes, from, to);
        this.#awaited = 'email';
        break;
      case 'email':
        this.#email = textIn(bytes, from, to);
        this.#awaited = 'committed';
        break;
      case 'committed':
        this.#headerEnds(bytes, from, to);
        break;
      case 'letter':
        this.#changeBegins(bytes, from, to);
        break;
      case 'from':
        this.#from = textIn(bytes, from, to);
        this.#awaited = 'path';
        break;
      case 'path':
        this.#changeEnds(textIn(bytes, from, to));
    }
  }

  #headerEnds(bytes: Buffer, from: number, to: number): void {
    const found = bytes.indexOf(newLine, from);
    const line = found < 0 || found >= to ? to : found;
    this.#committed = Number(bytes.toString('latin1', from, line));
    this.#awaited = 'letter';
    if (line < to) this.#changeBegins(bytes, line + 1, to);
    // Nothing was changed: no empty token will tell that it is over.
    else this.#finish();
  }

  /** Where a change would begin: its letter, or nothing, which ends the commit. */
  #changeBegins(bytes: Buffer, from: number, to: number): void {
    if (from === to) return this.#finish();
    const status = bytes.toString('latin1', from, to);
    if (!isStatus(status)) throw unreadable(bytes, from, to, 'a change begins');
    this.#letter = status === wholly ? 'V' : status.charAt(0);
    this.#awaited = status.startsWith('R') ? 'from' : 'path';
  }

  #changeEnds(path: string): void {
    const [letter, from] = [this.#letter, this.#from];
    this.#changes.push(from === undefined ? { letter, path } : { letter, path, from });
    this.#from = undefined;
    this.#awaited = 'letter';
  }

  #finish(): void {
    this.#take({
      hash: this.#hash,
      parents: this.#parents === '' ? [] : this.#parents.split(' '),
      name: this.#name,
      email: this.#email,
      committed: this.#committed,
      changes: this.#changes,
    });
    this.#changes = [];
    this.#awaited = 'hash';
  }
}

/** A letter, of some with a number behind it that says how alike two files are. */
function isStatus(status: string): boolean {
  return status === 'M' || status === 'A' || status === 'D' || /^[AMDRT]\d*$/.test(status);
}

function unreadable(bytes: Buffer, from: number, to: number, what: string): LogUnreadable {
  return new LogUnreadable(
    `"${bytes.toString('latin1', from, Math.min(to, from + 60))}" stands where ${what}`,
  );
}
