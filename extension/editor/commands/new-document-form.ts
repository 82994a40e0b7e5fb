import type { KindsOffered, TemplateLanguage } from '../../engine/editing.ts';
import type { KindKey } from '../../engine/model/schema.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import type { EngineModule } from '../host.ts';
import { firstFree } from './first-free.ts';
import type { Answers, FormStep } from './form.ts';
import type { Choice, Translations } from './prompts.ts';
import { valueQuestion } from './value-question.ts';
import { fileName } from '../../engine/model/file-paths.ts';

/** An engagement that a document may be added to. */
export interface Place {
  readonly choice: Choice;
  /** Its folder, relative to that of the workspace. */
  readonly folder: string;
  readonly asOf: IsoDate;
  /** The language of its documents, as far as something says so. */
  readonly language: TemplateLanguage;
  kinds(): KindsOffered;
  /** What a document of a kind takes from the engagement. */
  inherited(kind: KindKey): ReadonlyMap<string, string>;
  isTaken(path: string): Promise<boolean>;
}

/** What the form of a new document asks its surroundings. */
export interface NewDocumentSurroundings {
  readonly modules: Pick<
    EngineModule,
    | 'catalogue'
    | 'fileNameOf'
    | 'freePaths'
    | 'isReserved'
    | 'meantBy'
    | 'namingKeys'
    | 'problemOfSetting'
    | 'problemOfValue'
    | 'templateLanguages'
    | 'titleOf'
    | 'wordsFor'
  >;
  readonly l10n: Translations;
  /** At least one. */
  readonly places: readonly Place[];
  /** The one that the person is looking at. */
  readonly nearest: Place | undefined;
  /** The language that the editor speaks. */
  readonly spoken: TemplateLanguage;
}

/** What the answers come to. */
export interface DocumentWanted {
  readonly place: Place;
  readonly kind: KindKey;
  readonly language: TemplateLanguage;
  readonly values: ReadonlyMap<string, string>;
  /** Relative to the folder of the workspace. */
  readonly path: string;
}

/** The form of a new document: engagement, kind, language, what its name is made of, title; a name where it is taken. */
export function newDocumentForm(surroundings: NewDocumentSurroundings): readonly FormStep[] {
  const { modules, l10n, places, nearest, spoken } = surroundings;
  const wanted = (answers: Answers): DocumentWanted => documentWanted(answers, surroundings);
  const named = modules.namingKeys('record');

  const engagement: FormStep = {
    key: 'engagement',
    applies: () => places.length > 1,
    ask: () => ({
      is: 'pick',
      ask: l10n.t('Which engagement is it for?'),
      choices: places.map(({ choice }) => choice),
      proposal: (nearest ?? places[0])?.choice.value ?? '',
    }),
  };

  const kind: FormStep = {
    key: 'kind',
    ask(answers) {
      const { asked, others, present } = wanted(answers).place.kinds();
      const choicesOf = (kinds: readonly KindKey[], group: string): readonly Choice[] =>
        kinds.map((one) => ({
          value: one,
          label: modules.titleOf(one, spoken),
          detail: l10n.t(modules.catalogue.kinds[one].description),
          group,
        }));
      const choices = [
        ...choicesOf(asked, l10n.t('missing in this phase')),
        ...choicesOf(others, l10n.t('other kinds')),
        ...choicesOf(present, l10n.t('already there')),
      ];
      return {
        is: 'pick',
        ask: l10n.t('What kind of document is it?'),
        choices,
        proposal: choices[0]?.value ?? '',
      };
    },
  };

  const language: FormStep = {
    key: 'language',
    ask: (answers) => ({
      is: 'pick',
      ask: l10n.t('Which language is it written in?'),
      choices: modules.templateLanguages.map((one) => ({
        value: one,
        label: one === 'sv' ? l10n.t('Swedish') : l10n.t('English'),
        description: one,
      })),
      proposal: wanted(answers).place.language,
    }),
  };

  const naming = named.map((spec): FormStep => ({
    key: spec.key,
    applies: (answers) => modules.namingKeys(wanted(answers).kind).some(({ key }) => key === spec.key),
    ask(answers) {
      const { place, language: written } = wanted(answers);
      const words = modules.wordsFor(spec, written);
      if (words.length === 0)
        return valueQuestion(spec, spec.key === 'held' ? place.asOf : '', modules, l10n, written);
      return {
        is: 'pick',
        ask: l10n.t(spec.ask),
        choices: words.map((word) => ({ value: word, label: word })),
        proposal: words[0] ?? '',
      };
    },
  }));

  const title: FormStep = {
    key: 'title',
    ask(answers) {
      const { kind: chosen, language: written, values } = wanted(answers);
      const proposal = modules.titleOf(chosen, written, values);
      return {
        is: 'input',
        ask: l10n.t('What is it called?'),
        placeholder: proposal,
        proposal,
        problemOf: (text) => modules.problemOfSetting(chosen, 'title', text),
      };
    },
  };

  const file: FormStep = {
    key: 'file',
    isRare: true,
    async ask(answers) {
      const { place, path } = wanted(answers);
      if (!(await place.isTaken(path))) return undefined;
      const free = await firstFree(modules.freePaths(path), (one) => place.isTaken(one));
      const [taken, proposal] = [fileName(path), fileName(free)];
      return {
        is: 'input',
        ask: l10n.t('What is the file called?'),
        about: l10n.t('"{0}" exists already and is left alone.', taken),
        placeholder: proposal,
        proposal,
        async problemOf(text) {
          if (!/^[^\\/:*?"<>|.][^\\/:*?"<>|]*\.md$/i.test(text) || modules.isReserved(text))
            return l10n.t('"{0}" is no name of a Markdown file here: write for example {1}.', text, proposal);
          if (!(await place.isTaken(pathIn(place.folder, text)))) return undefined;
          return l10n.t('"{0}" exists already: take another name, for example {1}.', text, proposal);
        },
      };
    },
  };

  return [engagement, kind, language, ...naming, title, file];
}

/** What answers come to, with what is proposed where an answer is still to come. */
export function documentWanted(
  answers: Answers,
  { modules, places, nearest }: NewDocumentSurroundings,
): DocumentWanted {
  const place =
    places.find(({ choice }) => choice.value === answers.get('engagement')) ?? nearest ?? places[0];
  if (!place) throw new Error('A document needs an engagement to stand in.');
  // The choices of these pickers are such keys.
  const kind = (answers.get('kind') ?? 'process') as KindKey;
  const language = (answers.get('language') ?? place.language) as TemplateLanguage;
  const keys = ['title', ...modules.namingKeys(kind).map(({ key }) => key)];
  const answered = keys.flatMap((key) => (answers.has(key) ? [[key, answers.get(key) ?? ''] as const] : []));
  const values = new Map([...place.inherited(kind), ...answered]);
  const name = answers.get('file') ?? modules.fileNameOf(kind, values);
  return { place, kind, language, values, path: pathIn(place.folder, name) };
}

function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
