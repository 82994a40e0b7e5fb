import type { FileContent } from '../model/ports.ts';
import { frontMatterHead } from '../parse/front-matter-head.ts';
import type { ReadDocument } from '../parse/read-document.ts';
import { isCalledEngagement, ungoverned, type Ungoverned } from './ungoverned.ts';

/** What is known of Markdown files outside of all folders that may hold an engagement: their front matter alone. */
export class LooseFiles {
  readonly #read: (path: string, text: string) => ReadDocument;
  #files = new Map<string, Ungoverned>();
  #version = 0;

  constructor(read: (path: string, text: string) => ReadDocument) {
    this.#read = read;
  }

  /** Another number after each change. */
  version(): number {
    return this.#version;
  }

  all(): readonly Ungoverned[] {
    return [...this.#files.values()];
  }

  /** A file holds this, is gone, or (undefined too) lies where an engagement may be. */
  set(path: string, content: FileContent | undefined): void {
    const known = content?.kind === 'text' ? this.#look(path, content.text) : undefined;
    if (known) this.#files.set(path, known);
    if (known || this.#files.delete(path)) this.#version++;
  }

  /** Forgets what `isLoose` no longer holds of. */
  keep(isLoose: (path: string) => boolean): void {
    for (const path of this.#files.keys()) if (!isLoose(path) && this.#files.delete(path)) this.#version++;
  }

  /** Knows what another one knows, where it knows nothing better. */
  takeFrom(other: LooseFiles): void {
    this.#files = new Map([...other.#files, ...this.#files]);
    this.#version++;
  }

  #look(path: string, text: string): Ungoverned | undefined {
    const head = frontMatterHead(text);
    // A file of that name counts for its name, whatever it begins with.
    if (head === undefined && !isCalledEngagement(path)) return undefined;
    const file = ungoverned(path, this.#read(path, head ?? ''), head ?? '');
    // What lies here is nobody's engagement, so nobody says what is wrong with it as one.
    return file && { ...file, isSpokenOf: false };
  }
}
