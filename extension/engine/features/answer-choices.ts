import { catalogue } from '../model/generated/catalogue.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { TemplateLanguage } from './scaffold.ts';
import { wordsFor } from './words-for.ts';

/** Answers that a form offers as a list. */
export interface AnswerChoices {
  readonly values: readonly string[];
  /** Whether there are further answers: another length, another word. */
  readonly isOpen: boolean;
}

/** The answers to a question whose type has a list, as documents of that language write them; undefined where it has none. */
export function answerChoices(spec: FieldSpec, language: TemplateLanguage): AnswerChoices | undefined {
  if (spec.type.is === 'renewal') return { values: renewals[language], isOpen: true };
  if (spec.type.is !== 'word') return undefined;
  return { values: wordsFor(spec, language), isOpen: catalogue.words[spec.type.list].open };
}

const renewals: Readonly<Record<TemplateLanguage, readonly string[]>> = {
  en: ['none', 'automatic, 12 months', 'option, 12 months'],
  sv: ['ingen', 'automatisk, 12 månader', 'option, 12 månader'],
};
