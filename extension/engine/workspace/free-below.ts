import { createRecogniser, type Recogniser } from '../features/recognise.ts';
import type { Free, FreePart } from '../model/coverage.ts';
import type { Workspace } from '../model/ports.ts';
import { inEnglish, type Said } from '../model/said.ts';
import { rangeOf } from '../model/text.ts';
import type { ReadDocument } from '../parse/read-document.ts';
import { compareText } from '../values/compare-text.ts';
import { say } from '../values/say.ts';
import type { Documents } from './documents.ts';
import type { Engagements } from './engagements.ts';

/** What lies below engagements and is not read, by path and place: whole files, and parts of those that are read. */
export function freeBelow(
  documents: Documents,
  engagements: Engagements,
  workspace: Workspace,
  isAsked: (path: string) => boolean,
): readonly Free[] {
  const isBelow = (path: string): boolean => isAsked(path) && engagements.around(path) !== undefined;
  const recogniser = createRecogniser();
  const free: Free[] = [];
  for (const [path, read] of documents.all()) {
    if (!isBelow(path)) continue;
    if (read.is === 'governed') {
      const { lineStarts } = read.document;
      for (const part of documents.freeIn(path).parts) free.push(freeAt(path, lineStarts, part));
    } else free.push(freeFile(path, read, documents, recogniser));
  }
  for (const { path, isFolder, reason } of workspace.leftOutOfList?.() ?? []) {
    if (!isBelow(path)) continue;
    const why = isFolder
      ? say('The folder is left out with all that it holds: {{reason}}.', { reason })
      : say('It is left out: {{reason}}.', { reason });
    free.push(wholeFile(path, why));
  }
  return free.sort(
    (a, b) =>
      compareText(a.path, b.path) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
}

function freeAt(path: string, lineStarts: readonly number[], { span, ...part }: FreePart): Free {
  return { ...part, path, range: rangeOf(lineStarts, span), reason: inEnglish(part.why) };
}

function wholeFile(path: string, why: Said): Free {
  return freeAt(path, [0], {
    is: 'document',
    text: '',
    span: { start: 0, end: 0 },
    why,
    tables: 0,
    cells: 0,
  });
}

function freeFile(
  path: string,
  read: Exclude<ReadDocument, { is: 'governed' }>,
  documents: Documents,
  recogniser: Recogniser,
): Free {
  const code = (read.document ?? read).problems[0]?.code;
  if (code !== undefined) return { ...wholeFile(path, documents.whyFree(path, read)), code };
  const kind = read.is === 'free' ? recogniser.kindOf(documents.textOf(path) ?? '') : undefined;
  const why = kind
    ? say('It names no kind, but its tables are those of a document of kind "{{kind}}".', { kind })
    : documents.whyFree(path, read);
  return wholeFile(path, why);
}
