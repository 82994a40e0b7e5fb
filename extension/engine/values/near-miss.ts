/**
 * The one candidate that a word was probably meant to be: Damerau-Levenshtein distance 1 for words
 * of 4 to 7 letters, up to 2 from 8, after folding case and accents, and only one candidate at that
 * distance (rules.md 1.4). Candidates are returned as given.
 */
export function nearMiss(word: string, candidates: Iterable<string>): string | undefined {
  const letters = withoutAccents(word);
  if (letters.length < 4 || letters.length > 60) return undefined;
  let best = letters.length < 8 ? 1 : 2;
  let found: string | undefined;
  let isOnly = false;
  for (const candidate of candidates) {
    const other = withoutAccents(candidate);
    if (Math.abs(other.length - letters.length) > best) continue;
    const distance = distanceOf(letters, other);
    if (distance > best || (distance === best && found === candidate)) continue;
    isOnly = distance < best || found === undefined;
    best = distance;
    found = candidate;
  }
  return isOnly ? found : undefined;
}

function withoutAccents(text: string): string {
  return text.slice(0, 80).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Edits between two short texts: a letter more, less, other, or two neighbours exchanged. */
function distanceOf(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
