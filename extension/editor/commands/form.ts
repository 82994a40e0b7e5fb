import type { InputQuestion, PickQuestion, Prompts } from './prompts.ts';

/** Answers by key. */
export type Answers = ReadonlyMap<string, string>;

/** One question of a form. It sees the answers to those before it. */
export interface FormStep {
  readonly key: string;
  /** Whether it is asked at all, as far as these answers say; without it, it is. */
  applies?(answers: Answers): boolean;
  /** It is asked only in a case that shows when its turn comes, and is not counted before. */
  readonly isRare?: true;
  /** Undefined: there is nothing to ask. */
  ask(
    answers: Answers,
  ): PickQuestion | InputQuestion | undefined | Promise<PickQuestion | InputQuestion | undefined>;
}

/**
 * Asks one question after the other, with a way back, and gives the answers; undefined where the person stops.
 * What is given is not asked. Going back forgets what was answered since, but an answer stands in its box again
 * as long as the same is proposed there.
 */
export async function fillForm(
  title: string,
  steps: readonly FormStep[],
  prompts: Prompts,
  given: Answers = new Map(),
): Promise<Answers | undefined> {
  const answers = new Map(given);
  const earlier = new Map<string, { readonly proposal: string; readonly text: string }>();
  const asked: number[] = [];
  const left = steps.filter(({ key }) => !given.has(key));
  for (let i = 0; i < left.length;) {
    const step = left[i]!;
    const question = step.applies?.(answers) === false ? undefined : await step.ask(answers);
    if (!question) {
      i++;
      continue;
    }
    const before = earlier.get(step.key);
    const proposal = before?.proposal === question.proposal ? before.text : question.proposal;
    const further = left.slice(i + 1).filter((one) => !one.isRare && one.applies?.(answers) !== false);
    const number = asked.length + 1;
    const frame = { title, step: number, total: number + further.length };
    const reply =
      question.is === 'pick'
        ? await prompts.pick({ ...question, proposal }, frame)
        : await prompts.input({ ...question, proposal }, frame);
    if (reply.is === 'stop') return undefined;
    if (reply.is === 'back') {
      i = asked.pop() ?? i;
      for (const { key } of left.slice(i)) answers.delete(key);
      continue;
    }
    answers.set(step.key, reply.text);
    earlier.set(step.key, { proposal: question.proposal, text: reply.text });
    asked.push(i);
    i++;
  }
  return answers;
}
