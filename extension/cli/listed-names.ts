import fs from 'node:fs';
import path from 'node:path';
import { isMarkdown } from '../engine/model/file-paths.ts';
import { pathBelow } from './real-path.ts';

/**
 * The one name under which a file is read that has several, by symbolic links to it or to a folder around it: the path
 * at which it lies, where that is read. A link called `engagement.md` to a file of another name stays that name, since
 * it makes its folder that of an engagement.
 */
export class ListedNames {
  readonly #root: string;
  readonly #isLeftOut: (file: string) => boolean;
  /** Links that are read in the place of the file that they lead to. */
  readonly #instead = new Map<string, string>();

  /** `isLeftOut` knows what is never read. */
  constructor(root: string, isLeftOut: (file: string) => boolean) {
    this.#root = root;
    this.#isLeftOut = isLeftOut;
  }

  /** Relative to the root, as is what is given; that itself where it is the only name, or nothing is there. */
  of(file: string): string {
    const place = this.#placeOf(file);
    const own = place === undefined || !isMarkdown(place) || this.#isLeftOut(place) ? file : place;
    return this.#instead.get(own) ?? own;
  }

  /** The files of a list, each once; `links` are those of them that are symbolic links. */
  withoutDoubles(files: readonly string[], links: readonly string[]): readonly string[] {
    this.#instead.clear();
    const dropped = new Set<string>();
    const seen = new Set<string>();
    for (const link of links.toSorted()) {
      const name = this.of(link);
      const place = name === link ? (this.#placeOf(link) ?? link) : name;
      if (name !== link && isMark(link) && !isMark(name) && !this.#instead.has(name)) {
        this.#instead.set(name, link);
        dropped.add(name);
      } else if (name !== link || seen.has(place)) dropped.add(link);
      seen.add(place);
    }
    return dropped.size === 0 ? files : files.filter((file) => !dropped.has(file));
  }

  /** Where the file of a name lies below the root; undefined where it is not there, or lies elsewhere. */
  #placeOf(file: string): string | undefined {
    try {
      return pathBelow(this.#root, fs.realpathSync(path.join(this.#root, file)));
    } catch {
      return undefined; // who reads it says why it cannot be read
    }
  }
}

function isMark(file: string): boolean {
  return /(?:^|\/)engagement\.md$/i.test(file);
}
