import * as vscode from 'vscode';
import { foldersAround } from '../../../engine/model/file-paths.ts';
import { statOf } from './disk.ts';

/** Folders that were looked into: neither they nor those around them are symbolic links. */
export class PlainFolders {
  readonly #folder: vscode.WorkspaceFolder;
  readonly #known = new Set<string>();

  constructor(folder: vscode.WorkspaceFolder) {
    this.#folder = folder;
  }

  add(path: string): void {
    this.#known.add(path);
  }

  forget(path: string): void {
    this.#known.delete(path);
  }

  clear(): void {
    this.#known.clear();
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
