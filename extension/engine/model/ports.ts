import type { Said } from './said.ts';
/** A value that a caller flips to stop a long run. Structural, so that hosts can pass their own. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** What a shell read from a file. Bytes become text there: the engine has no decoder. */
export type FileContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Set where bytes were not UTF-8 and stand as U+FFFD. */ readonly invalidUtf8?: true;
    }
  | { readonly kind: 'unreadable'; readonly reason: Said }
  | { readonly kind: 'tooLarge'; readonly bytes: number };

/**
 * The files of a workspace. Paths are relative to its root, with forward slashes, never leaving it.
 * A shell leaves out what `.gitignore` leaves out.
 */
export interface Workspace {
  /** Every Markdown file and `outrigger.yml`, in any order. */
  list(): readonly string[] | Promise<readonly string[]>;
  /** Markdown files that `list` may leave out because nothing near them looks like an engagement; absent: it leaves out none. */
  listElsewhere?(): readonly string[] | Promise<readonly string[]>;
  /** Undefined where the file is gone. */
  read(path: string): FileContent | undefined | Promise<FileContent | undefined>;
  /** The same of its first 64 KiB at least, where no more is asked for; absent: all of it is read. */
  readHead?(path: string): FileContent | undefined | Promise<FileContent | undefined>;
  /** Paths of the files that lie in a folder, links not followed; absent: a host cannot tell. */
  filesIn?(folder: string): readonly string[] | Promise<readonly string[]>;
  /** Whether a path that is not Markdown exists (targets of links). */
  exists(path: string): boolean;
  /** The path under which a file is listed to which this one leads, where a host knows of links in the file system. */
  nameOf?(path: string): string;
  /** What the last `list` left out; a shell that does not keep it says nothing. */
  leftOutOfList?(): readonly LeftOut[];
  /**
   * Called after each small piece of a long run: a promise where the host wants a turn, nothing where the
   * run may go on. The engine has no clock, so the host says when a slice has been long enough. Before a piece
   * that is long by itself it is asked with true: then a slice that has begun has been long enough.
   */
  pause?(beforeLong?: boolean): Promise<void> | undefined;
}

/** A Markdown file, or a folder that may hold some, which `list` leaves out. */
export interface LeftOut {
  readonly path: string;
  readonly isFolder: boolean;
  readonly reason: Said;
}

/** A workspace that answers at once, as a shell's does that blocks while it reads. */
export interface ImmediateWorkspace extends Workspace {
  list(): readonly string[];
  read(path: string): FileContent | undefined;
  filesIn?(folder: string): readonly string[];
  readHead?(path: string): FileContent | undefined;
  /** Whether what is at a path is a folder, and why it is left out where it is. */
  look?(path: string): { readonly isFolder: boolean; readonly leftOut?: Said };
}

/** A day on which a region does not work. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
}

/** Public holidays of a country or region (`SE`, `IN-WB`), and the Swedish eves (`eves`), of one year. */
export interface Holidays {
  of(region: string, year: number): readonly Holiday[];
  /** The part of a region whose days are known: `SE` for `SE-XX`. */
  knownPart(region: string): string;
  /** Reads what is known of a region, which takes as long as a year of it: a host may have its turn in between. */
  prepare(region: string): void;
}
