import { partInEnglish, type Said } from '../../extension/engine/model/said.ts';

/** A place in a template with the word behind it: `{{days}} after` is `days` and `after`. */
interface Followed {
  readonly name: string;
  readonly word: string;
}

/** Each place of a template that a word follows. What agrees with a number, `{{days|day|days}}`, is no such word. */
function followedPlaces(template: string): readonly Followed[] {
  return [...template.matchAll(/\{\{(\w+)\}\} (?:\S*\{\{\w+\|)?(\p{L}+)/gu)]
    .filter(([whole]) => !whole.includes('|'))
    .map(([, name = '', word = '']) => ({ name, word }));
}

/** Places that hold a number. */
const numbers: ReadonlySet<string> = new Set(
  (
    'all allowed answered byRule count counted dashes digits high hours largest last low minutes most n people periods ' +
    'placed smallest spent window'
  ).split(' '),
);

/** Words that are the same whatever the number before them is. */
const indifferent: ReadonlySet<string> = new Set(
  [
    // The sign of the second, and what one multiplies with.
    's times gånger',
    // What begins the rest of the sentence, or stands for the counted things without naming them.
    'above accepted active and answered approved by changed deep draft ended from in left more of open or overdue placed plus to accountable empty has with',
    'met missed not on without',
    'identified documented walked shadowed reverse',
    'av eller en från genom har i inte kvar läses med och plus på till utan över',
    // Swedish words with one form.
    'YAML dokument fel gällande kvartal protokoll tecken nyckeltal resultat tips uppdrag utfall utkast år kort',
  ].flatMap((words) => words.split(' ')),
);

/** Sentences whose number is always more than one: for one there are other words. */
const neverOne: ReadonlySet<string> = new Set([
  ...['days', 'weeks', 'months', 'quarters', 'years'].map((unit) => `every {{n}} ${unit}`),
  '{{low}} to {{high}} people',
  'There are {{n}} engagements here. Name one of {{folders}}.',
  'There are {{n}} documents that could take it: {{files}}. Move it by hand.',
  'There are {{n}} drafts of records with Results. Name one of {{files}} with --record.',
  '{{month}} {{year}} has {{last}} days',
  '{{year}} has {{weeks}} weeks',
]);

/** Both texts of every sentence whose number may be one. */
export function textsThatMayBeOne(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(texts)
    .filter(([english]) => !neverOne.has(english))
    .flat();
}

/** What of a template would be wrong for one, as `{{count}} columns`; `isNumber` says what else holds a number. */
export function unequalToOne(
  template: string,
  isNumber: (name: string) => boolean = () => false,
): readonly string[] {
  return followedPlaces(template)
    .filter(({ name }) => numbers.has(name) || isNumber(name))
    .filter(({ word }) => !indifferent.has(word))
    .map(({ name, word }) => `{{${name}}} ${word}`);
}

/** Every name whose place held nothing but a number, outside of quotes. */
export function numberNames({ data }: Said): readonly string[] {
  return Object.entries(data).flatMap(([name, part]) => {
    if (typeof part === 'object' && 'template' in part) return numberNames(part);
    return /^-?\d[\d ]*(?:\.\d+)?$/.test(partInEnglish(part)) ? [name] : [];
  });
}
