/**
 * What tests in the web worker have instead of `node:assert/strict`: as much of it as they use, with the same meaning
 * for plain data.
 */
const assert = {
  ok(value: unknown, message?: string): asserts value {
    if (!value) throw new Error(message ?? `${shown(value)} is not truthy`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected))
      throw new Error(message ?? `${shown(actual)} is not ${shown(expected)}`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (shown(actual) !== shown(expected))
      throw new Error(message ?? `${shown(actual)}\nis not\n${shown(expected)}`);
  },
  match(text: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(text)) throw new Error(message ?? `${shown(text)} does not match ${pattern.source}`);
  },
  fail(message: string): never {
    throw new Error(message);
  },
};

export default assert;

/** Plain data as text, keys in order, so that equal data have equal texts. */
function shown(value: unknown): string {
  const inOrder = (_key: string, each: unknown): unknown => {
    if (each === undefined) return '<undefined>';
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify(value, inOrder) ?? String(value);
}
