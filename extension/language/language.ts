import { written, writtenPart, type FormatWords, type Said, type SaidPart } from '../engine/model/said.ts';
import factTitles from './texts/en/facts.json' with { type: 'json' };
import { signsIn } from './signs.ts';

/** Texts by their English ones; words of the format stand under `word/group`, columns under `Section.word/column`. */
export type Texts = Readonly<Record<string, string>>;

/** Says in one language what was said as templates and data. */
export interface Language {
  say(said: Said): string;
  /** Words of the format, such as an example. */
  words(words: FormatWords): string;
  /** What a fact is called where people read it: "Last day to start leaving" for `true-last-day`. */
  factTitle(name: string): string;
  /** `Section[row].Column` without the row, a section, or a key of the front matter, which has one name only. */
  place(at: string): string;
}

/** A language of these texts; without any it is English. What has no text stays in English. */
export function createLanguage(texts: Texts = {}): Language {
  const textOf = (key: string): string | undefined => (Object.hasOwn(texts, key) ? texts[key] : undefined);
  const wordsOf = ({ words, group, of }: FormatWords): string =>
    (of === undefined ? undefined : textOf(`${of}.${words}/${group}`)) ??
    textOf(`${words}/${group}`) ??
    words;
  const signs = signsIn(textOf);
  const writing = {
    template: (english: string) => textOf(english) ?? english,
    words: wordsOf,
    figures: signs.figures,
    times: signs.times,
    join: (join: 'and' | 'or') => textOf(`${join}/join`) ?? join,
  };
  const say = (said: Said): string => written(said, writing);
  return {
    say,
    words: (words) => writtenPart(words, writing),
    factTitle: (name) => say({ template: titleOf(name), data: {} }),
    place: (at) => writtenPart(placePart(at), writing),
  };
}

function titleOf(name: string): string {
  const titles: Texts = factTitles;
  return Object.hasOwn(titles, name) ? titles[name]! : name;
}

function placePart(at: string): SaidPart {
  const [, section = at, column] = /^([^[]+)\[\d+\](?:\.(.+))?$/s.exec(at) ?? [];
  const title = { words: section, group: 'section' };
  return column === undefined
    ? title
    : {
        template: '{{section}}, {{column}}',
        data: { section: title, column: { words: column, group: 'column', of: section } },
      };
}
