import type { KindsOffered, TemplateLanguage } from '../../engine/editing.ts';
import type { KindKey } from '../../engine/model/schema.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import type { Answers } from './form.ts';
import type { Choice, Translations } from './prompts.ts';
import type { SpokenModules } from './spoken-modules.ts';

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
    SpokenModules,
    | 'askedKeys'
    | 'catalogue'
    | 'fileNameOf'
    | 'freePaths'
    | 'isReserved'
    | 'meantBy'
    | 'problemOfSetting'
    | 'problemOfValue'
    | 'scaffoldKinds'
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
  const keys = ['title', ...modules.askedKeys(kind).map(({ key }) => key)];
  const answered = keys.flatMap((key) => (answers.has(key) ? [[key, answers.get(key) ?? ''] as const] : []));
  const values = new Map([...place.inherited(kind), ...answered]);
  const name = answers.get('file') ?? modules.fileNameOf(kind, values);
  return { place, kind, language, values, path: pathIn(place.folder, name) };
}

/** The path of a file in a folder, which is empty for that of the workspace. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
