import type { Answers, FormStep } from './form.ts';
import type { Choice, Translations } from './prompts.ts';

/** Engagements that one of is chosen; at least one. */
export interface Places<T extends { readonly choice: Choice }> {
  readonly places: readonly T[];
  /** What is proposed where there are several. */
  readonly nearest: T | undefined;
}

/** Which engagement it is about, where there are several: key `engagement`. */
export function engagementStep<T extends { readonly choice: Choice }>(
  { places, nearest }: Places<T>,
  l10n: Translations,
): FormStep {
  return {
    key: 'engagement',
    applies: () => places.length > 1,
    ask: () => ({
      is: 'pick',
      ask: l10n.t('Which engagement is it about?'),
      choices: places.map(({ choice }) => choice),
      proposal: (nearest ?? places[0])?.choice.value ?? '',
    }),
  };
}

/** The engagement that was chosen, else the nearest. */
export function placeIn<T extends { readonly choice: Choice }>(
  answers: Answers,
  { places, nearest }: Places<T>,
): T {
  const chosen = answers.get('engagement');
  return places.find(({ choice }) => choice.value === chosen) ?? nearest ?? places[0]!;
}
