/** What the disk says of a folder: it has come, or it has gone. */
export type FolderChange = 'comes' | 'goes';

/** What has changed and is still to be asked for. */
export class PendingChanges {
  readonly #files = new Set<string>();
  /** Folders of which it is to be seen what they hold, or held. */
  readonly #folders = new Map<string, FolderChange>();

  isEmpty(): boolean {
    return this.#files.size === 0 && this.#folders.size === 0;
  }

  addFile(path: string): void {
    this.#files.add(path);
  }

  /** What was last said of a folder counts. */
  addFolder(path: string, what: FolderChange): void {
    this.#folders.set(path, what);
  }

  hasFile(path: string): boolean {
    return this.#files.has(path);
  }

  /** The files; afterwards there are none. */
  takeFiles(): readonly string[] {
    const taken = [...this.#files];
    this.#files.clear();
    return taken;
  }

  /** The folders; afterwards there are none. */
  takeFolders(): readonly (readonly [string, FolderChange])[] {
    const taken = [...this.#folders];
    this.#folders.clear();
    return taken;
  }
}
