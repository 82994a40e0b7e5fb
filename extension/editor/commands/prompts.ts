import type * as vscode from 'vscode';
import type { Meant } from '../../engine/editing.ts';

/** How a person is asked; in the editor by quick inputs, in tests by a script. */
export interface Prompts {
  pick(question: PickQuestion, frame: Frame): Promise<Reply>;
  input(question: InputQuestion, frame: Frame): Promise<Reply>;
}

export type Reply =
  | { readonly is: 'answer'; readonly text: string }
  | { readonly is: 'back' }
  /** With what stood in the box by then. */
  | { readonly is: 'stop'; readonly text?: string };

/** Where a question stands among those of a form; one that is asked before them has no number. */
export interface Frame {
  readonly title: string;
  readonly step?: number;
  readonly total?: number;
  /** Whether there is something to go back to. */
  readonly hasBack?: boolean;
  /** Whether there is a button that leaves the question open, as an empty answer does. */
  readonly hasSkip?: boolean;
}

/** One of several. What is proposed is chosen by Enter. */
export interface PickQuestion {
  readonly is: 'pick';
  readonly ask: string;
  /** What the answer is good for. */
  readonly about?: string;
  readonly choices: readonly Choice[];
  readonly proposal: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Choices of one group stand together, below its name. */
  readonly group?: string;
  /** What is asked of whoever takes this one; the answer to that counts. */
  readonly asks?: InputQuestion;
}

/** A text. What is proposed stands in the box and is taken by Enter. */
export interface InputQuestion {
  readonly is: 'input';
  readonly ask: string;
  /** What the answer is good for. */
  readonly about?: string;
  readonly placeholder: string;
  readonly proposal: string;
  /** What is wrong with a text, as a sentence; undefined where it can be taken. */
  problemOf(text: string): string | undefined | Promise<string | undefined>;
  /** What a text that can be taken is read as, where it is not simply itself. */
  readonly reading?: Reading;
}

/** How texts are read that say a value in other words. */
export interface Reading {
  meantBy(text: string): Meant;
  /** What is read, as a sentence, while it is typed; undefined where the text is the value. */
  hintOf(text: string): string | undefined;
  /** Which of several is meant, as a question. */
  which(text: string): string;
}

/** What a form needs of the editor's translations, so that it runs without one. */
export type Translations = Pick<typeof vscode.l10n, 't'>;
