/**
 * The one candidate that a word was probably meant to be: Damerau-Levenshtein distance 1 for words
 * of 4 to 7 letters, up to 2 from 8, after folding case and accents, and only one candidate at that
 * distance (rules.md 1.4). Candidates are returned as given. Where a word is expected and no free text, shorter ones
 * count too, from `shortest` letters; no more
 * than `most` edits are allowed.
 */
export function nearMiss(
  word: string,
  candidates: Iterable<string>,
  shortest = 4,
  most = 2,
): string | undefined {
  const letters = withoutAccents(word);
  if (letters.length < shortest || letters.length > 60) return undefined;
  let best = letters.length < 8 ? 1 : most;
  let found: string | undefined;
  let isOnly = false;
  for (const candidate of candidates) {
    const other = withoutAccents(candidate);
    if (Math.abs(other.length - letters.length) > best) continue;
    const distance = distanceOf(letters, other, best);
    if (distance > best || (distance === best && found === candidate)) continue;
    isOnly = distance < best || found === undefined;
    best = distance;
    found = candidate;
  }
  return isOnly ? found : undefined;
}

/**
 * What a word was probably meant to mean, as `nearMiss`, where several forms may mean one thing: only
 * two meanings at the same distance are none. Words of two or three letters count too, one letter off.
 */
export function nearestMeaning<T>(word: string, forms: Iterable<readonly [string, T]>): T | undefined {
  const letters = withoutAccents(word);
  if (letters.length < 2 || letters.length > 60) return undefined;
  let best = letters.length < 8 ? 1 : 2;
  let found: T | undefined;
  let isOnly = false;
  for (const [form, meaning] of forms) {
    const other = withoutAccents(form);
    if (other.length < 2 || Math.abs(other.length - letters.length) > best) continue;
    const distance = distanceOf(letters, other, best);
    if (distance > best || (distance === best && found === meaning)) continue;
    isOnly = distance < best || found === undefined;
    best = distance;
    found = meaning;
  }
  return isOnly ? found : undefined;
}

function withoutAccents(text: string): string {
  const start = text.slice(0, 80);
  // Most words have none, and to look for them takes as long as to compare.
  return (isAscii.test(start) ? start : start.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}

const isAscii = /^[ -~]*$/;

/**
 * Edits between two short texts: a letter more, less, other, or two neighbours exchanged. Where there are
 * more than `most`, any number above it, found without looking at what lies further apart than that.
 */
function distanceOf(a: string, b: string, most: number): number {
  const beyond = most + 1;
  let beforeLast = Array.from({ length: b.length + 2 }, () => beyond);
  let last = beforeLast.map((_, j) => j);
  let row = [...beforeLast];
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    row[from - 1] = from === 1 ? i : beyond;
    let least = beyond;
    for (let j = from; j <= to; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, beforeLast[j - 2]! + 1);
      row[j] = edits;
      least = Math.min(least, edits);
    }
    row[to + 1] = beyond;
    // An exchange over this row takes as much as another letter within it, so no less comes after.
    if (least > most) return beyond;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}
