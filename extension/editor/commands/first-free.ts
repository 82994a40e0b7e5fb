/** The first of these that is free. */
export async function firstFree(
  paths: Iterator<string, never>,
  isTaken: (path: string) => Promise<boolean>,
): Promise<string> {
  for (;;) {
    const { value } = paths.next();
    if (!(await isTaken(value))) return value;
  }
}
