import type { GovernedDocument, Heading } from '../model/document.ts';
import { plainAnchor } from '../values/plain-anchor.ts';

/** What links may point at: files of the workspace, and the anchors of those that were read. */
export interface Targets {
  /** A path as the file is called that is there, where only the spelling of letters with marks differs; else as it is. */
  spelled(path: string): string;
  /** Anchors of a Markdown file, as they are compared; undefined where the file was not read. */
  anchorsOf(path: string): ReadonlySet<string> | undefined;
  /** Whether a file or folder exists. */
  exists(path: string): boolean;
}

/**
 * Where a relative link points, seen from a document; undefined where nothing is there.
 * A heading is looked for only in files that were read: of others the file is enough.
 */
export function resolveTarget(
  from: string,
  target: string,
  targets: Targets,
): { readonly path: string; readonly anchor: string | undefined } | undefined {
  const anchor = anchorOf(target);
  const written = pathOf(from, target);
  if (written === undefined) return undefined;
  const path = targets.spelled(written);
  const anchors = targets.anchorsOf(path);
  // The root itself is there.
  if (!anchors && path !== '' && !targets.exists(path)) return undefined;
  if (anchor && anchors && !holdsAnchor(anchors, anchor, target)) return undefined;
  return { path, anchor };
}

/** Whether a link to an anchor leads somewhere in a file that has these. */
function holdsAnchor(anchors: ReadonlySet<string>, anchor: string, target: string): boolean {
  if (anchors.has(anchor)) return true;
  // GitHub puts this before each anchor of a text; browsers take "top" for the beginning.
  if (anchor.startsWith(ofGitHub) && anchors.has(anchor.slice(ofGitHub.length))) return true;
  return anchor === 'top' || (lines.test(anchor) && isShownPlain(target));
}

function isShownPlain(target: string): boolean {
  const [file = ''] = target.split('#', 1);
  const query = file.indexOf('?');
  return (
    query >= 0 &&
    file
      .slice(query + 1)
      .split('&')
      .includes('plain=1')
  );
}

const ofGitHub = 'user-content-';
/** Lines of a text that GitHub shows as it is. */
const lines = /^l\d+(?:c\d+)?(?:-l\d+(?:c\d+)?)?$/;

/** The file that a link target names, seen from a document; undefined where it leaves the root. */
export function pathOf(from: string, target: string): string | undefined {
  const hash = target.indexOf('#');
  const [file = ''] = (hash < 0 ? target : target.slice(0, hash)).split('?').map(decoded);
  return file === '' ? from : joinPath(from, file);
}

/** The anchor that a link target names, as anchors are compared; undefined where it names none. */
export function anchorOf(target: string): string | undefined {
  const hash = target.indexOf('#');
  if (hash < 0) return undefined;
  // What follows is a text to look for, and not a part of the anchor.
  return plainAnchor(decoded(target.slice(hash + 1).split(':~:')[0]!));
}

/** The heading at an anchor, if it is one that a heading has. */
export function headingAt(
  { headings }: Pick<GovernedDocument, 'headings'>,
  anchor: string | undefined,
): Heading | undefined {
  return anchor === undefined || anchor === '' ? undefined : headings.find((one) => isAt(one, anchor));
}

/** Whether an anchor is one of a heading. */
export function isAt({ slug, ids }: Heading, anchor: string): boolean {
  return plainAnchor(slug) === anchor || ids.includes(anchor);
}

/** Whether a link target is a file or heading of the workspace, and not an address with a scheme or a host. */
export function isRelative(target: string): boolean {
  return target !== '' && !/^[a-z][a-z0-9+.-]{0,60}:/i.test(target) && !target.startsWith('//');
}

/** A path seen from a document, with forward slashes; undefined where it leaves the root. A leading slash means the root. */
export function joinPath(from: string, path: string): string | undefined {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/');
}

/** The path to a file as a link of another one writes it. */
export function relativePath(from: string, to: string): string {
  const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same++;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is a character of the name.
    return text;
  }
}
