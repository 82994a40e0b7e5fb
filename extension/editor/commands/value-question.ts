import type { FieldSpec } from '../../engine/model/schema.ts';
import type { EngineModule } from '../host.ts';
import type { InputQuestion, Translations } from './prompts.ts';

/** The question for a value, in plain words, with what it is good for; it may stay open. */
export function valueQuestion(
  spec: FieldSpec,
  proposal: string,
  { problemOfValue }: Pick<EngineModule, 'problemOfValue'>,
  l10n: Translations,
): InputQuestion {
  return {
    is: 'input',
    ask: l10n.t(spec.ask),
    about: l10n.t(spec.description),
    placeholder: l10n.t('For example {0}. Leave it empty to fill it in later.', l10n.t(spec.example)),
    proposal,
    problemOf: (text) => (text === '' ? undefined : problemOfValue(spec, text)),
  };
}
