import type { ReadingProblem } from '../model/document.ts';
import { quote } from '../values/quote.ts';
import { matterProblem } from './front-matter-problem.ts';
import { lineBreakOf, lineEnd } from './lines.ts';
import { say } from '../values/say.ts';

/** What is wrong with the opening line: gray-matter takes what follows the dashes for a language. */
export function openingProblem(
  text: string,
  starts: readonly number[],
  from: number,
): ReadingProblem | undefined {
  const end = lineEnd(text, starts, 0);
  const rest = text.slice(from + 3, end);
  if (rest === '') return undefined;
  const trimmed = rest.trimStart();
  const span = { start: end - trimmed.length, end };
  // A comment, or words behind the dashes, are somebody's: those a person must give up.
  const safe = /^(?:-+|[ \t]*ya?ml)[ \t]*$/i.test(rest);
  const fixes = [
    { title: say('Leave three dashes alone'), safe, edits: [{ span: { start: from + 3, end }, text: '' }] },
  ];
  if (rest.startsWith('-'))
    return matterProblem(
      'openingDashes',
      { start: from, end },
      { written: quote(text.slice(from, end)) },
      { fixes },
    );
  if (trimmed.startsWith('#'))
    return matterProblem('openingComment', span, { written: quote(trimmed) }, { fixes });
  return matterProblem(
    'languageTag',
    span,
    { tag: quote(trimmed) },
    /^ya?ml$/i.test(trimmed) ? { fixes } : {},
  );
}

/** The first line after front matter, and whether that is a closing line. */
interface Closing {
  readonly line: number;
  readonly isFence: boolean;
}

/** Where front matter ends, and what is wrong with the line that closes it. */
export function findClosing(text: string, starts: readonly number[], problems: ReadingProblem[]): Closing {
  for (let line = 1; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    const code = text.charCodeAt(start);
    if (code !== 45 && code !== 46) continue;
    if (!text.startsWith('---', start) && !text.startsWith('...', start)) continue;
    const end = lineEnd(text, starts, line);
    const written = text.slice(start, end);
    if (written === '---') return { line, isFence: true };
    if (code === 46 && written !== '...') continue;
    const safe = /^(?:-+|\.+)[ \t]*$/.test(written);
    const fixes = [
      { title: say('Close with three dashes'), safe, edits: [{ span: { start, end }, text: '---' }] },
    ];
    problems.push(matterProblem('badClosing', { start, end }, { written: quote(written) }, { fixes }));
    return { line, isFence: true };
  }
  // Without a closing line front matter is taken to end where its lines no longer look like it.
  let line = 1;
  while (line < starts.length && looksLikeMatter(text, starts, line)) line++;
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const at = starts[line] ?? text.length;
  const before = at > 0 && !/[\r\n]/.test(text.charAt(at - 1)) ? lineBreakOf(text) : '';
  const fixes = [
    {
      title: say('Close front matter with three dashes'),
      edits: [{ span: { start: at, end: at }, text: `${before}---${lineBreakOf(text)}` }],
    },
  ];
  problems.push(matterProblem('unclosed', { start: first, end: first + 3 }, {}, { fixes }));
  return { line, isFence: false };
}

function looksLikeMatter(text: string, starts: readonly number[], line: number): boolean {
  const start = starts[line] ?? 0;
  const end = lineEnd(text, starts, line);
  if (start === end) return false;
  return /^(?:[\w-]+[ \t]*:(?:[ \t]|$)|[ \t]+\S|- )/.test(text.slice(start, Math.min(end, start + 80)));
}
