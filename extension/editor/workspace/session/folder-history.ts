import * as vscode from 'vscode';
import type { History, NoHistory } from '../../../engine/model/history.ts';
import type { Histories, Host } from '../../host.ts';

const noHost: NoHistory = { kind: 'absent', why: 'no-host' };
const untrusted: NoHistory = { kind: 'absent', why: 'untrusted' };
const failed: NoHistory = { kind: 'absent', why: 'failed' };

/**
 * The histories below one workspace folder. A process runs only where the files lie on a disk and the workspace is trusted;
 * until then it is said why nothing is known.
 */
export class FolderHistory implements vscode.Disposable {
  readonly #folder: vscode.WorkspaceFolder;
  readonly #host: Pick<Host, 'openHistories'>;
  readonly #onChange: () => void;
  readonly #report: (error: unknown) => void;
  readonly #trust: vscode.Disposable;
  #opened: Promise<Histories> | undefined;
  #isDisposed = false;

  /** `onChange`: what was told may be another now. */
  constructor(
    folder: vscode.WorkspaceFolder,
    host: Pick<Host, 'openHistories'>,
    told: { readonly onChange: () => void; readonly report: (error: unknown) => void },
  ) {
    this.#folder = folder;
    this.#host = host;
    this.#onChange = told.onChange;
    this.#report = told.report;
    this.#trust = vscode.workspace.onDidGrantWorkspaceTrust(told.onChange);
  }

  /** The history of the repository around a folder, given from the workspace folder. Never rejects. */
  async of(
    path: string,
    documents: readonly string[],
    signed: readonly string[],
  ): Promise<History | NoHistory> {
    const { scheme, fsPath } = this.#folder.uri;
    if (scheme !== 'file' || !this.#host.openHistories) return noHost;
    if (!vscode.workspace.isTrusted) return untrusted;
    if (this.#isDisposed) return failed;
    try {
      this.#opened ??= this.#host.openHistories(fsPath, this.#onChange);
      const histories = await this.#opened;
      return await histories.of(path, documents, signed);
    } catch (error) {
      if (!this.#isDisposed) this.#report(error);
      return failed;
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#trust.dispose();
    this.#opened?.then((histories) => histories.dispose(), this.#report);
  }
}
