import type { GovernedDocument, Section } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Span } from '../model/text.ts';
import type { Block } from '../parse/blocks.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import { lineStartOf, nextLineOf } from '../parse/lines.ts';
import { createMarkdown } from '../parse/markdown.ts';
import { readBody } from '../parse/read-document.ts';

/** A heading that stands in no list and no quote. */
export interface MarginHeading {
  /** From the start of its line to the start of the line below it, an underline with it. */
  readonly lines: Span;
  /** Where its text begins. */
  readonly text: number;
  readonly level: number;
  /** Whether a section of the document begins with it. */
  readonly isSection: boolean;
}

/** The body of a document as it is divided by headings. */
export interface DividedBody {
  /** Where it begins: behind the front matter. */
  readonly start: number;
  readonly blocks: readonly Block[];
  readonly headings: readonly MarginHeading[];
}

/** Divides the body of a document. The text is read again for it: nobody keeps its blocks. */
export function dividedBody(document: GovernedDocument): DividedBody {
  const { text, lineStarts: starts } = document;
  const known = new Set(Object.values(catalogue.kinds).flatMap(({ keys }) => keys.map(({ key }) => key)));
  const bodyLine = readFrontMatter(text, starts, known)?.bodyLine ?? 0;
  const { blocks } = readBody(createMarkdown(), text.replaceAll('\0', '\ufffd'), starts, bodyLine);
  const sections = new Set(
    [...document.sections.values()].flatMap(({ heading, within }) => (within ? [] : [heading.span.start])),
  );
  const headings = blocks
    .filter(({ is, nest }) => is === 'heading' && nest === '')
    .map(({ lines, level }) => {
      const at = lines[0] ?? 0;
      return { lines: linesOf(text, lines), text: at, level, isSection: sections.has(at) };
    });
  return { start: starts[bodyLine] ?? text.length, blocks, headings };
}

function linesOf(text: string, lines: readonly number[]): Span {
  const first = lines[0] ?? 0;
  const start = lineStartOf(text, first);
  const below = nextLineOf(text, lines.at(-1) ?? first);
  const isUnderlined = !text.slice(start, first).includes('#');
  return { start, end: isUnderlined ? nextLineOf(text, below) : below };
}

/**
 * The characters of a section: from its heading to the next one of the same or a higher level, or the next one of a
 * section (format.md 2).
 */
export function sectionSpan(document: GovernedDocument, section: Section, body: DividedBody): Span {
  const { headings } = body;
  const own = headings.findIndex((one) => one.text === section.heading.span.start);
  const heading = headings[own];
  if (!heading) return section.heading.span;
  const next = headings.slice(own + 1).find((one) => one.isSection || one.level <= heading.level);
  return { start: heading.lines.start, end: next?.lines.start ?? document.text.length };
}

/** Where the content of a part of a text ends: before the line breaks, blanks and tabs at its end. */
export function contentEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
