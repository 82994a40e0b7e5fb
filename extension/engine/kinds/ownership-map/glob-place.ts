import type { Field } from '../../model/document.ts';
import type { At } from '../../rules/define.ts';
import { partOf } from '../../rules/place-of.ts';
import { pathPattern } from '../../values/paths.ts';
import { spanWithin } from '../../values/span-within.ts';

/** Where a glob stands in its value. */
export function globIn(paths: Field, glob: string): At {
  const code = paths.source.codes?.find(({ text }) => pathPattern(text)?.glob === glob);
  const from = paths.source.text.indexOf(glob);
  return partOf(paths, code?.span ?? spanWithin(paths.source, from, from + glob.length));
}
