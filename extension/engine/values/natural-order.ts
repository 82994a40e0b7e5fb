/**
 * The order of texts that somebody has numbered: "Engagement 2" before "Engagement 10", capitals beside small letters.
 * The same on every machine; a shell that knows its reader's language has an order of its own.
 */
export function naturalOrder(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const order = ofParts(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length || ofTexts(a, b);
}

/** Runs of digits and what stands between them. */
function partsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\d+|\D+/g) ?? [];
}

function ofParts(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return ofTexts(a, b);
  // Numbers of any length: without their noughts the longer one is the greater one.
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return left.length - right.length || ofTexts(left, right);
}

function ofTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
