import type { Choice, Frame, InputQuestion, PickQuestion, Prompts, Reply } from './prompts.ts';

/**
 * Asks one question until it is answered by a value: what a choice asks further, and which one is meant where a
 * text can be read in several ways. The way back leads from there to the question itself.
 */
export async function askOne(
  question: PickQuestion | InputQuestion,
  frame: Frame,
  prompts: Prompts,
): Promise<Reply> {
  if (question.is === 'input') return await askText(question, frame, prompts);
  for (let proposal = question.proposal; ;) {
    const reply = await prompts.pick({ ...question, proposal }, frame);
    if (reply.is !== 'answer') return reply;
    const further = question.choices.find(({ value }) => value === reply.text)?.asks;
    if (!further) return reply;
    const answer = await askText(further, { ...frame, hasBack: true }, prompts);
    if (answer.is !== 'back') return answer;
    proposal = reply.text;
  }
}

async function askText(question: InputQuestion, frame: Frame, prompts: Prompts): Promise<Reply> {
  for (let proposal = question.proposal; ;) {
    const reply = await prompts.input({ ...question, proposal }, frame);
    if (reply.is !== 'answer' || !question.reading) return reply;
    const { value, choices } = question.reading.meantBy(reply.text);
    if (value !== undefined) return { is: 'answer', text: value };
    const which: PickQuestion = {
      is: 'pick',
      ask: question.reading.which(reply.text),
      choices: choices.map((choice) => ({ value: choice, label: choice })),
      proposal: choices[0] ?? '',
    };
    const chosen = await prompts.pick(which, { ...frame, hasBack: true });
    if (chosen.is === 'answer') return chosen;
    if (chosen.is === 'stop') return { is: 'stop', text: reply.text };
    proposal = reply.text;
  }
}

/** The question with something else in its box; in a list, what is none of its choices stands in the box of the one that asks. */
export function withProposal(
  question: PickQuestion | InputQuestion,
  proposal: string,
): PickQuestion | InputQuestion {
  if (question.is === 'input') return { ...question, proposal };
  if (question.choices.some(({ value }) => value === proposal)) return { ...question, proposal };
  const asking = question.choices.find(({ asks }) => asks);
  if (!asking) return question;
  const choices = question.choices.map((choice): Choice =>
    choice === asking ? { ...choice, asks: { ...asking.asks!, proposal } } : choice,
  );
  return { ...question, choices, proposal: asking.value };
}
