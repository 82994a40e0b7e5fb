/** A stretch of text between separators that may name something. Offsets are into the text. */
export interface NamePiece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What stands before it: the start, a comma, or `or`. */
  readonly joinedBy: 'start' | 'comma' | 'or';
}

const comma = /[,;\n]/g;
const or = /\s(?:or|eller)\s/giu;
/** Between names these are a comma (settled 2), unless something has the whole as its name. */
const and = /\s(?:and|och|&|\/)\s/giu;

/**
 * Splits a list of names at commas, semicolons, line feeds, `and`, `&` and ` / ` (and at `or`, where `alternatives` is
 * set), taking the longest stretch that `isKnown`, because names may hold commas and `or`
 * (format-details 10). A stretch that nothing knows is one piece up to the next separator.
 */
export function splitNames(
  text: string,
  isKnown: (text: string) => boolean,
  alternatives = false,
): readonly NamePiece[] {
  const cuts = separators(text, alternatives);
  if (cuts.length === 0) {
    const only = trimmed(text, 0, text.length);
    return only.text === '' ? [] : [{ ...only, joinedBy: 'start' }];
  }
  const pieces: NamePiece[] = [];
  let start = 0;
  let joinedBy: NamePiece['joinedBy'] = 'start';
  let next = 0;
  while (start <= text.length) {
    // From the longest stretch to the shortest, so that "Trial task, two weeks" is one name.
    let last = Math.min(cuts.length, next + mostInName);
    while (last > next && !isKnown(trimmed(text, start, cuts[last]?.at ?? text.length).text)) last--;
    const end = cuts[last]?.at ?? text.length;
    const piece = trimmed(text, start, end);
    if (piece.text !== '') pieces.push({ ...piece, joinedBy });
    const cut = cuts[last];
    if (!cut) break;
    start = cut.at + cut.length;
    joinedBy = cut.kind;
    next = last + 1;
  }
  return pieces;
}

interface Separator {
  readonly at: number;
  readonly length: number;
  readonly kind: 'comma' | 'or';
}

/** More separators than any real name holds: each more is one more look-up for each name of a list. */
const mostInName = 8;

/** More separators than any real list has: the rest of a hostile one is read as its last name. */
const mostSeparators = 200;

function separators(text: string, alternatives: boolean): readonly Separator[] {
  const found = [...matches(text, comma, 'comma'), ...matches(text, and, 'comma')];
  if (alternatives) found.push(...matches(text, or, 'or'));
  return found.sort((a, b) => a.at - b.at);
}

function matches(text: string, pattern: RegExp, kind: Separator['kind']): readonly Separator[] {
  const found: Separator[] = [];
  if (text.search(pattern) < 0) return found;
  for (const match of text.matchAll(pattern)) {
    found.push({ at: match.index, length: match[0].length, kind });
    if (found.length === mostSeparators) break;
  }
  return found;
}

function trimmed(text: string, start: number, end: number): { text: string; from: number; to: number } {
  const raw = text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const body = raw.trim();
  return { text: body, from, to: from + body.length };
}
