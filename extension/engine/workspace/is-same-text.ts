import type { FileContent } from '../model/ports.ts';

/** Whether a file holds the text that it held before. */
export function isSameText(before: FileContent | undefined, now: FileContent | undefined): boolean {
  return (
    before?.kind === 'text' &&
    now?.kind === 'text' &&
    before.text === now.text &&
    before.invalidUtf8 === now.invalidUtf8
  );
}
