import type * as vscode from 'vscode';

/** How a person is asked; in the editor by quick inputs, in tests by a script. */
export interface Prompts {
  pick(question: PickQuestion, frame: Frame): Promise<Reply>;
  input(question: InputQuestion, frame: Frame): Promise<Reply>;
}

export type Reply =
  { readonly is: 'answer'; readonly text: string } | { readonly is: 'back' } | { readonly is: 'stop' };

/** Where a question stands among those of a form. */
export interface Frame {
  readonly title: string;
  readonly step: number;
  readonly total: number;
}

/** One of several. What is proposed is chosen by Enter. */
export interface PickQuestion {
  readonly is: 'pick';
  readonly ask: string;
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
}

/** What a form needs of the editor's translations, so that it runs without one. */
export type Translations = Pick<typeof vscode.l10n, 't'>;
