import { hasSpellings, plainPath } from '../model/spelling.ts';

/** How files are called on the disk, where a link or a person spells letters with marks otherwise. */
export class Spellings {
  /** Files that were given, by their plain path, as far as they may be spelled otherwise. */
  readonly #known = new Map<string, string>();

  add(path: string): void {
    if (hasSpellings(path)) this.#known.set(plainPath(path), path);
  }

  remove(path: string): void {
    if (this.#known.get(plainPath(path)) === path) this.#known.delete(plainPath(path));
  }

  /**
   * The path of a file or folder that is there and of which this is a spelling; else as it is. Each part of it is asked
   * for by itself, since a folder may be spelled in one way and what it holds in the other.
   */
  of(path: string, exists: (path: string) => boolean): string {
    if (!hasSpellings(path)) return path;
    const known = this.#known.get(plainPath(path));
    if (known !== undefined) return known;
    if (exists(path)) return path;
    let found = '';
    for (const part of path.split('/')) {
      const before = found === '' ? '' : `${found}/`;
      const forms = [part, part.normalize('NFC'), part.normalize('NFD')];
      const form = forms.find((one) => exists(`${before}${one}`));
      if (form === undefined) return path;
      found = `${before}${form}`;
    }
    return found;
  }
}
