import * as vscode from 'vscode';
import type { FileContent } from '../../../engine/index.ts';
import { configPath } from '../../../engine/model/config-path.ts';
import { encodingOf } from '../../../engine/model/file-encoding.ts';
import { isInside } from '../../../engine/model/file-paths.ts';
import { joinUri, pathBelow } from '../folder-paths.ts';
import { bytesAtMost, isNothing, reasonOf } from './disk.ts';
import type { PlainFolders } from './plain-folders.ts';

/** What files hold, in an open editor or else on the disk, and which of them were there when they were last read. */
export class FileContents {
  readonly #folder: vscode.WorkspaceFolder;
  readonly #plain: PlainFolders;
  readonly #known = new Set<string>();
  /** Files whose bytes are not UTF-8; an editor that shows them does not say so. */
  readonly #damaged = new Set<string>();
  #namesFolders = false;

  constructor(folder: vscode.WorkspaceFolder, plain: PlainFolders) {
    this.#folder = folder;
    this.#plain = plain;
  }

  async read(path: string): Promise<FileContent | undefined> {
    if (!isInside(path)) return undefined;
    const content = (await this.#inEditor(path)) ?? (await this.#onDisk(path));
    if (content) this.#known.add(path);
    else this.#known.delete(path);
    if (path === configPath)
      this.#namesFolders = content?.kind === 'text' && /^\s*(['"]?)engagements\1\s*:/m.test(content.text);
    return content;
  }

  /** Whether a file was there when it was last read. */
  isKnown(path: string): boolean {
    return this.#known.has(path);
  }

  /** Those files below a folder that were. */
  knownBelow(path: string): readonly string[] {
    return [...this.#known].filter((file) => file.startsWith(`${path}/`));
  }

  /** Whether the config, as it was last read, names the folders of engagements. */
  namesFolders(): boolean {
    return this.#namesFolders;
  }

  /**
   * The text in an open editor. One without unsaved changes shows its file, and goes on doing so when that is
   * deleted: then there is no such document any more, while unsaved changes are somebody's work. What is open under the
   * name of a link is the document that the link leads to, and not a second one.
   */
  async #inEditor(path: string): Promise<FileContent | undefined> {
    const open = this.#openDocument(path);
    if (
      !open ||
      (await this.#plain.isLinked(path)) ||
      (!open.isDirty && (await this.#isGone(path)) && !this.#openDocument(path)?.isDirty)
    )
      return undefined;
    const text = this.#openDocument(path)?.getText();
    if (text === undefined) return undefined;
    if (text.includes('\ufffd') && (await this.#isDamaged(path)))
      return { kind: 'text', text, invalidUtf8: true };
    return { kind: 'text', text };
  }

  #openDocument(path: string): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => pathBelow(this.#folder, document.uri) === path);
  }

  async #isGone(path: string): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(joinUri(this.#folder, path));
      return false;
    } catch (error) {
      return isNothing(error);
    }
  }

  async #isDamaged(path: string): Promise<boolean> {
    await this.#onDisk(path); // it may have been written anew
    return this.#damaged.has(path);
  }

  async #onDisk(path: string): Promise<FileContent | undefined> {
    const { fs } = vscode.workspace;
    this.#damaged.delete(path);
    try {
      const uri = joinUri(this.#folder, path);
      const { type, size } = await fs.stat(uri);
      if (type !== vscode.FileType.File || (await this.#plain.isBehindLink(path))) return undefined;
      if (size > bytesAtMost) return { kind: 'tooLarge', bytes: size };
      const content = decoded(await fs.readFile(uri));
      if (content.invalidUtf8) this.#damaged.add(path);
      return content;
    } catch (error) {
      return isNothing(error) ? undefined : { kind: 'unreadable', reason: reasonOf(error) };
    }
  }
}

function decoded(bytes: Uint8Array): Extract<FileContent, { readonly kind: 'text' }> {
  const encoding = encodingOf(bytes);
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'text', text: new TextDecoder(encoding).decode(bytes), invalidUtf8: true };
  }
}
