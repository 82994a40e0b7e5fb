import { calledNow, isOfThen, isOfThePast } from '../resolve/called-now.ts';
import type { FormerNames } from '../resolve/former-names.ts';
import type { Targets } from '../resolve/link-targets.ts';
import type { FreeParts } from '../model/coverage.ts';
import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { FileContent, Workspace } from '../model/ports.ts';
import type { Said } from '../model/said.ts';
import type { Config } from '../parse/config.ts';
import { createDocumentReader, type DocumentReader, type ReadDocument } from '../parse/read-document.ts';
import { holdsFarDate, readerWithin, type DateBounds } from '../values/far-dates.ts';
import { createValueReader, type ValueReader } from '../values/read-value.ts';
import { Spellings } from './spellings.ts';

/** What is known of the Markdown files of a workspace, and what each of those that are read says. */
export class Documents {
  readonly #workspace: Workspace;
  readonly #aliases: Config['aliases'];
  readonly #values = createValueReader(catalogue);
  readonly #reader: DocumentReader;
  /** By the bounds of the dates that they take. */
  readonly #boundReaders = new WeakMap<DateBounds, DocumentReader>();
  /** Of documents with other names: those of the past are wholly read so. */
  readonly #readersNow = new WeakMap<
    FormerNames,
    { readonly bounds: DateBounds; readonly past: DocumentReader; readonly present: DocumentReader }
  >();
  readonly #onTarget: (path: string) => void;
  #contents = new Map<string, FileContent>();
  #read = new Map<string, ReadDocument>();
  /** What is not read of those of which somebody has asked for it. */
  readonly #free = new WeakMap<ReadDocument, FreeParts>();
  readonly #anchors = new Map<string, ReadonlySet<string>>();
  /** Documents that are read folder by folder and not now. */
  readonly #unloaded = new Set<string>();
  readonly #spellings = new Spellings();

  /** `onTarget` is told of a path whose headings, which links may lead to, are others now. */
  constructor(workspace: Workspace, { aliases }: Config, onTarget: (path: string) => void) {
    this.#workspace = workspace;
    this.#aliases = aliases;
    this.#reader = createDocumentReader({ catalogue, values: this.#values, aliases });
    this.#onTarget = onTarget;
  }

  /** Everything that was given, read or not. */
  contents(): ReadonlyMap<string, FileContent> {
    return this.#contents;
  }

  /** Knows a file, without reading it; undefined where it is gone. */
  know(path: string, content: FileContent | undefined): void {
    if (content === undefined) {
      this.#contents.delete(path);
      this.#spellings.remove(path);
    } else {
      this.#contents.set(path, content);
      this.#spellings.add(path);
    }
  }

  textOf(path: string): string | undefined {
    const content = this.#contents.get(path);
    return content?.kind === 'text' ? content.text : undefined;
  }

  /** Documents that are read, and other files that were looked at, by path. */
  all(): ReadonlyMap<string, ReadDocument> {
    return this.#read;
  }

  /** Reads a file as this content says, or takes it for one that nobody reads; returns what was read before and is now. */
  set(path: string, content: FileContent | undefined): Record<'before' | 'now', ReadDocument | undefined> {
    const before = this.#read.get(path);
    const now = content && this.#reader.read(path, content);
    if (now) this.#read.set(path, now);
    else this.#read.delete(path);
    if (anchorsOf(before) !== anchorsOf(now)) {
      this.#anchors.delete(path);
      this.#onTarget(path);
    }
    return { before, now };
  }

  /** Reads a text that is not kept. */
  glanceAt(path: string, text: string): ReadDocument {
    return this.#reader.read(path, text);
  }

  /** The document as it reads where a date outside of the bounds is none. */
  within(document: GovernedDocument, bounds: DateBounds): GovernedDocument {
    if (!document.fields.some((field) => holdsFarDate(field, bounds))) return document;
    return this.#readAnew(document, this.#boundReader(bounds));
  }

