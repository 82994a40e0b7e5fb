import type { Span } from '../model/text.ts';

/** A line that may have been meant as a heading. */
export interface HeadingLine {
  readonly span: Span;
  /** Its words without the marks around them. */
  readonly words: Span;
  /** How many hashes it begins with, in either width. */
  readonly hashes: number;
  /** Whether all of it is in bold type. */
  readonly isStrong: boolean;
  /** Whether it has no marks, and no colon behind it. */
  readonly isBare: boolean;
  /** Whether a character stands before the hashes, as where one of them was overwritten. */
  readonly isSpoilt: boolean;
}

/** Nobody writes longer headings, and what is looked for in them is bounded by it. */
const lettersAtMost = 160;

/** The marks and words of a line; undefined where it is too long, or has no words. */
export function headingLine(text: string, start: number, end: number): HeadingLine | undefined {
  if (end - start > lettersAtMost || end <= start) return undefined;
  const line = text.slice(start, end);
  if (line.includes('|')) return undefined;
  const [before = '', prefix = '', hashes = ''] = opening.exec(line) ?? [];
  const strong = strongOpening.exec(line.slice(before.length))?.[0] ?? '';
  const closing = (strong === '' ? plainClosing : strongClosing).exec(line)?.[0] ?? '';
  const from = start + before.length + strong.length;
  const to = end - closing.length;
  if (to <= from) return undefined;
  return {
    span: { start, end },
    words: { start: from, end: to },
    hashes: hashes.length,
    isStrong: strong !== '' && /[*_>]/.test(closing),
    isBare: strong === '' && !/[:：]/.test(closing),
    isSpoilt: prefix !== '',
  };
}

/** Hashes, with what cannot be seen before them, and whatever white space behind. */
const opening = /^[\p{Cf}\s]{0,8}([^\s#＃]?)([#＃]{1,12})[\p{Cf}\s]{0,8}/u;
const strongOpening = /^(?:[*_]{1,3}|<(?:b|strong|u)>)/i;
const strongClosing = /[:：]?(?:[*_]{1,3}|<\/(?:b|strong|u)>)?[:：\s]{0,4}$/i;
const plainClosing = /[:：\s#＃]{0,12}$/;
