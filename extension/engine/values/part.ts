import type { Said } from '../model/said.ts';
import type { Wording } from '../model/language.ts';
import { foldWithPlaces } from './fold.ts';
import type { Folded } from './fold.ts';
import type { ValueMessageId } from './problems.ts';
import { quote } from './quote.ts';

/** A stretch of a folded text without white space at its ends; `start` counts in the folded text. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly whole: Folded;
  /** Where the folded text begins in the text of the source. */
  readonly base: number;
}

/** Why a text does not read; `from` and `to` are UTF-16 offsets into the text of the source. */
export interface Failure {
  readonly id: ValueMessageId;
  readonly data: Said['data'];
  readonly from: number;
  readonly to: number;
  readonly replacements: readonly Wording[];
  /** What they take the place of, where it is not the same. */
  readonly replaced?: { readonly from: number; readonly to: number };
}

export type Outcome<T> = { readonly value: T; readonly failure?: undefined } | { readonly failure: Failure };

/** Folds the characters `from` to `to` of a text. */
export function partOf(text: string, from = 0, to = text.length): Part {
  const whole = foldWithPlaces(from === 0 && to === text.length ? text : text.slice(from, to));
  return { text: whole.text, start: 0, whole, base: from };
}

/** The characters `from` to `to` of a part, without white space at the ends. */
export function cut(part: Part, from: number, to = part.text.length): Part {
  let low = from;
  let high = to;
  while (low < high && part.text[low] === ' ') low++;
  while (high > low && part.text[high - 1] === ' ') high--;
  return { ...part, text: part.text.slice(low, high), start: part.start + low };
}

/** From the first character of one part to the last of another part of the same text. */
export function joined(first: Part, last: Part): Part {
  const end = last.start + last.text.length;
  return { ...first, text: first.whole.text.slice(first.start, end) };
}

/** A part as it was written: its case kept, white space reduced, zero-width characters gone. */
export function written(part: Part): string {
  const [from, to] = writtenRange(part);
  return tidy(part.whole.raw.slice(from, to));
}

/** A text on one line: white space reduced and trimmed, zero-width characters gone, otherwise as written. */
export function tidy(text: string): string {
  return /[^ -~]|^ | $| {2}/.test(text)
    ? text
        .replace(hidden, '')
        .replace(/[\s\u0085]+/g, ' ')
        .trim()
    : text;
}

/** Joiners stay: they are part of words in several scripts. */
const hidden = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;

/** The part does not read. `data.value` is the part as it was written, unless given. */
export function fail(
  part: Part,
  id: ValueMessageId,
  data: Said['data'] = {},
  replacements: readonly Wording[] = [],
): { readonly failure: Failure } {
  const [from, to] = writtenRange(part);
  return {
    failure: {
      id,
      data: { value: quote(part.whole.raw.slice(from, to)), ...data },
      from: part.base + from,
      to: part.base + to,
      replacements: withoutDoubles(replacements),
    },
  };
}

/** Each text once, in whatever language it is the same. */
function withoutDoubles(texts: readonly Wording[]): readonly Wording[] {
  const said = texts.map((text) => JSON.stringify(text));
  return texts.filter((_, i) => said.indexOf(said[i]!) === i);
}

/** Other texts for the whole of a part that does not read, whatever characters of it are wrong. */
export function offering(
  part: Part,
  { failure }: { readonly failure: Failure },
  replacements: readonly Wording[],
): { readonly failure: Failure } {
  const range = writtenRange(part);
  const [from, to] = [part.base + range[0], part.base + range[1]];
  const isSame = failure.from === from && failure.to === to;
  return { failure: { ...failure, replacements, ...(isSame ? {} : { replaced: { from, to } }) } };
}

/** The characters of a part in the text that it was folded from. */
export function writtenRange(part: Part): readonly [number, number] {
  const places = part.whole.places;
  const end = part.start + part.text.length;
  if (places === undefined) return [part.start, end];
  const from = places[part.start] ?? 0;
  let to = places[end] ?? from;
  // One written character may fold to several ("½"): a part that ends inside it takes all of it.
  for (let i = end + 1; to <= from && i < places.length && part.text !== ''; i++) to = places[i] ?? to;
  return [from, to];
}
