import ignore, { type Ignore } from 'ignore';

/** What the `.gitignore` files of a workspace leave out, as Git decides it; no Git is asked. */
export interface IgnoreRules {
  /** Adds the text of the file that stands in a folder ('' is the root). */
  add(folder: string, text: string): void;
  /**
   * Whether a path is left out by the rules that were added for its folder and those around it. A folder
   * around it that is left out itself is for the caller to see, who does not enter it.
   */
  isIgnored(path: string, isFolder: boolean): boolean;
}

const lineLengthAtMost = 1000;
const starsAtMost = 4;
const partsOfTwoStarsAtMost = 3;
const foldersAtMost = 50;

/**
 * Lines of over 1,000 characters, or with more than four stars in one part or three parts of two stars, say nothing,
 * and nothing is said of a path through over 50 folders: it bounds the matching, which could take forever.
 */
export function createIgnoreRules(): IgnoreRules {
  const byFolder = new Map<string, Ignore>();
  return {
    add(folder, text) {
      // Matched with case on every host, so that all of them see the same files.
      const lines = text.split(/\r?\n/).filter(isBounded);
      byFolder.set(folder, ignore({ ignorecase: false }).add(lines.join('\n')));
    },
    isIgnored(path, isFolder) {
      if (byFolder.size === 0 || path.split('/', foldersAtMost + 1).length > foldersAtMost) return false;
      const asked = isFolder ? `${path}/` : path;
      let ignored = false;
      // The deepest file that says something about the path has the last word.
      for (let end = 0; ;) {
        const folder = path.slice(0, Math.max(0, end - 1));
        const answer = byFolder.get(folder)?.test(asked.slice(end));
        if (answer?.ignored) ignored = true;
        else if (answer?.unignored) ignored = false;
        const slash = path.indexOf('/', end);
        if (slash < 0) return ignored;
        end = slash + 1;
      }
    },
  };
}

function isBounded(line: string): boolean {
  if (line.length > lineLengthAtMost) return false;
  const parts = line.split('/');
  return (
    parts.filter((part) => part === '**').length <= partsOfTwoStarsAtMost &&
    parts.every((part) => part === '**' || (part.match(/\*+/g)?.length ?? 0) <= starsAtMost)
  );
}
