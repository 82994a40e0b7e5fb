import type { Files } from './sources.ts';

/**
 * The fewest items, in their order, that are still wrong: halves, then smaller and smaller pieces, are left out.
 * Those of now, where it is not told any more: to go through 64,000 characters for nothing takes minutes.
 */
export async function fewest<T>(
  items: readonly T[],
  isWrong: (items: readonly T[]) => Promise<boolean | undefined>,
): Promise<readonly T[]> {
  let left = items;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length;) {
      const without = [...left.slice(0, at), ...left.slice(at + size)];
      const answer = await isWrong(without);
      if (answer === undefined) return left;
      if (answer) left = without;
      else at += size;
    }
  }
  return left;
}

/** The fewest files, lines of these files, and characters of them, that are still wrong. */
export async function fewestFiles(
  files: Files,
  changed: readonly string[],
  isWrong: (files: Files) => Promise<boolean | undefined>,
): Promise<Files> {
  const names = await fewest([...files.keys()], (left) =>
    isWrong(new Map(left.map((name) => [name, files.get(name)!]))),
  );
  let result = new Map(names.map((name) => [name, files.get(name)!]));
  // What somebody spoilt says most: it is made small first, and what stands around it by lines only.
  const spoilt = names.filter((name) => changed.includes(name));
  for (const name of [...spoilt, ...names.filter((other) => !spoilt.includes(other))]) {
    const withText = (text: string): Map<string, string> => new Map(result).set(name, text);
    const shorter = async (parts: readonly string[]): Promise<void> => {
      const left = await fewest(parts, (some) => isWrong(withText(some.join(''))));
      result = withText(left.join(''));
    };
    await shorter(result.get(name)!.split(/^/m));
    if (spoilt.includes(name)) await shorter([...result.get(name)!]);
  }
  return result;
}
