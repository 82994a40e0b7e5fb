import type { ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';

/** Where front matter stands, found by its fences alone. */
export interface MatterLines {
  readonly text: string;
  readonly starts: readonly number[];
  /** The dashes that open it; where there are none, its first key. */
  readonly fenceSpan: Span;
  /** The first line of its keys, and the line below the last one. */
  readonly first: number;
  readonly last: number;
  /** The line on which the body begins. */
  readonly bodyLine: number;
  /** Whether a line of its own ends the keys, so that another key can stand before that. */
  readonly isClosed: boolean;
  /** Opened as every program opens it: otherwise it is front matter only where it holds a kind of ours. */
  readonly isPlain: boolean;
  /** Nothing of it is YAML that could be read. */
  readonly isTagged: boolean;
  readonly problems: readonly ReadingProblem[];
}

const invisible = '\\u00ad\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufeff';
const atEnds = new RegExp(`^[\\s${invisible}]+|[\\s${invisible}]+$`, 'g');
const nothing = new RegExp(`[\\s\\u0085${invisible}]*`, 'y');
const beforeKey = new RegExp(`^[\\u00a0${invisible}]+`);

/** A line without what nobody sees at its ends. */
export function seen(line: string): string {
  return line.replace(atEnds, '');
}

/** The offset of the first character of a text that says something: behind empty lines, what nobody sees, and comments. */
export function firstSaid(text: string): number {
  for (let at = 0; ;) {
    nothing.lastIndex = at;
    nothing.exec(text);
    at = nothing.lastIndex;
    if (!text.startsWith('<!--', at)) return at;
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return at;
    at = end + 3;
  }
}

/** Whether a line is what opens and closes front matter but for a slip: dashes of a word processor, one too few or other. */
export function isNearlyFence(line: string): boolean {
  const written = seen(line);
  if (written.length > 8) return false;
  if (/^[\p{Pd}\u2212\u2500\u2501]+$/u.test(written)) return written !== '-';
  return /^(?:[^\s-]--|-[^\s-]-|--[^\s-])$/.test(written) || /^(?:- ?- ?-|___|===|\*\*\*|~~~)$/.test(written);
}

/** Whether a line begins a key or goes on with the value of one. */
export function looksLikeMatter(line: string): boolean {
  const start = line.slice(0, 120).replace(beforeKey, '');
  return /^(?:["']?[\p{L}_][\p{L}\p{M}\p{N}_.-]{0,60}["']?[ \t]{0,8}:(?:\s|$)|[ \t]+\S|- )/u.test(start);
}

/** Whether a line begins a key. */
export function looksLikeKey(line: string): boolean {
  return looksLikeMatter(line) && !/^(?:[ \t]|- )/.test(line);
}
