import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { type Paint, shownName } from '../engine/text.ts';

/**
 * What changes in one file as a unified diff, which `patch -p1` and `git apply` take. A file without a text before is new,
 * one without a text after goes.
 */
export function patchOf(file: string, before: string | undefined, after: string | undefined): string {
  const patch = createTwoFilesPatch('a', 'b', before ?? '', after ?? '', undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
  const [, , ...rest] = patch.split('\n');
  const old = before === undefined ? nothing : nameInPatch(`a/${file}`);
  const now = after === undefined ? nothing : nameInPatch(`b/${file}`);
  return [`--- ${old}`, `+++ ${now}`, ...rest].join('\n');
}

const nothing = '/dev/null';

/** The same for a person at a terminal: in colours, and with escapes for what would steer it; no program takes it. */
export function shownPatch(patch: string, paint: Paint): string {
  const line = (text: string): string => {
    const escaped = shownName(text.replace(/\r$/, ''));
    if (escaped.startsWith('@@')) return paint('info', escaped);
    if (escaped.startsWith('+')) return paint('added', escaped);
    return escaped.startsWith('-') ? paint('removed', escaped) : escaped;
  };
  return patch.split('\n').map(line).join('\n');
}

/**
 * As Git writes it: in quotes with octal bytes where a character would end the line, steer a terminal or be taken
 * for a quote; a tab behind a name with blanks tells where it ends.
 */
function nameInPatch(name: string): string {
  if (!/["\\\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(name)) return /\s/.test(name) ? `${name}\t` : name;
  const quoted = name.replace(/["\\]/g, '\\$&').replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, octal);
  return `"${quoted}"`;
}

function octal(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
}
