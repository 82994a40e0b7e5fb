import { lineStarts } from '../model/text.ts';
import type { Span } from '../model/text.ts';
import { readGitlabCodeowners } from '../parse/gitlab-codeowners.ts';
import type { CodeownersDialect } from './codeowners-patterns.ts';

/** Lines between which the owners of one engagement stand; those of an engagement in a folder name that. */
export interface BlockMarks {
  readonly begin: string;
  readonly end: string;
}

/** `folder` is that of the engagement, from the root of the repository: several may have a block in one file. */
export function marksOf(folder: string): BlockMarks {
  const behind = folder === '' ? '' : ` ${folder}`;
  return { begin: `# outrigger:begin${behind}`, end: `# outrigger:end${behind}` };
}

/** What stands at the beginning of each block. */
const note = '# Written from Components of the ownership map: change it there.';

/** A block as it is written, without a line break at its end. */
export function blockText(rows: readonly string[], { begin, end }: BlockMarks): string {
  return [begin, note, ...rows, end].join('\n');
}

/** A block as it stands in a text: `broken` where it has no end, or stands there twice. */
export type FoundBlock =
  | { readonly is: 'missing' }
  | { readonly is: 'broken'; /** From 1. */ readonly line: number }
  | { readonly is: 'whole'; readonly line: number; readonly span: Span; readonly lines: readonly string[] };

export function blockIn(text: string, { begin, end }: BlockMarks): FoundBlock {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const first = lines.indexOf(begin);
  const last = lines.indexOf(end);
  if (first < 0 && last < 0) return { is: 'missing' };
  const isWhole =
    first >= 0 && last > first && lines.lastIndexOf(begin) === first && lines.lastIndexOf(end) === last;
  if (!isWhole) return { is: 'broken', line: (first < 0 ? last : first) + 1 };
  const starts = lineStarts(text);
  const start = starts[first] ?? 0;
  const span = { start, end: (starts[last] ?? start) + (lines[last] ?? '').length };
  return { is: 'whole', line: first + 1, span, lines: lines.slice(first, last + 1) };
}

/**
 * Puts a block in the place of the old one, or at the end. A file that GitLab may read goes on with its last section there, so
 * that the block comes before the first heading, with the comments right above that.
 */
export function blockEdit(
  block: string,
  text: string,
  found: FoundBlock,
  dialect: CodeownersDialect,
): { readonly span: Span; readonly text: string } {
  // Its lines end as those of the file do: behind a lone \r a \n would be no empty line.
  const [end = '\n'] = /\r\n|\r|\n/.exec(text) ?? [];
  const written = block.replaceAll('\n', end);
  if (found.is === 'whole') return { span: found.span, text: written };
  const [heading] = dialect === 'github' ? [] : readGitlabCodeowners(text).sections;
  if (!heading) {
    const last = { start: text.length, end: text.length };
    const gap = /[\r\n]$/.test(text) ? end : end + end; // equivalent: a text of a fixture ends with its line
    const before = text === '' ? '' : gap;
    return { span: last, text: `${before}${written}${end}` };
  }
  const lines = text.split(/\r\n|\r|\n/);
  let line = heading.name.at.line;
  while (line > 0 && lines[line - 1]!.trimStart().startsWith('#')) line--;
  const at = lineStarts(text)[line] ?? 0;
  const before = line > 0 && lines[line - 1]!.trim() !== '' ? end : '';
  return { span: { start: at, end: at }, text: `${before}${written}${end}${end}` };
}
