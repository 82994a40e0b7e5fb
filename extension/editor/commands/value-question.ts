import type { TemplateLanguage } from '../../engine/editing.ts';
import type { FieldSpec } from '../../engine/model/schema.ts';
import type { Choice, InputQuestion, PickQuestion, Translations } from './prompts.ts';
import type { SpokenModules } from './spoken-modules.ts';

type Modules = Pick<SpokenModules, 'meantBy' | 'problemOfValue'>;

/** The question for a value, in plain words, with what it is good for; it may stay open. What it offers is in words of the language. */
export function valueQuestion(
  spec: FieldSpec,
  proposal: string,
  { meantBy, problemOfValue }: Modules,
  l10n: Translations,
  language: TemplateLanguage,
): InputQuestion {
  return {
    is: 'input',
    ask: l10n.t(spec.ask),
    about: l10n.t(spec.description),
    placeholder: l10n.t('For example {0}. Leave it empty to fill it in later.', l10n.t(spec.example)),
    proposal,
    problemOf(text) {
      const { value, choices } = meantBy(spec, text, language);
      return value === undefined && choices.length === 0 ? problemOfValue(spec, text) : undefined;
    },
    reading: {
      meantBy: (text) => meantBy(spec, text, language),
      hintOf(text) {
        const { value, choices } = meantBy(spec, text, language);
        if (value !== undefined) return value === text ? undefined : l10n.t('Understood as {0}.', value);
        return choices.length === 0
          ? undefined
          : l10n.t('Is it {0}? Press Enter to choose.', choices.join(' / '));
      },
      which: (text) => l10n.t('"{0}" is not clear: which one is meant?', text),
    },
  };
}

/** No answer of a list: what it stands for is asked. */
const somethingElse = '...';

/** The question for a value that has a list: its words, another one where there are more, or none for now. */
export function listQuestion(
  spec: FieldSpec,
  proposal: string,
  modules: Modules & Pick<SpokenModules, 'answerChoices'>,
  l10n: Translations,
  language: TemplateLanguage,
): PickQuestion | undefined {
  const list = modules.answerChoices(spec, language);
  if (!list) return undefined;
  const details = spec.type.is === 'renewal' ? renewalDetails(l10n) : [];
  const choices: Choice[] = list.values.map((value, i) => ({
    value,
    label: value,
    ...(details[i] !== undefined && { detail: details[i] }),
  }));
  if (list.isOpen)
    choices.push({
      value: somethingElse,
      label: l10n.t('Something else...'),
      asks: valueQuestion(spec, '', modules, l10n, language),
    });
  choices.push({ value: '', label: l10n.t('Leave it open'), detail: l10n.t('To be filled in later.') });
  return { is: 'pick', ask: l10n.t(spec.ask), choices, proposal };
}

/** What each of the renewals offered comes to, in their order. */
function renewalDetails(l10n: Translations): readonly string[] {
  return [
    l10n.t('The contract ends by itself.'),
    l10n.t('It goes on for 12 months unless somebody refuses in time.'),
    l10n.t('It goes on for 12 months if somebody asks for it in time.'),
  ];
}
