import type { Field } from '../../model/document.ts';
import type { PathPattern } from '../../model/value.ts';
import { repositoryIn } from '../../resolve/path-globs.ts';
import type { At } from '../../rules/define.ts';
import { partOf } from '../../rules/place-of.ts';
import { pathPattern } from '../../values/paths.ts';
import { spanWithin } from '../../values/span-within.ts';

/** Where a glob of one of these repositories stands in its value: of another one the same may stand there too. */
export function globIn(paths: Field<readonly PathPattern[]>, glob: string, names: ReadonlySet<string>): At {
  const same = (paths.value ?? []).filter((pattern) => pattern.glob === glob);
  const turn = same.findIndex((pattern) => names.has(repositoryIn(pattern)));
  const codes = paths.source.codes?.filter(({ text }) => pathPattern(text)?.glob === glob);
  const code = codes?.[turn] ?? codes?.[0];
  const from = paths.source.text.indexOf(glob);
  return partOf(paths, code?.span ?? spanWithin(paths.source, from, from + glob.length));
}