  /** The document as it would be written today, with the names that rows have now. */
  calledNow(document: GovernedDocument, bounds: DateBounds, former: FormerNames): GovernedDocument {
    let readers = this.#readersNow.get(former);
    if (readers?.bounds !== bounds) {
      const reader = (isAsked: typeof isOfThen): DocumentReader => this.#readerNow(bounds, former, isAsked);
      this.#readersNow.set(
        former,
        (readers = { bounds, past: reader(() => true), present: reader(isOfThen) }),
      );
    }
    return this.#readAnew(document, isOfThePast(document) ? readers.past : readers.present);
  }

  #readerNow(bounds: DateBounds, former: FormerNames, isAsked: typeof isOfThen): DocumentReader {
    const values: ValueReader = {
      ...readerWithin(this.#values, bounds),
      sourceOf: (spec, source, section) =>
        isAsked(spec, section) ? calledNow(spec, source, former) : source,
    };
    return createDocumentReader({ catalogue, values, aliases: this.#aliases });
  }

  #readAnew(document: GovernedDocument, reader: DocumentReader): GovernedDocument {
    const content = this.#contents.get(document.path);
    return (content && reader.read(document.path, content).document) ?? document;
  }

  /** What of a governed document is not read. */
  freeIn(path: string): FreeParts {
    const read = this.#read.get(path);
    if (read?.is !== 'governed') return { parts: [], heads: [] };
    let free = this.#free.get(read);
    if (!free) this.#free.set(read, (free = this.#reader.freeIn(path, this.textOf(path) ?? '')));
    return free;
  }

  /** Why a file that was read is no governed document. */
  whyFree(path: string, read: ReadDocument): Said {
    return this.#reader.whyFree(this.#contents.get(path) ?? { kind: 'text', text: '' }, read);
  }

  /** A file that is there and will be read later. */
  leave(path: string): void {
    this.#unloaded.add(path);
    this.#spellings.add(path);
  }

  /** Is about to read a file that was left. */
  take(path: string): void {
    this.#unloaded.delete(path);
  }

  /** Lets go of everything that was read, to be read again where a link asks for it. */
  forget(): void {
    for (const path of this.#read.keys()) this.#unloaded.add(path);
    // New maps: the table that a cleared one leaves behind points at its next one, and so on without end.
    this.#contents = new Map();
    this.#read = new Map();
  }

  /** Runs each part of the reader once, a part a step. */
  warmUp(): Generator<undefined, void, undefined> {
    return this.#reader.warmUp();
  }

  /** What a link may lead to. */
  readonly targets: Targets = {
    spelled: (path) => {
      const spelled = this.#spellings.of(path, (one) => this.targets.exists(one));
      const isListed = this.#contents.has(spelled) || this.#unloaded.has(spelled);
      return isListed ? spelled : (this.#workspace.nameOf?.(spelled) ?? spelled);
    },
    anchorsOf: (path) => {
      const known = this.#anchors.get(path);
      if (known) return known;
      // What was left for later, or let go, is read for its headings alone.
      const document = this.#read.get(path) ?? this.#readUnloaded(path);
      // Of a file that could not be read nobody knows the headings.
      if (!document || document.is === 'unreadable') return undefined;
      this.#anchors.set(path, document.anchors);
      return document.anchors;
    },
    exists: (path) => this.#contents.has(path) || this.#workspace.exists(path),
  };

  /** A document of a folder that is not loaded now; nothing of it is kept but what its reader keeps. */
  #readUnloaded(path: string): ReadDocument | undefined {
    if (!this.#unloaded.has(path)) return undefined;
    const content = this.#workspace.read(path);
    return content && !isPromise(content) ? this.#reader.read(path, content) : undefined;
  }

  #boundReader(bounds: DateBounds): DocumentReader {
    let known = this.#boundReaders.get(bounds);
    if (!known) {
      const values = readerWithin(this.#values, bounds);
      known = createDocumentReader({ catalogue, values, aliases: this.#aliases });
      this.#boundReaders.set(bounds, known);
    }
    return known;
  }
}

export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function anchorsOf(document: ReadDocument | undefined): string {
  return document ? [...document.anchors].join(' ') : '-';
}
