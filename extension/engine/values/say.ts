import type { FormatWords, Said, SaidPart } from '../model/said.ts';

type Placeholders<T extends string> = T extends `${string}{{${infer Place}}}${infer Rest}`
  ? NameOf<Place> | Placeholders<Rest>
  : never;

type NameOf<Place extends string> = Place extends `${infer Name}|${string}` ? Name : Place;

/** The data a template needs: exactly its placeholders. */
export type DataOf<T extends string, Part = string> = [Placeholders<T>] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [N in Placeholders<T>]: Part };

/** A sentence that shells can translate: the template stands in the source as it is, or nobody would find it. */
export function say<const T extends string>(
  template: T,
  ...[data]: [Placeholders<T>] extends [never] ? [] : [data: DataOf<T, SaidPart>]
): Said {
  return { template, data: data ?? {} };
}

/** Words that the engine made of a value, in English. */
export function words(text: string, group = 'any'): FormatWords {
  return { words: text, group };
}

/** Numbers and what is calculated of them, in English: other languages write them with other signs. */
export function figures(text: string): FormatWords {
  return words(text, 'figures');
}

/** Parts with the same text between them, which no language needs other words for. */
export function joined(parts: readonly SaidPart[], separator: string): Said {
  return {
    template: parts.map((_part, i) => `{{part${i}}}`).join(separator),
    data: Object.fromEntries(parts.map((part, i) => [`part${i}`, part])),
  };
}

/** "a", "a and b", "a, b and c", of what people wrote. */
export function listSaid(texts: readonly string[]): SaidPart {
  const last = texts.at(-1) ?? '';
  return texts.length < 2
    ? last
    : say('{{before}} and {{last}}', { before: texts.slice(0, -1).join(', '), last });
}

/** What is said, in English. A name without data stays as it stands, which the types forbid. */
export function inEnglish({ template, data }: Said): string {
  return fillPlaces(template, (name) => {
    const part = Object.hasOwn(data, name) ? data[name] : undefined;
    if (part === undefined || typeof part === 'string') return part;
    return 'words' in part ? part.words : inEnglish(part);
  });
}

/**
 * Fills `{{days}}`, and chooses in `{{days|day|days}}` the word that agrees with that number. `textOf` is told
 * where a place stands; what it leaves undefined stays as it is.
 */
export function fillPlaces(
  template: string,
  textOf: (name: string, at: number) => string | undefined,
): string {
  return template.replace(
    /\{\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}\}/g,
    (whole: string, name: string, one: string | undefined, several: string | undefined, at: number) => {
      const text = textOf(name, at);
      if (text === undefined) return whole;
      return one === undefined ? text : /^-?1$/.test(text) ? one : (several ?? '');
    },
  );
}

/** A template with a name for each place, and of the words that agree with a number those of several. */
export function namedPlaces(template: string, place: (name: string) => string): string {
  return template
    .replace(/\{\{\w+\|[^{}|]*\|([^{}|]*)\}\}/g, '$1')
    .replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => place(name));
}
