import { parentPort, workerData } from 'node:worker_threads';
import type { History, NoHistory } from '../engine/model/history.ts';
import { HistoryCache, historyCacheFolder } from './history-cache.ts';
import { WatchedHistories } from './watched-histories.ts';

// A thread of its own: an editor that reads a long history in its own would stand still meanwhile.

/** What it is begun with. */
export interface WorkerStart {
  readonly root: string;
}

export type Question =
  /** `known`: the versions of histories that are not told again. */
  | {
      readonly is: 'ask';
      readonly id: number;
      readonly folder: string;
      readonly documents: readonly string[];
      readonly signed: readonly string[];
      readonly known: readonly string[];
    }
  | { readonly is: 'end' };

export type Answer =
  | { readonly is: 'history'; readonly id: number; readonly history: History | NoHistory }
  | { readonly is: 'known'; readonly id: number; readonly version: string }
  | { readonly is: 'failed'; readonly id: number; readonly reason: string }
  /** What was told may be another now. */
  | { readonly is: 'changed' };

if (parentPort) serve(parentPort, workerData as WorkerStart);

function serve(port: NonNullable<typeof parentPort>, { root }: WorkerStart): void {
  const tell = (answer: Answer): void => port.postMessage(answer);
  const histories = new WatchedHistories({
    root,
    cache: new HistoryCache(historyCacheFolder()),
    onChange: () => tell({ is: 'changed' }),
  });
  port.on('message', (question: Question) => {
    if (question.is === 'end') {
      histories.close();
      port.close();
    } else void answer(question, histories).then(tell);
  });
}

async function answer(
  { id, folder, documents, signed, known }: Extract<Question, { readonly is: 'ask' }>,
  histories: WatchedHistories,
): Promise<Answer> {
  try {
    const history = await histories.of(folder, documents, signed);
    return history.kind === 'read' && known.includes(history.version)
      ? { is: 'known', id, version: history.version }
      : { is: 'history', id, history };
  } catch (error) {
    return {
      is: 'failed',
      id,
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
