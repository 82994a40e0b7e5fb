/** Half-open: `from` belongs to it, `to` does not. In seconds since 1970, or in any other whole unit. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The same points in ascending intervals that do not touch. Empty intervals vanish. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter((each) => each.from < each.to).sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const each of sorted) {
    const last = merged.at(-1);
    if (last === undefined || each.from > last.to) merged.push(each);
    else if (each.to > last.to) merged[merged.length - 1] = { from: last.from, to: each.to };
  }
  return merged;
}

/** What stands in both. Each argument is a union. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const shared: Interval[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return shared;
    const from = Math.max(left.from, right.from);
    const to = Math.min(left.to, right.to);
    if (from < to) shared.push({ from, to });
    if (left.to < right.to) i++;
    else j++;
  }
}

/** What of `needed` stands nowhere in `offered`. Each argument is a union. */
export function uncovered(needed: readonly Interval[], offered: readonly Interval[]): readonly Interval[] {
  const gaps: Interval[] = [];
  let next = 0;
  for (const need of needed) {
    let from = need.from;
    while ((offered[next]?.to ?? Infinity) <= from) next++;
    for (let i = next; ; i++) {
      const offer = offered[i];
      if (offer === undefined || offer.from >= need.to) break;
      if (offer.from > from) gaps.push({ from, to: offer.from });
      from = Math.max(from, offer.to);
    }
    if (from < need.to) gaps.push({ from, to: need.to });
  }
  return gaps;
}

export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, each) => sum + (each.to - each.from), 0);
}
