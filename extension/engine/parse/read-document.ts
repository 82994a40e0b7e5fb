import type { FreeParts } from '../model/coverage.ts';
import type { GovernedDocument, Heading, ReadingProblem } from '../model/document.ts';
import type { FileContent } from '../model/ports.ts';
import type { Said } from '../model/said.ts';
import type { Catalogue } from '../model/schema.ts';
import { lineStarts } from '../model/text.ts';
import type { ValueReader } from '../values/read-value.ts';
import type { Body } from './blocks.ts';
import { calledEntries } from './called-entries.ts';
import { readConflicts } from './conflicts.ts';
import type { Entry } from './entry.ts';
import { isOfAnotherSystem, standingOf } from './foreign-documents.ts';
import { hasKindLine, readFrontMatter, utf8Length, type FrontMatter } from './front-matter.ts';
import { freeParts } from './free-parts.ts';
import { governedDocument, type ReadParts } from './governed-document.ts';
import { readHeadings, type Headings } from './headings.ts';
import { kindMeant, type KindMeant } from './kind-meant.ts';
import { createMarkdown, type Markdown } from './markdown.ts';
import { samples } from './samples.ts';
import { scanBlocks } from './scan-blocks.ts';
import { createVocabulary, type Aliases, type Vocabulary } from './vocabulary.ts';
import { whyFree } from './why-free.ts';

/** What a Markdown file is, told apart by `is`. */
export type ReadDocument =
  | {
      /** A document with a known kind. What of it cannot be read is among its problems. */
      readonly is: 'governed';
      readonly document: GovernedDocument;
      readonly headings: readonly Heading[];
      readonly anchors: ReadonlySet<string>;
    }
  | {
      /**
       * Nothing of it is read: the file is too large, or not readable at all. Where its kind could be
       * made out, `document` stands for it with that kind, the status `ended` (so that nothing but
       * identity is asked of it) and its problems.
       */
      readonly is: 'unreadable';
      readonly document: GovernedDocument | undefined;
      readonly headings: readonly Heading[];
      readonly anchors: ReadonlySet<string>;
      readonly problems: readonly ReadingProblem[];
    }
  | {
      /** No front matter, or none with a known kind, or of another system. The problems hint at a kind that nearly is one. */
      readonly is: 'free';
      readonly document: undefined;
      readonly headings: readonly Heading[];
      readonly anchors: ReadonlySet<string>;
      readonly problems: readonly ReadingProblem[];
    };

export interface DocumentReader {
  /**
   * Reads one file; never throws. Spans are UTF-16 offsets into `text`, which starts with the byte
   * order mark if the file has one.
   */
  read(path: string, content: FileContent | string): ReadDocument;
  /** What of a governed document is not read. The text is read again for it: nobody keeps what it takes to know. */
  freeIn(path: string, text: string): FreeParts;
  /** Why a file that was read is no governed document. */
  whyFree(content: FileContent, read: ReadDocument): Said;
  /**
   * Runs each part of the reader once, a part a step. Code is loaded and compiled when it first runs, which for all
   * of it at once takes as long as fifty documents later; nothing else comes of it.
   */
  warmUp(): Generator<undefined, void, undefined>;
}

/** Of a file of which nothing is read. */
const nothing = { headings: [], anchors: new Set<string>() } as const;

const fileBytesAtMost = 2 * 1024 * 1024;

/** A reader for the kinds, sections and words of a catalogue and the aliases of a config. */
export function createDocumentReader(options: {
  readonly catalogue: Catalogue;
  readonly values: ValueReader;
  readonly aliases?: Aliases;
}): DocumentReader {
  const vocabulary = createVocabulary(options.catalogue, options.aliases);
  const markdown = createMarkdown();
  const reader: DocumentReader = {
    read(path, content) {
      if (typeof content === 'string')
        return readText(vocabulary, options.values, markdown, path, content, false);
      if (content.kind === 'text') {
        return readText(
          vocabulary,
          options.values,
          markdown,
          path,
          content.text,
          content.invalidUtf8 === true,
        );
      }
      const span = { start: 0, end: 0 };
      const problem: ReadingProblem =
        content.kind === 'tooLarge'
          ? { code: 'DOC001', id: 'tooLong', data: {}, span }
          : { code: 'DOC001', id: 'unreadable', data: { reason: content.reason }, span };
      return { is: 'unreadable', document: undefined, ...nothing, problems: [problem] };
    },
    freeIn(path, text) {
      let free: FreeParts = { parts: [], heads: [] };
      readText(vocabulary, options.values, markdown, path, text, false, (read) => {
        free = freeParts(read);
      });
      return free;
    },
    whyFree: (content, { is }) => whyFree(vocabulary, content, is === 'unreadable'),
    *warmUp() {
      markdown.prepare();
      for (const sample of samples) {
        yield;
        reader.read('', sample);
      }
    },
  };
  return reader;
}

