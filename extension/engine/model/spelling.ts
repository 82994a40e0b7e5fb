/**
 * A path as paths are compared: letters with their marks composed (NFC). Disks keep names as they were written, and
 * macOS writes them decomposed, so that one name has two spellings.
 */
export function plainPath(path: string): string {
  return isAscii.test(path) ? path : path.normalize('NFC');
}

/** Whether a name may have another spelling. */
export function hasSpellings(path: string): boolean {
  return !isAscii.test(path);
}

const isAscii = /^[ -~]*$/;
