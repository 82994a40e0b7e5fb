/** What one character of a document may stand in. */
export type Structure = 'fence' | 'key' | 'kind' | 'heading' | 'header' | 'dashes' | 'pipe';

export interface StructuralPlace {
  readonly of: Structure;
  /** Offset of the character. */
  readonly at: number;
  /** From 0: its line, and that of the heading above it (of front matter: the opening fence). */
  readonly line: number;
  readonly headingLine: number;
}

/**
 * Every character of a healthy document on which its structure hangs: fences, keys and the kind of front matter,
 * headings over tables, header cells, lines of dashes and pipes. Told apart by simple patterns, so that it does not
 * share the errors of the reader.
 */
export function structuralPlaces(text: string): readonly StructuralPlace[] {
  const places: StructuralPlace[] = [];
  const lines = text.split('\n');
  const closing = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  let offset = 0;
  let headingLine = 0;
  let isCode = false;
  for (const [line, content] of lines.entries()) {
    const add = (of: Structure, from: number, to: number): void => {
      for (let at = from; at < to; at++) places.push({ of, at: offset + at, line, headingLine });
    };
    if (line <= closing) {
      const [, key = '', value = ''] = /^([\w-]+):\s*(.*)$/.exec(content) ?? [];
      if (line === 0 || line === closing) add('fence', 0, content.length);
      else add('key', 0, key.length);
      if (key === 'kind') add('kind', content.length - value.length, content.length);
    } else if (/^\s*(?:```|~~~)/.test(content)) isCode = !isCode;
    else if (!isCode && /^#{1,6} /.test(content)) {
      headingLine = line;
      if (isOverTable(lines, line)) add('heading', 0, content.length);
    } else if (!isCode && content.startsWith('|')) {
      for (const { index } of content.matchAll(/(?<!\\)\|/g)) add('pipe', index, index + 1);
      if (isDashes(content))
        for (const { 0: dashes, index } of content.matchAll(/[^|\s]+/g))
          add('dashes', index, index + dashes.length);
      else if (isDashes(lines[line + 1]))
        for (const { 0: cell, index } of content.matchAll(/[^|\s](?:[^|]*[^|\s])?/g))
          add('header', index, index + cell.length);
    }
    offset += content.length + 1;
  }
  return places;
}

function isOverTable(lines: readonly string[], heading: number): boolean {
  const next = lines.slice(heading + 1).find((line) => line.trim() !== '');
  return next?.startsWith('|') === true;
}

function isDashes(line: string | undefined): boolean {
  return line !== undefined && /^\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line);
}