function readText(
  vocabulary: Vocabulary,
  values: ValueReader,
  markdown: Markdown,
  path: string,
  text: string,
  invalidUtf8: boolean,
  onRead?: (read: ReadParts) => void,
): ReadDocument {
  if (
    text.length * 3 > fileBytesAtMost &&
    utf8Length(text, 0, text.length, fileBytesAtMost) > fileBytesAtMost
  ) {
    return tooLong(vocabulary, path, text);
  }
  const starts = lineStarts(text);
  const problems: ReadingProblem[] = [];
  const whole = readConflicts(text, starts, problems, vocabulary, markdown);
  const matter = readFrontMatter(whole, starts, vocabulary.keys);
  const isOther = matter !== undefined && isOfAnotherSystem(matter.entries);
  const meant = matter && !isOther ? kindMeant(vocabulary, matter, { path, text: whole, starts }) : undefined;
  const body = whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole;
  const blocksFrom = (line: number): { blocks: Body; headings: Headings } => {
    const blocks = readBody(markdown, body, starts, line);
    return { blocks, headings: readHeadings(markdown, body, blocks.blocks, blocks.references) };
  };
  if (matter && meant) {
    const own = [...problems, ...(invalidUtf8 ? [invalidUtf8Problem(text)] : []), ...matter.problems];
    if (meant.slip) own.push(meant.slip);
    const { blocks, headings } = blocksFrom(matter.bodyLine);
    const document = governedDocument({
      vocabulary,
      values,
      markdown,
      path,
      original: text,
      text: body,
      starts,
      matter: withKnownKeys(vocabulary, matter, meant),
      kind: meant.kind,
      kindEntry: meant.entry,
      blocks,
      headings,
      problems: own,
      onRead,
    });
    const standing = standingOf(vocabulary, meant, matter, document);
    // One line at the top that no dashes mark may say anything.
    const isLine = matter.entries.length < 2 && matter.problems.some(({ id }) => id === 'noFence');
    if (standing === 'ours' && !(isLine && document.sections.size === 0))
      return { is: 'governed', document, headings: document.headings, anchors: document.anchors };
    if (matter.isPlain)
      return free(document, standing === 'doubtful' && meant.slip ? [doubt(meant.slip)] : []);
  }
  const { headings } = blocksFrom(matter?.isPlain === true ? matter.bodyLine : 0);
  return free(
    { headings: [...headings.byBlock.values()], anchors: headings.anchors },
    matter && !isOther ? unread(vocabulary, matter, starts, text) : [],
  );
}

function free(
  { headings, anchors }: Pick<ReadDocument, 'headings' | 'anchors'>,
  problems: readonly ReadingProblem[],
): ReadDocument {
  return { is: 'free', document: undefined, headings, anchors, problems };
}

/** Front matter with its kind as it is meant, and with the keys of it that go by other names. */
function withKnownKeys(vocabulary: Vocabulary, matter: FrontMatter, { kind, entry }: KindMeant): FrontMatter {
  const known = withKind(matter, entry);
  return { ...known, entries: calledEntries(vocabulary, kind, known.entries) };
}

function withKind(matter: FrontMatter, kind: Entry): FrontMatter {
  const { entries } = matter;
  const at = entries.findIndex((entry) => entry.keySpan === kind.keySpan);
  if (entries[at] === kind) return matter;
  return {
    ...matter,
    entries: at < 0 ? [kind, ...entries] : entries.map((entry, i) => (i === at ? kind : entry)),
  };
}

/** A kind that nearly is one of ours, of a document that has nothing else of it. */
function doubt({ data, span, fixes = [] }: ReadingProblem): ReadingProblem {
  return { code: 'DOC021', id: 'nearKind', data, span, fixes };
}

/** What is said of front matter that cannot be read and in which a line begins with `kind:`. */
function unread(
  vocabulary: Vocabulary,
  { entries, problems, bodyLine, isPlain }: FrontMatter,
  starts: readonly number[],
  text: string,
): readonly ReadingProblem[] {
  const kind = entries.find(({ key }) => key === 'kind');
  if (!isPlain || problems.length === 0 || (kind && !kind.broken)) return [];
  return hasKindLine(text, starts, bodyLine, vocabulary) ? problems : [];
}

/** The blocks of a body: by the quick scan, else by markdown-it. */
export function readBody(
  markdown: Markdown,
  text: string,
  starts: readonly number[],
  firstLine: number,
): Body {
  const scanned = scanBlocks(text, starts, firstLine);
  return scanned
    ? { blocks: scanned, references: undefined, tooDeep: [] }
    : markdown.blocks(text, starts, firstLine);
}

function invalidUtf8Problem(text: string): ReadingProblem {
  const at = Math.max(0, text.indexOf('\ufffd'));
  return {
    code: 'DOC001',
    id: 'invalidUtf8',
    data: {},
    span: { start: at, end: Math.min(at + 1, text.length) },
  };
}

/** A file beyond the bound: its kind is looked for among its first lines, the rest stays unread. */
function tooLong(vocabulary: Vocabulary, path: string, text: string): ReadDocument {
  const head = text.slice(0, 4096);
  const starts = lineStarts(head);
  const matter = readFrontMatter(head, starts, vocabulary.keys);
  const meant =
    matter && !isOfAnotherSystem(matter.entries)
      ? kindMeant(vocabulary, matter, { path, text: head, starts })
      : undefined;
  if (!matter || !meant) return free(nothing, []);
  const { kind, entry } = meant;
  const problems: ReadingProblem[] = [{ code: 'DOC001', id: 'tooLong', data: {}, span: matter.fenceSpan }];
  const document: GovernedDocument = {
    path,
    text,
    lineStarts: lineStarts(text),
    kind: kind.key,
    status: 'ended',
    title: '',
    titleSpan: entry.source.span,
    kindSpan: entry.source.span,
    fenceSpan: matter.fenceSpan,
    keysEnd: undefined,
    keys: {} as GovernedDocument['keys'],
    fields: [],
    keyPlaces: new Map(),
    sections: new Map(),
    ...nothing,
    hasText: true,
    isOpenAtEnd: true,
    proseLinks: [],
    problems,
  };
  return { is: 'unreadable', document, ...nothing, problems };
}
