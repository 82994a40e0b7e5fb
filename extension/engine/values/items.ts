/** Half-open range of UTF-16 units of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The entries of a list written in one text: between commas and line ends, without white space
 * around them. Empty entries are left out; a comma inside braces divides nothing ("src/{a,b}/**").
 */
export function itemsOf(text: string): readonly Stretch[] {
  const items: Stretch[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
    const divides = character === '\n' || ((character === ',' || character === '\uff0c') && depth === 0);
    if (at < text.length && !divides) continue;
    const item = trimmed(text, from, at);
    if (item.to > item.from) items.push(item);
    from = at + 1;
    if (character === '\n') depth = 0;
  }
  return items;
}

function trimmed(text: string, from: number, to: number): Stretch {
  let low = from;
  let high = to;
  while (low < high && isBlank(text.charAt(low))) low++;
  while (high > low && isBlank(text.charAt(high - 1))) high--;
  return { from: low, to: high };
}

function isBlank(character: string): boolean {
  return /[\s\u0085\u200b\u2060\ufeff]/.test(character);
}
