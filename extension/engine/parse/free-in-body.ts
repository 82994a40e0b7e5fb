import type { FreeHead, FreePart, FreeParts } from '../model/coverage.ts';
import type { Heading, Section } from '../model/document.ts';
import type { Said } from '../model/said.ts';
import type { Span } from '../model/text.ts';
import { say, sectionTitle } from '../values/say.ts';
import type { Block } from './blocks.ts';
import { countFilled, freeOfTable, freeTable, headsOf } from './free-tables.ts';
import type { ReadParts } from './governed-document.ts';
import { contentOfBlock, readInline } from './inline.ts';
import { hidesContent, isComment } from './is-comment.ts';
import { lineStartOf } from './lines.ts';
import { isPlaceholder } from './read-field.ts';
import { proseOf, readPlaces, type ReadPlaces } from './read-places.ts';
import type { Occurrence } from './section-context.ts';

/** What stands under a heading that is no section, or under none. */
interface Group {
  readonly heading: Heading | undefined;
  readonly level: number;
  readonly why: Said;
  readonly blocks: Block[];
}

/** A section that is being walked through. */
interface Around {
  readonly section: Section;
  readonly isProse: (paragraph: string) => boolean;
}

/** What of the body of a document is not read, in the order in which it stands. */
export function freeInBody(parts: ReadParts): FreeParts {
  return new Walk(parts).walked();
}

class Walk {
  readonly #parts: ReadParts;
  readonly #places: ReadPlaces;
  readonly #title: Heading | undefined;
  readonly #found: FreePart[] = [];
  readonly #heads: FreeHead[] = [];
  #around: Around | undefined;
  #group: Group = groupUnder(undefined, 0, say('It stands under no section.'));
  /** Texts for one reason that follow each other, as one. */
  #run: { readonly why: Said; readonly start: number; end: number } | undefined;

  constructor(parts: ReadParts) {
    this.#parts = parts;
    this.#places = readPlaces(parts.document);
    this.#title = titleOf(parts);
  }

