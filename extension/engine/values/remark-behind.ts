import { deniers } from './grammar-words.ts';

/** Longer than any word of a list. */
const lettersAtMost = 40;

/** A word, and what stands behind it in brackets, behind a dash, a colon or a semicolon, or as a date. */
const withRemark = /^(.+?)(?: ?\(([^()]*)\)| -+ (.+)| ?[:;] ?(.+)| (\d{4}-\d{2}(?:-\d{2})?))$/;

/**
 * The word of a text that goes on with a remark: "open - waits for a file", "klar 2026-05-10", "high (no backup)".
 * Undefined where the remark takes something back, or has a word of the list too: "medium - high" are two.
 */
export function wordBeforeRemark(text: string, forms: { has(form: string): boolean }): string | undefined {
  const [, word = '', ...behind] = withRemark.exec(text) ?? [];
  if (word === '' || word.length > lettersAtMost || !forms.has(word)) return undefined;
  const remark = behind.find((one) => one !== undefined)?.trim() ?? '';
  const words = remark.split(/[^\p{L}\d]+/u);
  const isDoubt = words.some((one) => deniers.has(one) || exceptions.has(one));
  return isDoubt || forms.has(remark) || words.some((one) => forms.has(one)) ? undefined : word;
}

/** What takes a part of a word back. */
const exceptions: ReadonlySet<string> = new Set(['except', 'but', 'pending', 'utom', 'men', 'förutom']);
