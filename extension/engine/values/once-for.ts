/** The function with its answers kept for as long as what they are about lives. */
export function onceFor<K extends object, V>(answer: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const kept = known.get(of);
    if (kept !== undefined || known.has(of)) return kept as V;
    const found = answer(of);
    known.set(of, found);
    return found;
  };
}
