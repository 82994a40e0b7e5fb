import { slugOf } from './slug.ts';

/**
 * Paths like that of a Markdown file which something has already, the nearest first, without an end:
 * `sla-2.md`, `sla-3.md`. A shell takes the first one that is free where it writes.
 */
export function* freePaths(file: string): Generator<string, never> {
  for (let n = 2; ; n++) yield file.replace(/(\.md)?$/, `-${n}.md`);
}

/**
 * Files that a new engagement may begin with, the best one first, without an end: one at the root while there
 * is no other engagement, else one in a folder of its own, named after the supplier.
 */
export function* engagementPaths(supplier: string, isFirst: boolean): Generator<string, never> {
  if (isFirst) yield 'engagement.md';
  const folder = slugOf(supplier) || 'engagement';
  yield `${folder}/engagement.md`;
  for (let n = 2; ; n++) yield `${folder}-${n}/engagement.md`;
}
