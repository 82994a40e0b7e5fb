import { textOfBytes } from './byte-text.ts';

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
const fields = 5;
const start = '\u0001';
/** A rename of which Git says that nothing else has changed. */
const wholly = 'R100';

/** `git log -z` printed something else than asked for. */
export class LogUnreadable extends Error {
  override readonly name = 'LogUnreadable';
}

/**
 * Reads what `git log -z --name-status` prints with `logFormat`, in chunks that end anywhere, and hands over each commit
 * once it is whole. Fields are counted: whatever a name or a path holds, it is taken for nothing else.
 */
export class LogParser {
  readonly #take: (commit: LoggedCommit) => void;
  #rest: Buffer = Buffer.alloc(0);
  #header: Buffer[] = [];
  #changes: LoggedChange[] = [];
  /** The letter of the change whose paths are awaited, and the first of the two of a rename. */
  #letter: string | undefined;
  #from: string | undefined;

  constructor(take: (commit: LoggedCommit) => void) {
    this.#take = take;
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let nul = bytes.indexOf(0, at); nul >= 0; nul = bytes.indexOf(0, at)) {
      this.#token(bytes.subarray(at, nul));
      at = nul + 1;
    }
    this.#rest = bytes.subarray(at);
  }

  /** After the last chunk. Throws where a commit has begun and not ended. */
  end(): void {
    if (this.#rest.length > 0) this.#token(this.#rest);
    this.#rest = Buffer.alloc(0);
    if (this.#letter !== undefined || (this.#header.length > 0 && this.#header.length < fields))
      throw new LogUnreadable('it ends within a commit');
    this.#finish();
  }

  #token(token: Buffer): void {
    if (this.#header.length < fields) return this.#headerField(token);
    if (this.#letter === undefined) return this.#changeBegins(token);
    const path = textOfBytes(token);
    if ((this.#letter === 'R' || this.#letter === 'V') && this.#from === undefined) {
      this.#from = path;
      return;
    }
    this.#changes.push({
      letter: this.#letter,
      path,
      ...(this.#from !== undefined && { from: this.#from }),
    });
    this.#letter = this.#from = undefined;
  }

  #headerField(token: Buffer): void {
    if (this.#header.length === 0 && token[0] !== start.codePointAt(0))
      throw new LogUnreadable(`"${token.toString('latin1', 0, 60)}" stands where a commit begins`);
    if (this.#header.length < fields - 1) {
      this.#header.push(token);
      return;
    }
    const line = token.indexOf(0x0a);
    this.#header.push(line < 0 ? token : token.subarray(0, line));
    if (line >= 0) this.#changeBegins(token.subarray(line + 1));
    // Nothing was changed: no empty token will tell that it is over.
    else this.#finish();
  }

  /** Where a change would begin: its letter, or nothing, or at once the next commit. */
  #changeBegins(token: Buffer): void {
    if (token.length === 0) return this.#finish();
    const letter = String.fromCodePoint(token[0] ?? 0);
    if (!/^[AMDRT]$/.test(letter) || !/^[A-Z]\d*$/.test(token.toString('latin1')))
      throw new LogUnreadable(`"${token.toString('latin1', 0, 60)}" stands where a change begins`);
    this.#letter = token.toString('latin1') === wholly ? 'V' : letter;
  }

  #finish(): void {
    const [hash, parents, name, email, committed] = this.#header;
    if (!hash || !parents || !name || !email || !committed) return;
    const above = parents.toString('latin1');
    this.#take({
      hash: hash.toString('latin1', 1),
      parents: above === '' ? [] : above.split(' '),
      name: textOfBytes(name),
      email: textOfBytes(email),
      committed: Number(committed.toString('latin1')),
      changes: this.#changes,
    });
    this.#header = [];
    this.#changes = [];
  }
}
