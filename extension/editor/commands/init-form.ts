import type { TemplateLanguage } from '../../engine/editing.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import type { FormStep } from './form.ts';
import type { Choice, Translations } from './prompts.ts';
import { listQuestion, valueQuestion } from './value-question.ts';
import type { SpokenModules } from './spoken-modules.ts';

/** What the form of a new engagement asks its surroundings. */
export interface InitSurroundings {
  readonly modules: Pick<
    SpokenModules,
    | 'answerChoices'
    | 'asksPhase'
    | 'engagementQuestions'
    | 'meantBy'
    | 'phaseQuestion'
    | 'problemOfValue'
    | 'proposedAnswer'
  >;
  readonly l10n: Translations;
  /** Workspace folders that it may stand in; it is asked for where there are several. */
  readonly folders: readonly Choice[];
  /** The day, and the language of the document, in such a folder. */
  placeIn(folder: string): Promise<{ readonly asOf: IsoDate; readonly language: TemplateLanguage }>;
}

/** The form of a new engagement: where it stands if that is not clear, then eight questions, and the phase where the start leaves it open. */
export function initForm({ modules, l10n, folders, placeIn }: InitSurroundings): readonly FormStep[] {
  const [only] = folders;
  const where: FormStep = {
    key: 'folder',
    applies: () => folders.length > 1,
    ask: () => ({
      is: 'pick',
      ask: l10n.t('In which folder does the engagement belong?'),
      choices: folders,
      proposal: only?.value ?? '',
    }),
  };
  const { phaseQuestion } = modules;
  const questions = [...modules.engagementQuestions, phaseQuestion].map((spec): FormStep => ({
    key: spec.key,
    ...(spec === phaseQuestion && { isRare: true }),
    async ask(answers) {
      const { asOf, language } = await placeIn(answers.get('folder') ?? only?.value ?? '');
      if (spec === phaseQuestion && !modules.asksPhase(answers, asOf)) return undefined;
      const proposal = modules.proposedAnswer(spec.key, answers, asOf, language);
      return (
        listQuestion(spec, proposal, modules, l10n, language) ??
        valueQuestion(spec, proposal, modules, l10n, language)
      );
    },
  }));
  return [where, ...questions];
}
