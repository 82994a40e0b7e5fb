import * as vscode from 'vscode';
import { foldersAround } from '../../../engine/model/file-paths.ts';
import { statOf } from './disk.ts';

/** Folders that were looked into: neither they nor those around them are symbolic links. */
export class PlainFolders {
  readonly #folder: vscode.WorkspaceFolder;
  readonly #known = new Set<string>();
  /** Files of which the same is known. */
  readonly #files = new Set<string>();

  constructor(folder: vscode.WorkspaceFolder) {
    this.#folder = folder;
  }

  add(path: string): void {
    this.#known.add(path);
  }

  forget(path: string): void {
    this.#known.delete(path);
    this.#files.delete(path);
  }

  clear(): void {
    this.#known.clear();
    this.#files.clear();
  }

  /**
   * Whether a file, or a folder around it, is a symbolic link: then it is another file, which is read at its own path.
   * What is not there is none.
   */
  async isLinked(path: string): Promise<boolean> {
    if (this.#files.has(path)) return false;
    const [own, isBehind] = await Promise.all([statOf(this.#folder, path), this.isBehindLink(path)]);
    if (isBehind || isLink(own?.type ?? 0)) return true;
    if (own) this.#files.add(path);
    return false;
  }

  /** Whether a folder around a path is a symbolic link. */
  async isBehindLink(path: string): Promise<boolean> {
    const around = foldersAround(path).filter((at) => at !== '' && !this.#known.has(at));
    const types = await Promise.all(around.map(async (at) => (await statOf(this.#folder, at))?.type ?? 0));
    return types.some(isLink);
  }
}

function isLink(type: vscode.FileType): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}
