import type { Cancellation } from '../../../engine/index.ts';
import type { PendingChanges } from './pending-changes.ts';

/** While changes keep coming, what is known is shown this often. */
const showAtLeastMs = 1000;

/** Somebody who waits for the next time that everything has been read. */
export interface ReadingAsked {
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * What a session is doing: it waits for silence, it works on what has changed, and it reads everything. It may read
 * while it waits or works. It is idle where it does none of these and nothing is left to do, and from its end on.
 */
export class SessionState {
  readonly #changes: Pick<PendingChanges, 'isEmpty'>;
  readonly #life = { aborted: false };
  #isWaiting = false;
  #isWorking = false;
  #isReading = false;
  #isReady = false;
  #hasNews = false;
  #shownAt = 0;
  #asked: ReadingAsked[] = [];
  readonly #untilIdle: (() => void)[] = [];

  /** Aborted once the session has ended. */
  readonly life: Cancellation = this.#life;

  constructor(changes: Pick<PendingChanges, 'isEmpty'>) {
    this.#changes = changes;
  }

  /** Whether everything has been read once. */
  isReady(): boolean {
    return this.#isReady;
  }

  isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** A keystroke or a change was heard: there is to be silence before it is looked at. */
  beginWaiting(): void {
    this.#isWaiting = true;
  }

  /** Says whether work is to begin; what is under way sees by itself what there is. */
  endWaiting(): boolean {
    this.#isWaiting = false;
    return !this.#isWorking;
  }

  beginWork(): void {
    this.#isWorking = true;
  }

  /** A keystroke sets the timer anew, and what is left is done when the hands rest. */
  mayGoOn(): boolean {
    return !this.#life.aborted && !this.#isWaiting && this.#hasWork();
  }

  endWork(): void {
    this.#isWorking = false;
    if (this.#isIdle()) this.#release();
  }

  /** Resolves or rejects with the next reading that begins; at once where the session has ended. */
  askForReading(): Promise<void> {
    if (this.#life.aborted) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
    });
  }

  /** Once at a time: those who are to be answered by it. Undefined where nobody asks or one is under way. */
  beginReading(): readonly ReadingAsked[] | undefined {
    if (!this.#isReadingDue()) return undefined;
    this.#isReading = true;
    const asked = this.#asked;
    this.#asked = [];
    return asked;
  }

  /** Everything has been read. */
  becomeReady(): void {
    this.#isReady = true;
    this.#hasNews = true;
  }

  /** Whether it could be read or not. */
  endReading(): void {
    this.#isReading = false;
  }

  /** There is something that has not been shown. */
  addNews(): void {
    this.#hasNews = true;
  }

  /** Whether what is new is to be shown: when nothing is to be asked for first, or when that goes on for long. */
  isTellingDue(now: number): boolean {
    return this.#isReady && this.#hasNews && (this.#changes.isEmpty() || now - this.#shownAt > showAtLeastMs);
  }

  /** What is new from now on is told the next time. */
  beginTelling(): void {
    this.#hasNews = false;
  }

  endTelling(now: number): void {
    this.#shownAt = now;
  }

  /** Resolves once the session is idle. */
  untilIdle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#untilIdle.push(resolve));
  }

  /** Nobody is left waiting. */
  end(): void {
    this.#life.aborted = true;
    this.#isWaiting = false;
    for (const { resolve } of this.#asked.splice(0)) resolve();
    this.#release();
  }

  #isReadingDue(): boolean {
    return this.#asked.length > 0 && !this.#isReading;
  }

  #hasWork(): boolean {
    return !this.#changes.isEmpty() || this.#isReadingDue() || (this.#isReady && this.#hasNews);
  }

  #isIdle(): boolean {
    return (
      this.#life.aborted || (!this.#isWorking && !this.#isReading && !this.#isWaiting && !this.#hasWork())
    );
  }

  #release(): void {
    for (const done of this.#untilIdle.splice(0)) done();
  }
}
