import type { FileContent } from '../model/ports.ts';
import type { Said } from '../model/said.ts';
import { lineStarts } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Why a file that is no governed document is none. */
export function whyFree(vocabulary: Vocabulary, content: FileContent, isUnreadable: boolean): Said {
  if (content.kind === 'unreadable') return say('It cannot be read: {{reason}}.', { reason: content.reason });
  if (content.kind === 'tooLarge' || isUnreadable)
    return say('It is larger than {{size}}.', { size: '2 MiB' });
  const matter = readFrontMatter(content.text, lineStarts(content.text));
  const entry = matter?.entries.find(({ key }) => key === 'kind');
  if (!entry) return say('It names no kind.');
  if (typeof entry.text !== 'string' || entry.broken) return say('Its kind cannot be read.');
  const kind = quote(entry.text);
  return vocabulary.kindNamed(entry.text)
    ? say('It belongs to something else, although its kind is "{{kind}}".', { kind })
    : say('No document has the kind "{{kind}}".', { kind });
}
