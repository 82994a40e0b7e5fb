import { Worker } from 'node:worker_threads';
import type { History, NoHistory } from '../engine/model/history.ts';
import type { Answer, Question, WorkerStart } from './history-worker.ts';

export interface ThreadOptions extends WorkerStart {
  /** The file of the thread: `history-worker.ts`, bundled. */
  readonly program: string | URL;
  /** What was told may be another now: whoever asks next is told. */
  onChange(): void;
}

interface Waiting {
  /** By version: what the thread was told that we know. */
  readonly known: ReadonlyMap<string, History>;
  resolve(history: History | NoHistory): void;
  reject(error: Error): void;
}

/** Histories of the repositories around folders of a workspace, read and watched in a thread that begins with the first question. */
export class HistoriesInThread {
  readonly #options: ThreadOptions;
  readonly #waiting = new Map<number, Waiting>();
  /** What was told last of each folder. */
  readonly #told = new Map<string, History>();
  #thread: Worker | undefined;
  #asked = 0;
  #isEnded = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** The same one for two folders of one repository. Rejects where the thread ends, or something is wrong with Outrigger. */
  async of(
    folder: string,
    documents: readonly string[] = [],
    signed: readonly string[] = [],
  ): Promise<History | NoHistory> {
    if (this.#isEnded) throw new Error('Nothing is read any more.');
    this.#thread ??= this.#begin();
    const id = ++this.#asked;
    const known = new Map([...this.#told.values()].map((history) => [history.version, history]));
    const answered = new Promise<History | NoHistory>((resolve, reject) =>
      this.#waiting.set(id, { known, resolve, reject }),
    );
    this.#tell({ is: 'ask', id, folder, documents, signed, known: [...known.keys()] });
    const history = await answered;
    if (history.kind === 'read') this.#told.set(folder, history);
    else this.#told.delete(folder);
    return history;
  }

  dispose(): void {
    this.#isEnded = true;
    this.#tell({ is: 'end' });
    this.#fail(new Error('It was ended.'));
  }

  #tell(question: Question): void {
    this.#thread?.postMessage(question);
  }

  #begin(): Worker {
    const { program, root } = this.#options;
    const thread = new Worker(program, { workerData: { root } satisfies WorkerStart, execArgv: [] });
    thread.unref();
    thread.on('message', (answer: Answer) => this.#take(answer));
    thread.on('error', (error: Error) => this.#fail(error));
    thread.on('exit', () => {
      this.#thread = undefined;
      this.#fail(new Error('The thread has ended.'));
    });
    return thread;
  }

  #take(answer: Answer): void {
    if (this.#isEnded) return;
    if (answer.is === 'changed') return this.#options.onChange();
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.is === 'history') waiting?.resolve(this.#alreadyTold(answer.history));
    else if (answer.is === 'failed') waiting?.reject(new Error(answer.reason));
    else {
      const history = waiting?.known.get(answer.version);
      if (history) waiting?.resolve(history);
    }
  }

  /** Of folders that are asked for at once in one repository, each is told all of it. */
  #alreadyTold(history: History | NoHistory): History | NoHistory {
    const isSame = (told: History): boolean => history.kind === 'read' && told.version === history.version;
    return [...this.#told.values()].find(isSame) ?? history;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
