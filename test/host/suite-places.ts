import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Rewrites a stack of a bundled suite so that it names the lines of the tests, and leaves out those of mocha. */
export async function readPlaces(bundle: string): Promise<(stack: string) => string> {
  const map = new SourceMap(JSON.parse(await readFile(`${bundle}.map`, 'utf8')) as SourceMapPayload);
  const folder = path.dirname(bundle);
  const place = (line: number, column: number): string => {
    const entry = map.findEntry(line - 1, column - 1);
    if (!('originalSource' in entry)) return bundle;
    const file = path.relative(process.cwd(), path.resolve(folder, entry.originalSource));
    return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  };
  return (stack) =>
    stack
      .split('\n')
      .map((line) => {
        const [, before, row, column] =
          /^(\s*at .*?)\(?[^\s(]*suite\.cjs\S*?:(\d+):(\d+)\)?$/.exec(line) ?? [];
        return before === undefined ? line : `${before}(${place(Number(row), Number(column))})`;
      })
      .filter((line) => !line.includes('node_modules/mocha/'))
      .join('\n');
}
