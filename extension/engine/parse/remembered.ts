/** So many answers are kept, of texts that are no longer than this: strangers write as many as they like. */
const answersAtMost = 5000;
const lengthAtMost = 100;

/** A function of a text that remembers what it answered: the same headers and headings are asked about again and again. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > lengthAtMost) return answer(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= answersAtMost) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
