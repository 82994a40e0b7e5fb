import type { Span } from '../model/text.ts';
import type { Defined, References } from './blocks.ts';
import type { Markdown } from './markdown.ts';

/** Where a link or image of a text leads: the target with its place in the text and, of a reference, where that is defined. */
export interface Destination {
  readonly target: string;
  readonly targetFrom: number;
  readonly targetTo: number;
  /** In the document. */
  readonly definedAt?: Span;
}

interface LinkEnds {
  readonly from: number;
  readonly to: number;
  readonly image: boolean;
}

/** The destination of a link as written, and where; of a reference and an autolink what stands for it. */
export function destinationOf(
  markdown: Markdown,
  source: string,
  link: LinkEnds & { readonly labelEnd: number; readonly href: string; readonly isAuto: boolean },
  references: References | undefined,
): Destination {
  if (link.isAuto) return { target: link.href, targetFrom: link.from + 1, targetTo: link.to - 1 };
  let at = source.indexOf(']', link.labelEnd);
  if (at >= 0 && source.charAt(at + 1) === '(' && at < link.to) {
    at += 2;
    while (/[ \t\n]/.test(source.charAt(at))) at++;
    const found = markdown.destination(source, at);
    if (found && found.end <= link.to) {
      const angled = source.charAt(at) === '<' ? 1 : 0;
      return { target: found.text, targetFrom: at + angled, targetTo: found.end - angled };
    }
  }
  const defined = definitionOf(markdown, source, link, at, references);
  return {
    target: defined?.target ?? link.href,
    targetFrom: link.from,
    targetTo: link.to,
    ...(defined && { definedAt: defined.at }),
  };
}

/** The definition that a reference goes by: `[text][label]`, `[label][]`, `[label]`; `close` is where its text ends. */
function definitionOf(
  markdown: Markdown,
  source: string,
  { from, to, image }: LinkEnds,
  close: number,
  references: References | undefined,
): Defined | undefined {
  if (!references || close < 0) return undefined;
  const own = source.slice(from + (image ? 2 : 1), close);
  const label = close + 2 < to ? source.slice(close + 2, to - 1) : own;
  return references[markdown.label(label === '' ? own : label)]?.defined;
}
