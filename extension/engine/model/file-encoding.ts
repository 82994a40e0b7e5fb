/** How the characters of a file are written. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How many characters are looked at in a file without a mark. */
const looked = 32;

/**
 * The encoding that the first bytes of a file tell: by the mark that Windows programs write, or by the noughts that
 * every second byte of plain text is in UTF-16. Everything else is UTF-8, or damaged.
 */
export function encodingOf(bytes: Uint8Array): FileEncoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length >> 1, looked);
  if (pairs < 2) return 'utf-8';
  let isLittle = true;
  let isBig = true;
  for (let at = 0; at < pairs * 2; at += 2) {
    const [low, high] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    isLittle &&= low !== 0 && high === 0;
    isBig &&= low === 0 && high !== 0;
  }
  return isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
}
