import fs from 'node:fs';

/** The names in a folder that are UTF-8, which may hold U+FFFD by themselves, and the others in a form that is. */
export function namesAsBytes(full: string): {
  readonly texts: ReadonlySet<string>;
  readonly others: readonly { readonly name: string; readonly isFolder: boolean }[];
} {
  const texts = new Set<string>();
  const others: { name: string; isFolder: boolean }[] = [];
  for (const entry of fs.readdirSync(full, { encoding: 'buffer', withFileTypes: true })) {
    const text = entry.name.toString('utf8');
    if (Buffer.from(text).equals(entry.name)) texts.add(text);
    else others.push({ name: withBytesEscaped(entry.name), isFolder: entry.isDirectory() });
  }
  return { texts, others };
}

/** A name in which each byte that is not ASCII stands as `\xe5`. */
function withBytesEscaped(name: Buffer): string {
  return [...name]
    .map((byte) => (byte < 0x80 ? String.fromCodePoint(byte) : `\\x${byte.toString(16)}`))
    .join('');
}
