/** A key of front matter with its value, or a section with its heading. */
interface Part {
  readonly name: string;
  readonly text: string;
}

interface Parts {
  readonly keys: readonly Part[];
  /** What stands between front matter and the first section. */
  readonly between: string;
  readonly sections: readonly Part[];
}

/**
 * A document with the keys and sections of a change: each takes the place of its namesake, or stands at the end.
 * One empty line parts the sections of the result. Throws where a change does not say what it replaces, and where
 * it says again what stands there already.
 */
export function changedDocument(document: string, change: string): string {
  const old = partsOf(document);
  const { keys, between, sections } = partsOf(change);
  if (between !== '' || keys.length + sections.length === 0)
    throw new Error('a change holds keys between two lines "---", or sections, and nothing else');
  const head = merged(old.keys, keys);
  const blocks = [
    ...(head.length > 0 ? [['---', ...head, '---'].join('\n')] : []),
    old.between,
    ...merged(old.sections, sections),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function partsOf(text: string): Parts {
  const lines = text.split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const [between = [], ...sections] = groups(lines.slice(end + 1), (line) => line.startsWith('## '));
  const [before = [], ...keys] = groups(lines.slice(1, Math.max(end, 1)), (line) => /^[^\s#:-]/.test(line));
  if (before.length > 0) throw new Error(`"${before[0]}" belongs to no key`);
  return {
    keys: keys.map((its) => ({ name: its[0]!.split(':')[0]!, text: textOf(its) })),
    between: textOf(between),
    sections: sections.map((its) => ({ name: its[0]!, text: textOf(its) })),
  };
}

/** The lines before the first that begins a group, then each group. */
function groups(lines: readonly string[], begins: (line: string) => boolean): readonly (readonly string[])[] {
  const found: string[][] = [[]];
  for (const line of lines) {
    if (begins(line)) found.push([line]);
    else found.at(-1)!.push(line);
  }
  return found;
}

function textOf(lines: readonly string[]): string {
  return lines.join('\n').trim();
}

function merged(old: readonly Part[], changes: readonly Part[]): readonly string[] {
  const texts = new Map(old.map(({ name, text }) => [name, text]));
  for (const [i, { name, text }] of changes.entries()) {
    const namesakes = [old, changes.slice(0, i + 1)].map((parts) =>
      parts.filter((part) => part.name === name),
    );
    if (namesakes.some((parts) => parts.length > 1)) throw new Error(`"${name}" stands twice`);
    if (texts.get(name) === text) throw new Error(`"${name}" stands so beside every case already`);
    texts.set(name, text);
  }
  return changes.length > 0 ? [...texts.values()] : old.map(({ text }) => text);
}
