import type { InputQuestion, PickQuestion, Prompts } from './prompts.ts';
import { askOne, withProposal } from './ask-one.ts';

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

/** What stood in a box, and what was proposed there. */
interface Box {
  readonly proposal: string;
  readonly text: string;
}

/** What is kept of a form that was left, for the next time. */
export interface FormMemory {
  answers: Answers;
  boxes: ReadonlyMap<string, Box>;
}

/**
 * Asks one question after the other, with a way back, and gives the answers; undefined where the person stops.
 * What is given is not asked. Going back forgets what was answered since, but an answer stands in its box again
 * as long as the same is proposed there. With a memory the form goes on where it was left, and leaves in it what
 * has been answered by the end.
 */
export async function fillForm(
  title: string,
  steps: readonly FormStep[],
  prompts: Prompts,
  given: Answers = new Map(),
  memory?: FormMemory,
): Promise<Answers | undefined> {
  const boxes = new Map(memory?.boxes);
  const left = steps.filter(({ key }) => !given.has(key));
  const { answers, asked, next } = replayed(left, given, memory?.answers);
  const keep = (): void => {
    if (memory) Object.assign(memory, { answers, boxes });
  };
  for (let i = next; i < left.length;) {
    const step = left[i]!;
    const question = step.applies?.(answers) === false ? undefined : await step.ask(answers);
    if (!question) {
      i++;
      continue;
    }
    const before = boxes.get(step.key);
    const proposal = before?.proposal === question.proposal ? before.text : question.proposal;
    const further = left.slice(i + 1).filter((one) => !one.isRare && one.applies?.(answers) !== false);
    const number = asked.length + 1;
    const frame = { title, step: number, total: number + further.length, hasBack: asked.length > 0 };
    const reply = await askOne(withProposal(question, proposal), frame, prompts);
    if (reply.is !== 'back' && reply.text !== undefined)
      boxes.set(step.key, { proposal: question.proposal, text: reply.text });
    if (reply.is === 'stop') {
      keep();
      return undefined;
    }
    if (reply.is === 'back') {
      i = asked.pop() ?? i;
      for (const { key } of left.slice(i)) answers.delete(key);
      continue;
    }
    answers.set(step.key, reply.text);
    asked.push(i);
    i++;
  }
  keep();
  return answers;
}

/** The answers that are known before anything is asked, and the step that comes next; the last one is asked in any case. */
function replayed(
  steps: readonly FormStep[],
  given: Answers,
  kept: Answers = new Map(),
): { readonly answers: Map<string, string>; readonly asked: number[]; readonly next: number } {
  const answers = new Map(given);
  const asked: number[] = [];
  let next = 0;
  for (; next < steps.length; next++) {
    const { key, applies } = steps[next]!;
    if (applies?.(answers) === false) continue;
    const answer = kept.get(key);
    if (answer === undefined) return { answers, asked, next };
    answers.set(key, answer);
    asked.push(next);
  }
  const last = asked.pop();
  if (last !== undefined) answers.delete(steps[last]!.key);
  return { answers, asked, next: last ?? next };
}
