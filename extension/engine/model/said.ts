/** A sentence apart from what is filled into it, so that it can be said in each language. */
export interface Said {
  /**
   * In English. `{{name}}` stands for what `data` holds under that name, and `{{days|day|days}}` for the word that
   * agrees with that number.
   */
  readonly template: string;
  readonly data: Readonly<Record<string, SaidPart>>;
}

/** A text stands as it is in every language: somebody wrote it. */
export type SaidPart = string | Said | FormatWords | Figures | Times | SaidList;

/** Words of the format, such as "supplier". */
export interface FormatWords {
  /** In English. */
  readonly words: string;
  /** What they are about, which decides how another language says them. */
  readonly group: string;
  /** The section, in English, where they are the title of one of its columns. */
  readonly of?: string;
}

/** A number or a calculation, in English signs: "-1 234.50", "99.9 % x 99.5 %". */
export interface Figures {
  readonly figures: string;
  /** As programs get it, where people read it without its last zeros. */
  readonly exact?: string;
}

/** Times of day and spans of them, in English signs: "08:00-17:00". */
export interface Times {
  readonly times: string;
}

/** "a, b and c". */
export interface SaidList {
  readonly list: readonly SaidPart[];
  readonly join: 'and' | 'or';
}

type Placeholders<T extends string> = T extends `${string}{{${infer Place}}}${infer Rest}`
  ? NameOf<Place> | Placeholders<Rest>
  : never;

type NameOf<Place extends string> = Place extends `${infer Name}|${string}` ? Name : Place;

/** The data a template needs: exactly its placeholders. */
export type DataOf<T extends string> = [Placeholders<T>] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [N in Placeholders<T>]: SaidPart };

/** A sentence that shells can translate: the template stands in the source as it is, or nobody would find it. */
export function say<const T extends string>(
  template: T,
  ...[data]: [Placeholders<T>] extends [never] ? [] : [data: DataOf<T>]
): Said {
  return { template, data: data ?? {} };
}

/** How one language writes what a sentence is made of. */
export interface Writing {
  /** The template in this language. */
  readonly template: (english: string) => string;
  readonly words: (words: FormatWords) => string;
  readonly figures: (figures: string) => string;
  readonly times: (times: string) => string;
  readonly join: (join: SaidList['join']) => string;
}

const english: Writing = {
  template: (template) => template,
  words: ({ words }) => words,
  figures: (figures) => figures,
  times: (times) => times,
  join: (join) => join,
};

export function inEnglish(said: Said): string {
  return written(said, english);
}

export function partInEnglish(part: SaidPart): string {
  return writtenPart(part, english);
}

/** What was filled in, for programs: in English, numbers with all their digits. */
export function dataInEnglish(data: Said['data']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(data).map(([name, part]) => [
      name,
      typeof part === 'object' && 'exact' in part ? part.exact : partInEnglish(part),
    ]),
  );
}

/** A sentence in the writing of a language. What is filled in is never filled again, whatever braces it holds. */
export function written({ template, data }: Said, writing: Writing): string {
  return fillPlaces(writing.template(template), (name) =>
    Object.hasOwn(data, name) ? writtenPart(data[name]!, writing) : undefined,
  );
}

export function writtenPart(part: SaidPart, writing: Writing): string {
  if (typeof part === 'string') return part;
  if ('template' in part) return written(part, writing);
  if ('words' in part) return writing.words(part);
  if ('figures' in part) return writing.figures(part.figures);
  if ('times' in part) return writing.times(part.times);
  const texts = part.list.map((one) => writtenPart(one, writing));
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} ${writing.join(part.join)} ${last}`;
}

/**
 * Fills `{{days}}`, and chooses in `{{days|day|days}}` the word that agrees with that number; what `textOf` leaves
 * undefined stays as it is.
 */
function fillPlaces(template: string, textOf: (name: string) => string | undefined): string {
  return template.replace(
    /\{\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}\}/g,
    (whole: string, name: string, one: string | undefined, several: string | undefined) => {
      const text = textOf(name);
      if (text === undefined) return whole;
      return one === undefined ? text : /^[-−]?1$/.test(text) ? one : (several ?? '');
    },
  );
}
