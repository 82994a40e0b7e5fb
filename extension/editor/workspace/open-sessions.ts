import * as vscode from 'vscode';
import type * as sessionModule from './folder-session.ts';
import type { FolderSession } from './folder-session.ts';
import type { Host } from '../host.ts';
import type { Slices } from '../slices.ts';

/** Where what keeps the engine of a folder up to date is loaded with the engine. */
export interface SessionHost extends Host {
  loadSession(): Promise<typeof sessionModule>;
}

/** The sessions that have begun, one of a folder at most, until it leaves the workspace. */
export class OpenSessions implements vscode.Disposable {
  readonly #host: SessionHost;
  readonly #slices: Slices;
  readonly #report: (error: unknown) => void;
  readonly #changed = new vscode.EventEmitter<FolderSession | undefined>();
  readonly #sessions = new Map<string, FolderSession>();
  /** Sessions that have begun, whole or not yet. */
  readonly #starting = new Map<string, Promise<FolderSession>>();
  #isDisposed = false;

  /** A session came, went, or has something new to say. */
  readonly onDidChange: vscode.Event<FolderSession | undefined> = this.#changed.event;

  constructor(host: SessionHost, slices: Slices, report: (error: unknown) => void) {
    this.#host = host;
    this.#slices = slices;
    this.#report = report;
  }

  all(): readonly FolderSession[] {
    return [...this.#sessions.values()];
  }

  of(uri: vscode.Uri): { readonly session: FolderSession; readonly path: string } | undefined {
    for (const session of this.#sessions.values()) {
      const path = session.pathOf(uri);
      if (path !== undefined) return { session, path };
    }
    return undefined;
  }

  /** The session of a folder, once there is an engine for it. */
  get({ uri }: vscode.WorkspaceFolder): FolderSession | undefined {
    return this.#sessions.get(uri.toString());
  }

  isStarted({ uri }: vscode.WorkspaceFolder): boolean {
    return this.#starting.has(uri.toString());
  }

  /** Whether a folder is in the workspace; of a window that is closing none is. */
  isOpen({ uri }: vscode.WorkspaceFolder): boolean {
    const address = uri.toString();
    return (
      !this.#isDisposed &&
      (vscode.workspace.workspaceFolders ?? []).some((one) => one.uri.toString() === address)
    );
  }

  /** Resolves once everything has been read and judged; whoever asks meanwhile gets the same. */
  start(folder: vscode.WorkspaceFolder, lookedFor?: readonly string[]): Promise<FolderSession> {
    const key = folder.uri.toString();
    const known = this.#starting.get(key);
    if (known) return known;
    const started = this.#open(folder, key, lookedFor);
    this.#starting.set(key, started);
    // What could not be read is begun anew by the next who asks.
    started.catch(() => this.#starting.delete(key));
    return started;
  }

  end({ uri }: vscode.WorkspaceFolder): void {
    this.#end(uri.toString());
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const session of this.#sessions.values()) session.dispose();
    this.#changed.dispose();
  }

  async #open(
    folder: vscode.WorkspaceFolder,
    key: string,
    lookedFor?: readonly string[],
  ): Promise<FolderSession> {
    const modules = await this.#host.loadEngine();
    const { createFolderSession } = await this.#host.loadSession();
    if (!this.isOpen(folder)) throw new Error(`"${folder.name}" is no longer open.`);
    const session = createFolderSession(folder, modules, this.#host, this.#slices, this.#report, lookedFor);
    this.#sessions.set(key, session);
    session.onDidChange(() => this.#changed.fire(session));
    try {
      await session.reload();
    } catch (error) {
      this.#end(key);
      throw error;
    }
    return session;
  }

  #end(key: string): void {
    this.#starting.delete(key);
    this.#sessions.get(key)?.dispose();
    if (this.#sessions.delete(key)) this.#changed.fire(undefined);
  }
}
