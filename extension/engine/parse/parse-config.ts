import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Span } from '../model/text.ts';
import type { ConfigProblem } from './config-problems.ts';
import { isLowSurrogate } from './lines.ts';
import { say } from '../values/say.ts';
import { yamlReason } from './yaml-reasons.ts';

const bytesAtMost = 64 * 1024;

/** The keys and values of the text; undefined, and said, where it holds none that can be read. */
export function parseConfig(text: string, problems: ConfigProblem[]): Record<string, unknown> | undefined {
  const firstLine = { start: 0, end: text.search(/[\r\n]|$/) };
  if (text.length > bytesAtMost) {
    problems.push({ id: 'syntax', data: { reason: say('it is larger than 64 KiB') }, span: firstLine });
    return undefined;
  }
  try {
    const value: unknown = load(text, { schema: CORE_SCHEMA });
    if (value === undefined || value === null) return {};
    if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
    problems.push({ id: 'notMap', data: {}, span: firstLine });
  } catch (error) {
    const { reason, mark } =
      error instanceof YAMLException ? error : { reason: 'unknown error', mark: undefined };
    problems.push({
      id: 'syntax',
      data: { reason: yamlReason(reason) },
      span: characterAt(text, mark?.position ?? 0),
    });
  }
  return undefined;
}

/** The character at an offset; where a line break or the end of the text stands there, the one before it. */
function characterAt(text: string, offset: number): Span {
  let start = Math.min(offset, Math.max(0, text.length - 1));
  while (start > 0 && /[\r\n]/.test(text.charAt(start))) start--;
  if (isLowSurrogate(text, start)) start--;
  const [character = ''] = text.slice(start, start + 2);
  return { start, end: start + (/[\r\n]/.test(character) ? 0 : character.length) };
}
