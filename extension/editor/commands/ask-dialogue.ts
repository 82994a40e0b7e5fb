import type { Dialogue, PutQuestion } from '../../engine/editing.ts';
import type { Said } from '../../engine/model/said.ts';
import type { FieldSpec } from '../../engine/model/schema.ts';
import { askOne, withProposal } from './ask-one.ts';
import type { Choice, InputQuestion, PickQuestion, Prompts, Translations } from './prompts.ts';
import type { SpokenModules } from './spoken-modules.ts';
import { valueQuestion } from './value-question.ts';

/** What a question of a draft is put with. */
export interface Speaking {
  readonly modules: Pick<SpokenModules, 'answerChoices' | 'meantBy' | 'problemOfValue'>;
  readonly l10n: Translations;
  readonly say: (said: Said) => string;
}

/**
 * Puts the questions of a draft one after the other until none is left or the person stops, with a way back and one past
 * each. Each answer is written before the next question. `onUnwritten` is told of one that could not be.
 */
export async function askDialogue(
  title: string,
  dialogue: Dialogue,
  prompts: Prompts,
  speaking: Speaking,
  onUnwritten: (put: PutQuestion) => void = () => undefined,
): Promise<void> {
  let step = 1;
  for (let put = dialogue.current(); put; put = dialogue.current()) {
    const { given, left, hasBack } = put;
    const frame = { title, step, total: step + left - 1, hasBack, hasSkip: true };
    const question = questionOf(put, speaking);
    const reply = await askOne(
      given === undefined ? question : withProposal(question, given),
      frame,
      prompts,
    );
    if (reply.is === 'stop') return;
    if (reply.is === 'back') dialogue.back();
    else if (!(await dialogue.answer(reply.text))) onUnwritten(put);
    step = reply.is === 'back' ? Math.max(1, step - 1) : step + 1;
  }
}

/** No suggestion: what it stands for is typed. */
const somethingElse = '...';

/** The example as the language of the person writes it. */
function placeholderOf({ example }: FieldSpec, l10n: Translations, say: Speaking['say']): string {
  if (example === '') return l10n.t('Leave it empty to fill it in later.');
  const words = say({ template: '{{example}}', data: { example: { words: example, group: 'example' } } });
  return l10n.t('For example {0}. Leave it empty to fill it in later.', words);
}

function questionOf({ asking }: PutQuestion, { modules, l10n, say }: Speaking): PickQuestion | InputQuestion {
  const { spec, suggestions, language } = asking.answer!;
  const ask = asking.asks.map(say).join(' ');
  const about = say(asking.why);
  const typed: InputQuestion = {
    ...valueQuestion(spec, '', modules, l10n, language),
    ask,
    about,
    placeholder: placeholderOf(spec, l10n, say),
  };
  if (suggestions.length === 0) return typed;
  const isOpen = modules.answerChoices(spec, language)?.isOpen ?? true;
  const choices: readonly Choice[] = [
    ...suggestions.map((value) => ({ value, label: value })),
    ...(isOpen ? [{ value: somethingElse, label: l10n.t('Something else...'), asks: typed }] : []),
    { value: '', label: l10n.t('Leave it open'), detail: l10n.t('To be filled in later.') },
  ];
  return { is: 'pick', ask, about, choices, proposal: suggestions[0] ?? '' };
}
