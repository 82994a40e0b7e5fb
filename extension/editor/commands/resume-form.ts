import type { FormMemory } from './form.ts';
import type { Prompts, Translations } from './prompts.ts';

/**
 * Asks whoever has left a form before whether it goes on from there or begins afresh. False where the person stops;
 * the answers are kept then.
 */
export async function resumeForm(
  title: string,
  memory: FormMemory,
  { pick }: Prompts,
  l10n: Translations,
): Promise<boolean> {
  const given = [...memory.answers].filter(([key, text]) => key !== 'folder' && text !== '');
  const typed = [...memory.boxes.values()].some(({ proposal, text }) => text !== proposal);
  if (given.length === 0 && !typed) {
    Object.assign(memory, emptyMemory());
    return true;
  }
  const reply = await pick(
    {
      is: 'pick',
      ask: l10n.t('These questions were left before the last one.'),
      choices: [
        {
          value: 'on',
          label: l10n.t('Go on with the answers given'),
          ...(given.length > 0 && { detail: given.map(([, text]) => text).join(' · ') }),
        },
        { value: 'afresh', label: l10n.t('Begin afresh') },
      ],
      proposal: 'on',
    },
    { title },
  );
  if (reply.is !== 'answer') return false;
  if (reply.text === 'afresh') Object.assign(memory, emptyMemory());
  return true;
}

export function emptyMemory(): FormMemory {
  return { answers: new Map(), boxes: new Map() };
}
