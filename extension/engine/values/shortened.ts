/** More names than these are no help in a message. */
const mostNames = 8;

/** The names of a circle as a message lists them: the first ones, and the one that it comes back to. */
export function shortened(names: readonly string[]): readonly string[] {
  return names.length <= mostNames ? names : [...names.slice(0, mostNames - 2), 'others', names.at(-1)!];
}
