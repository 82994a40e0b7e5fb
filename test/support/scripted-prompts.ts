import type {
  Frame,
  InputQuestion,
  PickQuestion,
  Prompts,
  Reply,
} from '../../extension/editor/commands/prompts.ts';

/** One move of a person: Enter, a text typed or chosen before Enter, the way back, or Escape, from a text that stays in the box. */
export type Move =
  | 'enter'
  | 'back'
  | 'escape'
  | { readonly types: string }
  | { readonly picks: string }
  | { readonly leaves: string };

export interface ScriptedPrompts extends Prompts {
  /** What was asked, with the step: "2/9 Who is the client?". */
  readonly seen: readonly string[];
  readonly questions: readonly (PickQuestion | InputQuestion)[];
  /** What was said of texts that could not be taken. */
  readonly refused: readonly string[];
}

/** Answers by a script; once it is over, by Enter. A text that is refused is typed over by the next move. */
export function scriptedPrompts(moves: readonly Move[] = []): ScriptedPrompts {
  const left = [...moves];
  const seen: string[] = [];
  const questions: (PickQuestion | InputQuestion)[] = [];
  const refused: string[] = [];

  function see(question: PickQuestion | InputQuestion, { step, total }: Frame): void {
    const about = question.is === 'input' && question.about !== undefined ? ` ${question.about}` : '';
    seen.push(`${step}/${total} ${question.ask}${about}`);
    questions.push(question);
  }

  return {
    seen,
    questions,
    refused,
    pick(question, frame) {
      see(question, frame);
      const move = left.shift() ?? 'enter';
      if (move === 'back') return Promise.resolve({ is: 'back' });
      if (move === 'escape') return Promise.resolve({ is: 'stop' });
      const text = typeof move === 'object' && 'picks' in move ? move.picks : question.proposal;
      if (!question.choices.some(({ value }) => value === text)) throw new Error(`"${text}" is no choice.`);
      return Promise.resolve({ is: 'answer', text });
    },
    async input(question, frame): Promise<Reply> {
      see(question, frame);
      for (;;) {
        const move = left.shift() ?? 'enter';
        if (move === 'back') return { is: 'back' };
        if (move === 'escape') return { is: 'stop', text: question.proposal };
        if (typeof move === 'object' && 'leaves' in move) return { is: 'stop', text: move.leaves };
        const text = typeof move === 'object' && 'types' in move ? move.types : question.proposal;
        const problem = await question.problemOf(text);
        if (problem === undefined) return { is: 'answer', text };
        refused.push(problem);
      }
    },
  };
}

/** Texts as they stand in the source, with what is filled in. */
export const untranslated = {
  t: (message: unknown, ...args: unknown[]): string =>
    String(message).replace(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)])),
};
