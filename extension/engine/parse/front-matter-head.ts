import { lineStarts, type Span } from '../model/text.ts';
import { readFrontMatter } from './front-matter.ts';

/** Of a file that no engagement is around no more than so much is looked at: 64 KiB are at most as many letters. */
const lettersAtMost = 64 * 1024;

/**
 * The beginning of a text up to the end of its front matter; undefined where there is none that could give a kind.
 * What stands below is nobody's to read where no engagement governs it.
 */
export function frontMatterHead(text: string): string | undefined {
  const head = text.slice(0, lettersAtMost);
  if (!/kind/i.test(head)) return undefined;
  const starts = lineStarts(head);
  const matter = readFrontMatter(head, starts);
  return matter && head.slice(0, starts[matter.bodyLine] ?? head.length);
}

/** The kind that the front matter of a text gives, as it is written there. */
export function kindInFrontMatter(text: string): { readonly text: string; readonly span: Span } | undefined {
  const head = text.slice(0, lettersAtMost);
  const kind = readFrontMatter(head, lineStarts(head))?.entries.find(({ key }) => key === 'kind');
  return typeof kind?.text === 'string' && kind.text !== ''
    ? { text: kind.text, span: kind.source.span }
    : undefined;
}
