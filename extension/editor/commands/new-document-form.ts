import type { FieldSpec, KindKey } from '../../engine/model/schema.ts';
import { documentWanted, pathIn, type NewDocumentSurroundings } from './document-wanted.ts';
import { firstFree } from './first-free.ts';
import type { FormStep } from './form.ts';
import type { Choice } from './prompts.ts';
import { valueQuestion } from './value-question.ts';
import { fileName } from '../../engine/model/file-paths.ts';

/** The form of a new document: engagement, kind, language, what its name and its rows follow from, title; a name where it is taken. */
export function newDocumentForm(surroundings: NewDocumentSurroundings): readonly FormStep[] {
  const { askedKeys, scaffoldKinds } = surroundings.modules;
  return [
    engagementStep(surroundings),
    kindStep(surroundings),
    languageStep(surroundings),
    ...scaffoldKinds.flatMap((kind) => askedKeys(kind).map((spec) => keyStep(kind, spec, surroundings))),
    titleStep(surroundings),
    fileStep(surroundings),
  ];
}

function engagementStep({ l10n, places, nearest }: NewDocumentSurroundings): FormStep {
  return {
    key: 'engagement',
    applies: () => places.length > 1,
    ask: () => ({
      is: 'pick',
      ask: l10n.t('Which engagement is it for?'),
      choices: places.map(({ choice }) => choice),
      proposal: (nearest ?? places[0])?.choice.value ?? '',
    }),
  };
}

function kindStep(surroundings: NewDocumentSurroundings): FormStep {
  const { modules, l10n, spoken } = surroundings;
  return {
    key: 'kind',
    ask(answers) {
      const { asked, others, present } = documentWanted(answers, surroundings).place.kinds();
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
}

function languageStep(surroundings: NewDocumentSurroundings): FormStep {
  const { modules, l10n } = surroundings;
  return {
    key: 'language',
    ask: (answers) => ({
      is: 'pick',
      ask: l10n.t('Which language is it written in?'),
      choices: modules.templateLanguages.map((one) => ({
        value: one,
        label: one === 'sv' ? l10n.t('Swedish') : l10n.t('English'),
        description: one,
      })),
      proposal: documentWanted(answers, surroundings).place.language,
    }),
  };
}

/** A key that a document of a kind is begun with. */
function keyStep(kind: KindKey, spec: FieldSpec, surroundings: NewDocumentSurroundings): FormStep {
  const { modules, l10n } = surroundings;
  return {
    key: spec.key,
    applies: (answers) => documentWanted(answers, surroundings).kind === kind,
    ask(answers) {
      const { place, language } = documentWanted(answers, surroundings);
      const words = modules.wordsFor(spec, language);
      if (words.length === 0)
        return valueQuestion(spec, spec.type.is === 'plainDate' ? place.asOf : '', modules, l10n, language);
      return {
        is: 'pick',
        ask: l10n.t(spec.ask),
        choices: words.map((word) => ({ value: word, label: word })),
        proposal: words[0] ?? '',
      };
    },
  };
}

function titleStep(surroundings: NewDocumentSurroundings): FormStep {
  const { modules, l10n } = surroundings;
  return {
    key: 'title',
    ask(answers) {
      const { kind, language, values } = documentWanted(answers, surroundings);
      const proposal = modules.titleOf(kind, language, values);
      return {
        is: 'input',
        ask: l10n.t('What is it called?'),
        placeholder: proposal,
        proposal,
        problemOf: (text) => modules.problemOfSetting(kind, 'title', text),
      };
    },
  };
}

function fileStep(surroundings: NewDocumentSurroundings): FormStep {
  const { modules, l10n } = surroundings;
  return {
    key: 'file',
    isRare: true,
    async ask(answers) {
      const { place, path } = documentWanted(answers, surroundings);
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
}