  walked(): FreeParts {
    const { body, headings, read } = this.#parts;
    const beginning = new Map(read.occurrences.map((one) => [one.headingBlock, one]));
    let until = 0;
    body.blocks.forEach((block, i) => {
      const heading = block.nest === '' && block.is === 'heading' ? headings.get(block) : undefined;
      const occurrence = heading && beginning.get(block);
      if (occurrence && read.chosen.has(occurrence)) {
        this.#endGroup();
        this.#enter(occurrence);
        until = occurrence.to;
      } else if (i < until) {
        if (heading && !isSwallowed(this.#parts.text, block)) this.#headWithin(heading);
        else this.#inSection(block);
      } else {
        this.#leave();
        if (heading && !isSwallowed(this.#parts.text, block)) this.#freeHeading(heading, occurrence);
        else this.#group.blocks.push(block);
      }
    });
    this.#leave();
    this.#endGroup();
    return { parts: this.#found, heads: this.#heads };
  }

  #enter({ spec }: Occurrence): void {
    this.#endRun();
    const section = this.#parts.document.sections.get(spec.key);
    this.#around = section && { section, isProse: proseOf(section) };
  }

  #leave(): void {
    this.#endRun();
    this.#around = undefined;
  }

  /** A deeper heading within a section is no section, and what stands below belongs to the one around it. */
  #headWithin({ span }: Heading): void {
    this.#endRun();
    if (!this.#around) return;
    const section = sectionTitle(this.#around.section.spec);
    const why = say('No section is called so. What stands below belongs to {{section}}.', { section });
    this.#heads.push({ span, why });
  }

  #freeHeading(heading: Heading, occurrence: Occurrence | undefined): void {
    if (heading === this.#title) {
      this.#endGroup();
      this.#group = groupUnder(undefined, 1, say('It stands under no section.'));
      return;
    }
    const why = this.#whyNoSection(heading, occurrence);
    this.#heads.push({ span: heading.span, why });
    // What stands under a deeper heading is part of what stands under the one above.
    if (this.#group.heading && heading.level > this.#group.level && !occurrence) return;
    this.#endGroup();
    this.#group = groupUnder(heading, heading.level, why);
  }

  #whyNoSection({ text }: Heading, occurrence: Occurrence | undefined): Said {
    if (occurrence)
      return say('{{section}} stands in this document already.', { section: sectionTitle(occurrence.spec) });
    const [spec] = this.#parts.vocabulary.sectionsNamed(text);
    if (spec && !spec.ownKindOnly)
      return say('It has too few columns of {{section}}.', { section: sectionTitle(spec) });
    return spec
      ? say('{{section}} is read only in documents of kind "{{kind}}".', {
          section: sectionTitle(spec),
          kind: spec.kind,
        })
      : say('No section is called so.');
  }

  #endGroup(): void {
    const { heading, why, blocks } = this.#group;
    this.#group = groupUnder(undefined, 0, say('It stands under no section.'));
    const { read } = this.#parts;
    const content = blocks.filter(isContent);
    for (const block of content)
      if (block.is === 'table') this.#heads.push(...headsOf(read.headersOf(block), why));
    const last = content.at(-1);
    if (heading && last) {
      const tables = content.filter(({ is }) => is === 'table');
      const cells = tables.reduce((sum, table) => sum + countFilled(this.#parts, table), 0);
      const span = { start: heading.span.start, end: spanOf(last).end };
      this.#found.push({ is: 'section', text: heading.text, span, why, tables: tables.length, cells });
      return;
    }
    for (const block of content)
      if (block.is === 'table') this.#add(freeTable(this.#parts, block, why));
      else this.#text(spanOf(block), why);
    this.#endRun();
  }

  #inSection(block: Block): void {
    if (!this.#around || !isContent(block)) return;
    const { section } = this.#around;
    if (block.is === 'table') {
      const { parts, heads } = freeOfTable(this.#parts, section, block, this.#places);
      this.#endRun();
      for (const part of parts) this.#found.push(part);
      this.#heads.push(...heads);
      return;
    }
    const why = this.#whyNotRead(block, this.#around);
    if (why) this.#text(spanOf(block), why);
    else this.#endRun();
  }

  /** Why a text within a section is not read; undefined where it is, or says nothing. */
  #whyNotRead(block: Block, { section, isProse }: Around): Said | undefined {
    if (block.is === 'code') return say('Code is not read.');
    if (block.is === 'html')
      return isComment(block.content) ? say('A comment is not read.') : say('HTML is not read.');
    if (block.is === 'heading')
      return block.nest === ''
        ? say('It is neither a table nor text.')
        : say('A heading in a list or a quote is not read.');
    const { text, markdown, body } = this.#parts;
    const source = readInline(markdown, contentOfBlock(text, block), body.references);
    if (block.nest === '' && isProse(source.text)) return undefined;
    const { start, end } = spanOf(block);
    if (this.#places.has(start, end) || isPlaceholder(source)) return undefined;
    if (block.nest === '') {
      // A text that is nothing but placeholders is none.
      return section.prose === '' && !source.text.includes('|')
        ? undefined
        : say('It is neither a table nor text.');
    }
    if (block.nest.includes('q>')) return say('A quote is not read.');
    return section.rows.length > 0 && block.nest.length === 2
      ? say('Where a table is read, a list beside it is not.')
      : say('Of a list only the first paragraph of each entry is read.');
  }

  #text({ start, end }: Span, why: Said): void {
    if (this.#run?.why.template === why.template) this.#run.end = end;
    else {
      this.#endRun();
      this.#run = { why, start, end };
    }
  }

  #add(part: FreePart): void {
    this.#endRun();
    this.#found.push(part);
  }

  #endRun(): void {
    if (!this.#run) return;
    const { why, start, end } = this.#run;
    this.#found.push({ is: 'text', text: '', span: { start, end }, why, tables: 0, cells: 0 });
    this.#run = undefined;
  }
}

/** The heading that is the title: the first one, if it is the only one of level 1. */
function titleOf({ body, headings }: ReadParts): Heading | undefined {
  const margin = body.blocks.filter(({ is, nest }) => is === 'heading' && nest === '');
  const [first] = margin;
  if (first?.level !== 1 || margin.some((one) => one !== first && one.level === 1)) return undefined;
  return headings.get(first);
}

function groupUnder(heading: Heading | undefined, level: number, why: Said): Group {
  return { heading, level, why, blocks: [] };
}

/** Whether a heading is rather lines, or cells, that a line of dashes behind them has made into one. */
function isSwallowed(text: string, { lines }: Block): boolean {
  const [start = 0, end = 0] = lines;
  if (text.slice(lineStartOf(text, start), start).includes('#')) return false;
  return lines.length > 2 || /[|\t]/.test(text.slice(start, end));
}

/** Whether a block says anything; a note in a comment does not, and an item is what its paragraphs are. */
function isContent({ is, content }: Block): boolean {
  if (is === 'item' || is === 'rule') return false;
  return is !== 'html' || !isComment(content) || hidesContent(content);
}

function spanOf({ lines }: Block): Span {
  return { start: lines[0] ?? 0, end: lines[lines.length - 1] ?? 0 };
}
