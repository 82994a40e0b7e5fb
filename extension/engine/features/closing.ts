import type { Said } from '../model/said.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { Language } from '../model/language.ts';
import { openValues, withValue, type LanguageFrom } from './answers.ts';
import { closeRecord, type ClosableRecord, type ClosedRecord } from './close-record.ts';
import { withAction } from './lacking-actions.ts';

/** What is asked of whoever closes a record. */
export interface ClosingQuestion {
  readonly spec: FieldSpec;
  readonly asks: readonly Said[];
}

/** Who is asked: the answer, empty where it is left open; undefined where the person stops. */
export type AskClosing = (question: ClosingQuestion) => Promise<string | undefined>;

/** A draft that somebody is to be asked about. */
export interface AskedRecord extends ClosableRecord {
  /** Of the record. */
  readonly language: Language;
  /** An answer that cannot be written where it belongs without losing something: `at` is a key, a cell, or a title. */
  onUnwritable(at: string, answer: string): void;
}

export interface Closing {
  readonly closed: ClosedRecord;
  /** How many were written. */
  readonly answers: number;
}

/**
 * Asks for each value that a draft lacks and for the action of each missed result, and makes it final. It is over once it is
 * final, nothing more is answered, or the person stops: what was answered by then is in the text.
 */
export async function closing(record: AskedRecord, from: LanguageFrom, ask: AskClosing): Promise<Closing> {
  const dialogue = new Dialogue(record, ask);
  for (;;) {
    await dialogue.askValues();
    const closed = closeRecord(record, from);
    if (!(await dialogue.askActions(closed))) return { closed, answers: dialogue.answers };
  }
}

/** Asks everything once. */
class Dialogue {
  answers = 0;
  readonly #record: AskedRecord;
  readonly #ask: AskClosing;
  readonly #asked = new Set<string>();
  #hasStopped = false;

  constructor(record: AskedRecord, ask: AskClosing) {
    this.#record = record;
    this.#ask = ask;
  }

  /** Each value that is lacking, and those that are lacking then. */
  async askValues(): Promise<void> {
    for (;;) {
      const open = openValues(this.#record.document(), this.#record.questions());
      const next = open.find(({ at }) => !this.#asked.has(at));
      if (!next || this.#hasStopped) return;
      await this.#put(next.at, next.at, next, (value) => withValue(this.#record.document(), next.at, value));
    }
  }

  /** The action of each missed result that has none; says whether one was written. */
  async askActions({ lacking }: ClosedRecord): Promise<boolean> {
    const before = this.answers;
    for (const one of lacking) {
      const key = `action of ${one.of}`;
      if (this.#asked.has(key) || this.#hasStopped) continue;
      await this.#put(key, one.spec.title, one, (words) =>
        withAction(this.#record.document(), one.of, words, this.#record.language),
      );
    }
    return this.answers > before;
  }

  async #put(
    key: string,
    at: string,
    question: ClosingQuestion,
    written: (answer: string) => string | undefined,
  ): Promise<void> {
    this.#asked.add(key);
    const answer = await this.#ask(question);
    if (answer === undefined) this.#hasStopped = true;
    if (answer === undefined || answer === '') return;
    const text = written(answer);
    if (text === undefined) {
      this.#record.onUnwritable(at, answer);
      return;
    }
    this.#record.change(text);
    this.answers++;
  }
}
