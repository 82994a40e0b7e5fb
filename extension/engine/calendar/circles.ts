/**
 * The circles of what comes after one another, each once: a walk that comes back to a place it is still on. `after`
 * holds the places that each place comes after.
 */
export function circlesOf(after: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const circles: (readonly number[])[] = [];
  const state: ('on' | 'done' | undefined)[] = [];
  after.forEach((_, first) => {
    const path: { readonly index: number; next: number }[] = [];
    if (state[first] === undefined) path.push({ index: first, next: 0 });
    state[first] ??= 'on';
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = after[top.index]?.[top.next++];
      if (to === undefined) {
        state[top.index] = 'done';
        path.pop();
      } else if (state[to] === 'on') {
        circles.push(
          fromSmallest(path.slice(path.findIndex((each) => each.index === to)).map((each) => each.index)),
        );
      } else if (state[to] === undefined) {
        state[to] = 'on';
        path.push({ index: to, next: 0 });
      }
    }
  });
  return circles;
}

function fromSmallest(circle: readonly number[]): readonly number[] {
  const at = circle.indexOf(Math.min(...circle));
  return [...circle.slice(at), ...circle.slice(0, at)];
}
