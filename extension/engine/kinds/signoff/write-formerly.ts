import type { GovernedDocument } from '../../model/document.ts';
import { entrySpan } from '../../parse/entry-span.ts';
import { lineBreakOf } from '../../parse/lines.ts';
import type { FixDraft } from '../../rules/define.ts';
import { pathPattern } from '../../values/paths.ts';
import { isPlainYaml } from '../../values/plain-yaml.ts';
import { quote } from '../../values/quote.ts';
import { say } from '../../values/say.ts';

/**
 * Says in front matter that a document stood at a path, from the folder of the engagement, too. None where that could not be
 * read again, and where it would take away what somebody wrote.
 */
export function writtenFormerly(document: GovernedDocument, path: string): readonly FixDraft[] {
  const { text, keysEnd, keys } = document;
  const { formerly } = keys;
  const before = formerly?.value ?? [];
  const span = document.keyPlaces.has('formerly')
    ? entrySpan(document, 'formerly')
    : keysEnd === undefined
      ? undefined
      : { start: keysEnd, end: keysEnd };
  const pattern = pathPattern(path);
  if (!span || pattern?.glob !== path || pattern.repository !== undefined) return [];
  const isOurs = formerly?.state !== 'unread' && before.every(({ repository }) => repository === undefined);
  if (!isOurs || text.slice(span.start, span.end).includes('#')) return [];
  const line = `formerly: ${asYaml([...before.map(({ glob }) => glob), path])}${lineBreakOf(text)}`;
  return [
    {
      title: say('Write "{{path}}" under formerly of "{{document}}"', {
        path: quote(path),
        document: document.path,
      }),
      edits: [{ document, span, text: line }],
    },
  ];
}

function asYaml(paths: readonly string[]): string {
  // Within brackets more characters mean something, and without them a comma divides two paths.
  const written = paths.map((path) =>
    isPlainYaml(path) && !/[,:#"'[\]{}]/.test(path) ? path : JSON.stringify(path),
  );
  const [only] = written;
  return written.length === 1 && only === paths[0] ? only! : `[${written.join(', ')}]`;
}
