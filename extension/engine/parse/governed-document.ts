import type { Field, GovernedDocument, ReadingProblem, Sections, Status } from '../model/document.ts';
import type { KindKey, KindSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import type { ValueReader } from '../values/read-value.ts';
import type { Block, Body } from './blocks.ts';
import { keySpec, noteNearKeys } from './document-keys.ts';
import type { Entry } from './entry.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Headings } from './headings.ts';
import { scaleOfHeaders } from './header-remarks.ts';
import { isComment } from './is-comment.ts';
import type { Markdown } from './markdown.ts';
import { noteBounds } from './note-bounds.ts';
import { createFieldReader, fieldOf } from './read-field.ts';
import { readDaysBeside } from './days-in-recurrence.ts';
import { offerYears } from './days-without-year.ts';
import { readScores } from './read-scores.ts';
import { readSteps } from './read-steps.ts';
import { isOpenAtEnd } from './room-to-add.ts';
import { leadSections, typeOfRecord } from './lead-sections.ts';
import { readMeantHeadings, type MeantHeadings } from './meant-headings.ts';
import { withPastedHeaders } from './pasted-headers.ts';
import { readSections, type SectionsRead } from './sections.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Parts {
  readonly vocabulary: Vocabulary;
  readonly values: ValueReader;
  readonly markdown: Markdown;
  readonly path: string;
  readonly original: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly matter: FrontMatter;
  readonly kind: KindSpec;
  readonly kindEntry: Entry;
  readonly blocks: Body;
  readonly headings: Headings;
  readonly problems: ReadingProblem[];
  /** Told of how the document was read, once it was. */
  readonly onRead: ((read: ReadParts) => void) | undefined;
}

/** A document beside what it was read from. */
export interface ReadParts extends Omit<Parts, 'problems' | 'onRead' | 'blocks' | 'headings'>, MeantHeadings {
  readonly document: GovernedDocument;
  readonly read: SectionsRead;
}

/** A document of a known kind, from its front matter and its blocks. */
export function governedDocument(parts: Parts): GovernedDocument {
  const { vocabulary, values, markdown, text, matter, kind, kindEntry, blocks, headings, problems } = parts;
  const list = [...headings.byBlock.values()];
  const titleEntry = matter.entries.find(({ key }) => key === 'title');
  const titleText = titleEntry && !titleEntry.broken ? titleEntry.source.text : '';
  const firstHeading = list.find(({ level }) => level === 1);
  const keys: Record<string, Field> = {};
  const keyPlaces = new Map<string, Span>();
  for (const { key, keySpan } of matter.entries) keyPlaces.set(key, keySpan);
  const document: { -readonly [K in keyof GovernedDocument]: GovernedDocument[K] } = {
    path: parts.path,
    text: parts.original,
    lineStarts: parts.starts,
    kind: kind.key,
    status: 'draft',
    title: titleText !== '' ? titleText : (firstHeading?.text ?? ''),
    titleSpan: (titleText !== '' ? titleEntry?.source.span : firstHeading?.span) ?? kindEntry.source.span,
    kindSpan: kindEntry.source.span,
    fenceSpan: matter.fenceSpan,
    keysEnd: matter.keysEnd,
    keys: keys as unknown as GovernedDocument['keys'],
    fields: [],
    keyPlaces,
    sections: new Map(),
    headings: list,
    anchors: headings.anchors,
    hasText: blocks.blocks.some(isText),
    isOpenAtEnd: isOpenAtEnd(markdown, text, blocks.blocks.at(-1)),
    proseLinks: [],
    problems,
  };
  const fields = createFieldReader(vocabulary, values, problems);
  const meant = readMeantHeadings({
    kind: kind.key,
    text,
    body: withPastedHeaders(text, blocks),
    headings: headings.byBlock,
    markdown,
    vocabulary,
    problems,
  });
  const type = typeOfRecord(vocabulary, document, matter.entries, fields, problems);
  const read = readSections(
    { document, text, body: meant.body, headings: meant.headings, markdown, vocabulary, fields, problems },
    leadSections(vocabulary, kind.key, type),
  );
  const { sections, proseLinks, cells } = read;
  document.sections = sections as Sections;
  document.proseLinks = proseLinks;
  for (const entry of matter.entries) {
    const spec = keySpec(vocabulary, kind.key, entry, sections, problems);
    if (!spec) continue;
    keys[spec.key] = entry.broken
      ? fieldOf(document, spec, entry.source, undefined, 'unread', undefined)
      : fields.read(document, spec, entry.source);
  }
  const scale = scaleOfHeaders(vocabulary, values, document, keys['scale'], problems);
  if (scale) keys['scale'] = scale;
  for (const key in keys) cells.push(keys[key]!);
  readSteps(vocabulary, values, document, cells);
  readScores(values, document, cells);
  readDaysBeside(values, document, cells);
  offerYears(document, cells);
  document.fields = cells;
  noteNearKeys(vocabulary, kind, matter.entries, document, problems);
  noteBounds(text, blocks, problems);
  document.status = statusOf(kind.key, keys['status']);
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  parts.onRead?.({ ...parts, ...meant, document, read });
  return document;
}

/** Whether a block is anything but a heading; a comment is nothing. */
function isText(block: Block): boolean {
  if (block.is === 'heading') return false;
  return block.is !== 'html' || !isComment(block.content);
}

function statusOf(kind: KindKey, field: Field | undefined): Status {
  if (kind === 'signoff') return 'active';
  if (field?.value === 'final') return kind === 'record' ? 'active' : 'draft';
  return field?.value === 'active' || field?.value === 'ended' ? field.value : 'draft';
}
