import type { Source } from '../model/document.ts';
import type { PathPattern } from '../model/value.ts';
import { pathPattern, repositoryBefore } from './paths.ts';
import { quote } from './quote.ts';
import type { ReadResult } from './read-result.ts';

/** Paths from the raw code spans; a text before one may name its repository: "org/repo: `src/**`". */
export function readCodes(source: Source, codes: NonNullable<Source['codes']>): ReadResult {
  const patterns: PathPattern[] = [];
  let from = 0;
  for (const code of codes) {
    const at = source.text.indexOf(code.text, from);
    const before = at < 0 ? undefined : repositoryBefore(source.text.slice(from, at).replace(/^[\s,]+/, ''));
    if (at >= 0) from = at + code.text.length;
    const pattern = pathPattern(code.text);
    if (pattern === undefined) {
      return {
        problem: { id: 'notPath', data: { value: quote(code.text) }, span: code.span, replacements: [] },
      };
    }
    patterns.push(before === undefined ? pattern : { glob: pattern.glob, repository: before });
  }
  return { value: patterns };
}
