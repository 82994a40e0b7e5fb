import { fold } from '../values/fold.ts';
import { signatureWords } from '../values/grammar-words.ts';

/** Nobody writes longer headers. */
const lettersAtMost = 60;
/** Nor longer lines to sign on. */
const lineAtMost = 400;

/** Whether a header says that people sign below it. */
export function isSignature(header: string): boolean {
  if (header.length > lettersAtMost) return false;
  const words = fold(header).replace(/ ?[([{][^()[\]{}]*[)\]}]$/, '');
  return signatureWords.has(words.replace(/[ :]+$/, ''));
}

/** Whether a table is there to be signed: free text, whatever its heading. */
export function isSignatureTable(headers: readonly { readonly text: string }[]): boolean {
  return headers.some(({ text }) => isSignature(text));
}

/**
 * Whether a line leaves blanks to write on by hand and holds nothing else but what they are for: `Date: ____`,
 * `Signature ........`. Values beside a blank make it a row with something still to come.
 */
export function isSignatureLine(line: string): boolean {
  if (line.length > lineAtMost || !blank.test(line)) return false;
  return line
    .split(/[\t|;]| {2}/)
    .map((piece) => piece.trim())
    .every((piece) => piece === '' || blank.test(piece) || piece.endsWith(':') || isSignature(piece));
}

const blank = /_{3}|\.{5}|…{2}/;
