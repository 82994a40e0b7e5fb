/** How much two lists have in common, wherever in them it stands: from 0 to 1. What is blank counts for nothing. */
export function similarity(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  const [first, second] = [a, b].map((list) => list.map((one) => one.trim()).filter((one) => one !== ''));
  for (const one of first ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  let same = 0;
  for (const one of second ?? []) {
    const left = counts.get(one) ?? 0;
    if (left === 0) continue;
    counts.set(one, left - 1);
    same++;
  }
  const most = Math.max(first?.length ?? 0, second?.length ?? 0);
  return most === 0 ? 0 : same / most;
}
