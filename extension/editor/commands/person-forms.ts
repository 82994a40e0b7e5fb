import type { IsoDate } from '../../engine/model/value.ts';
import { engagementStep, placeIn, type Places } from './engagement-step.ts';
import type { FormStep, Answers } from './form.ts';
import type { Choice, InputQuestion, Translations } from './prompts.ts';
import type { SpokenModules } from './spoken-modules.ts';
import { valueQuestion } from './value-question.ts';

/** An engagement whose people can be chosen. */
export interface PeoplePlace {
  readonly choice: Choice;
  /** Keys. */
  readonly people: readonly string[];
  /** The last day of a person that is known. */
  untilOf(person: string): IsoDate | undefined;
}

export interface PersonSurroundings extends Places<PeoplePlace> {
  readonly modules: Pick<SpokenModules, 'catalogue' | 'meantBy' | 'problemOfValue'>;
  readonly l10n: Translations;
}

/** Who leaves, and when: keys `engagement`, `person`, `on`. */
export function leaverForm(surroundings: PersonSurroundings): readonly FormStep[] {
  const { l10n } = surroundings;
  return [
    engagementStep(surroundings, l10n),
    {
      key: 'person',
      ask: (answers) => people(placeIn(answers, surroundings), l10n.t('Who leaves?')),
    },
    { key: 'on', ask: (answers) => lastDay(answers, surroundings) },
  ];
}

/** Who takes over from somebody: key `to`. */
export function successorForm(place: PeoplePlace, person: string, l10n: Translations): readonly FormStep[] {
  const others = { ...place, people: place.people.filter((one) => one !== person) };
  return [
    {
      key: 'to',
      ask: () => (others.people.length === 0 ? undefined : people(others, l10n.t('Who takes over?'))),
    },
  ];
}

/** Who signs, and in which sense: keys `by`, `means`. */
export function signForm(place: PeoplePlace, l10n: Translations): readonly FormStep[] {
  return [
    { key: 'by', ask: () => people(place, l10n.t('Who signs?')) },
    {
      key: 'means',
      ask: () => ({
        is: 'pick',
        ask: l10n.t('In which sense is it signed?'),
        choices: [
          { value: 'reviewed', label: l10n.t('Reviewed'), detail: l10n.t('It was gone through.') },
          {
            value: 'approved',
            label: l10n.t('Approved'),
            detail: l10n.t('It binds once both sides have approved the same content.'),
          },
        ],
        proposal: 'reviewed',
      }),
    },
  ];
}

function people(place: PeoplePlace, ask: string): ReturnType<FormStep['ask']> {
  return {
    is: 'pick',
    ask,
    choices: place.people.map((one) => ({ value: one, label: one })),
    proposal: place.people[0] ?? '',
  };
}

/** As the column Until is asked for, but that it must be given. */
function lastDay(answers: Answers, surroundings: PersonSurroundings): InputQuestion {
  const { modules, l10n } = surroundings;
  const until = modules.catalogue.sections.people.columns.find(({ key }) => key === 'until')!;
  const known = placeIn(answers, surroundings).untilOf(answers.get('person') ?? '');
  const question = valueQuestion(until, known ?? '', modules, l10n, 'en');
  return {
    ...question,
    ask: l10n.t('What is the last day?'),
    placeholder: l10n.t('For example {0}.', until.example),
    problemOf: (text) => (text === '' ? l10n.t('Write a day.') : question.problemOf(text)),
  };
}
