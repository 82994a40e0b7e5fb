import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import type { Entry } from './entry.ts';
import { matterProblem } from './front-matter-problem.ts';
import { lineStartOf, nextLineOf } from './lines.ts';
import { say } from '../values/say.ts';
import type { Said } from '../model/said.ts';

/** The first of several entries of one key holds. */
export function withoutRepeats(
  entries: readonly Entry[],
  problems: ReadingProblem[],
  text: string,
): readonly Entry[] {
  const keys = new Set<string>();
  for (const { key } of entries) keys.add(key);
  if (keys.size === entries.length) return entries;
  const firsts = new Map<string, { readonly first: Entry; readonly repeats: Entry[] }>();
  for (const entry of entries) {
    const its = firsts.get(entry.key);
    if (its) its.repeats.push(entry);
    else firsts.set(entry.key, { first: entry, repeats: [] });
  }
  for (const { first, repeats } of firsts.values())
    for (const entry of repeats)
      problems.push(
        matterProblem(
          'duplicateKey',
          entry.keySpan,
          { key: quote(entry.key) },
          {
            related: [{ span: first.keySpan, message: say('the first one') }],
            // Of more than two the others would still be too many.
            fixes: repeats.length === 1 ? fixesOfRepeat(first, entry, text) : [],
          },
        ),
      );
  return [...firsts.values()].map(({ first }) => first);
}

/** Either of two lines can go; where they say the same it does not matter which. */
function fixesOfRepeat(first: Entry, second: Entry, text: string): readonly ReadingFix[] {
  const [a, b] = [lineOf(first, text), lineOf(second, text)];
  if (!a || !b || a.start === b.start) return [];
  const isSame = first.text !== '' && JSON.stringify(first.text) === JSON.stringify(second.text);
  const removal = (title: Said, span: Span): ReadingFix => ({
    title,
    edits: [{ span, text: '' }],
  });
  return [removal(say('Remove this line'), b), ...(isSame ? [] : [removal(say('Remove the first one'), a)])];
}

/** The line of a key that begins it and whose value ends on it. */
function lineOf({ keySpan, source }: Entry, text: string): Span | undefined {
  const end = nextLineOf(text, keySpan.start);
  // What is indented, or a list at the margin, belongs to the key above.
  const goesOn = /^(?:[ \t]|-[ \t])/.test(text.slice(end, end + 2));
  const isWhole = source.span.end <= end && !goesOn;
  return lineStartOf(text, keySpan.start) === keySpan.start && isWhole
    ? { start: keySpan.start, end }
    : undefined;
}
