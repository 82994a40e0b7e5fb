/** Bytes as text: UTF-8, and where they are none, each byte that is not ASCII as `\xe5`. No two texts become one. */
export function textOfBytes(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\uFFFD') || Buffer.from(text).equals(bytes)) return text;
  return [...bytes]
    .map((byte) => (byte < 0x80 ? String.fromCodePoint(byte) : `\\x${byte.toString(16)}`))
    .join('');
}

/** The same of some of them. */
export function textIn(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString('utf8', from, to);
  return text.includes('\uFFFD') ? textOfBytes(bytes.subarray(from, to)) : text;
}

/** Texts that each end with NUL. */
export function textsEndedByNul(bytes: Buffer): readonly string[] {
  return [...beforeEachNul(bytes)].map(textOfBytes);
}

/** What stands before each NUL. */
export function* beforeEachNul(bytes: Buffer): Generator<Buffer, undefined, undefined> {
  let at = 0;
  for (let nul = bytes.indexOf(0); nul >= 0; nul = bytes.indexOf(0, at)) {
    yield bytes.subarray(at, nul);
    at = nul + 1;
  }
}
