import {
  say,
  type Figures,
  type FormatWords,
  type Said,
  type SaidList,
  type SaidPart,
  type Times,
} from '../model/said.ts';
import type { FieldSpec, SectionSpec, WordListKey } from '../model/schema.ts';
import type { Decimal } from '../model/value.ts';
import { withoutZeros } from './without-zeros.ts';

export { say } from '../model/said.ts';
export type { DataOf } from '../model/said.ts';

/** A text that the schemas hold and each language has: a description, a question. */
export function formatText(template: string): Said {
  return { template, data: {} };
}

/** Words of the format in English; the group says what they are about. */
export function words(text: string, group: string): FormatWords {
  return { words: text, group };
}

/** What the format calls a section. */
export function sectionTitle({ title }: Pick<SectionSpec, 'title'>): FormatWords {
  return words(title, 'section');
}

/** What the format calls a column of a section. */
export function columnTitle(
  { title }: Pick<FieldSpec, 'title'>,
  section: Pick<SectionSpec, 'title'>,
): FormatWords {
  return { words: title, group: 'column', of: section.title };
}

/** A word of a list of the format. */
export function listed(word: string, list: WordListKey): FormatWords {
  return words(word, `${list} list`);
}

/** Numbers and what is calculated of them, as English writes them. */
export function figures(text: string): Figures {
  return { figures: text };
}

/** An exact number without the zeros that nobody reads: "99.9" for 99.90. */
export function decimal(value: Decimal): Figures {
  return { figures: withoutZeros(value), exact: value };
}

/** Times of day and spans of them, as English writes them. */
export function times(text: string): Times {
  return { times: text };
}

/** Parts with the same text between them, which no language needs other words for. */
export function joined(parts: readonly SaidPart[], separator: string): Said {
  return {
    template: parts.map((_part, i) => `{{part${i}}}`).join(separator),
    data: Object.fromEntries(parts.map((part, i) => [`part${i}`, part])),
  };
}

/** "a", "a and b", "a, b and c". */
export function listSaid(list: readonly SaidPart[], join: SaidList['join'] = 'and'): SaidPart {
  return { list, join };
}

/** What somebody wrote, between quotes. */
export function quoted(text: SaidPart): Said {
  return say('"{{text}}"', { text });
}

/** A template with a name in each place; of the words that agree with a number those of several stand there. */
export function withNames(template: string, mark: (name: string) => string): Said {
  const names = [...template.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name);
  return { template, data: Object.fromEntries(names.map((name) => [name, mark(name)])) };
}
