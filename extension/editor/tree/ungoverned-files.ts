import * as vscode from 'vscode';
import type { Cancellation } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { createLatest, type Latest } from '../workspace/latest.ts';
import type { Overviews } from './overviews.ts';
import type { Sessions } from '../workspace/sessions.ts';
import type { ViewSlot } from './view-slot.ts';
import { recognisedFiles } from './welcome.ts';
import type { RecognisedFile } from './recognised-rows.ts';
import type { TreeWords } from './tree-words.ts';

/** What the look at a workspace without an engagement needs of its surroundings. */
interface Surroundings {
  readonly sessions: Sessions;
  readonly overviews: Overviews;
  readonly host: Host;
  readonly slot: Pick<ViewSlot<unknown>, 'id' | 'view'>;
  readonly words: TreeWords;
}

/** What the view shows where no engagement is: the files that look like documents of one. */
export class UngovernedFiles {
  readonly #surroundings: Surroundings;
  readonly #onNews: () => void;
  readonly #looks: Latest;
  #recognised: readonly RecognisedFile[] = [];
  #saidEmpty: boolean | undefined;

  /** `onNews` is called where other files are to be shown than before. */
  constructor(surroundings: Surroundings, onNews: () => void, report: (error: unknown) => void) {
    this.#surroundings = surroundings;
    this.#onNews = onNews;
    this.#looks = createLatest((cancellation) => this.#lookFor(cancellation), report);
  }

  recognised(): readonly RecognisedFile[] {
    return this.#recognised;
  }

  /** Asked anew whenever somebody opens the view. */
  look(): void {
    const { overviews, slot } = this.#surroundings;
    const done = this.#looks.begin();
    if (slot.view.visible && overviews.lines().length === 0)
      void vscode.window.withProgress({ location: { viewId: slot.id } }, () => done);
  }

  /** The end of the look that is under way. */
  running(): Promise<void> | undefined {
    return this.#looks.running();
  }

  abort(): void {
    this.#looks.abort();
  }

  async #lookFor(cancellation: Cancellation): Promise<void> {
    const { sessions, overviews, host, slot, words } = this.#surroundings;
    await sessions.settled();
    await overviews.settled();
    if (cancellation.aborted) return;
    const isEmpty = overviews.lines().length === 0;
    // Until it is known that there is no engagement the view does not say so.
    if (isEmpty !== this.#saidEmpty) {
      this.#saidEmpty = isEmpty;
      await vscode.commands.executeCommand('setContext', 'outrigger.hasNoEngagement', isEmpty);
    }
    const files =
      isEmpty && slot.view.visible ? await recognisedFiles(host, sessions.slices, cancellation) : [];
    if (cancellation.aborted) return;
    if (files.length > 0 && !words.areKnown()) words.learnFrom(await host.loadEngine());
    const isNews = files.length > 0 || this.#recognised.length > 0;
    this.#recognised = files;
    if (isNews) this.#onNews();
  }
}
