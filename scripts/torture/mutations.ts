import { hostileCharacters, hostileTokens, nestingMarks } from './hostile.ts';
import type { Random } from './random.ts';

/** Makes another text of a text. `other` is a text of the same world, to take parts from. */
type Mutation = (text: string, random: Random, other: string) => string;

/** What a document under this size is made of is answered at once: see `watch.ts`. */
const bytesAtMost = 64 * 1024 - 1;

/** A text after some mutations, still under 64 KiB. */
export function mutated(text: string, random: Random, others: readonly string[]): string {
  let result = text;
  for (let left = 1 + random.below(5); left > 0; left--)
    result = random.pick(mutations)(result, random, random.pick(others));
  return withinSize(result);
}

function withinSize(text: string): string {
  let result = text;
  for (let most = bytesAtMost; Buffer.byteLength(result) > bytesAtMost; most = (most * 3) >> 2)
    result = result.slice(0, most);
  return result;
}

const mutations: readonly Mutation[] = [
  // One place, twice as often as a change of the whole.
  withOtherCharacter,
  withOtherCharacter,
  withOtherByte,
  withOtherLine,
  withOtherLine,
  withOtherCell,
  withOtherCell,
  withOtherCell,
  withOtherToken,
  withOtherToken,
  withOtherToken,
  withOtherKey,
  withOtherKey,
  withOtherKey,
  withOtherHeading,
  withPartOf,
  withPartOf,
  withNesting,
  withOtherLineEnds,
  repeated,
  cut,
];

function withOtherCharacter(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const inserted = random.pick(hostileCharacters);
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + random.below(4));
    case 1:
      return text.slice(0, at) + inserted + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + inserted.repeat(1 + random.below(40)) + text.slice(at);
    default:
      return text.slice(0, at) + inserted + text.slice(at);
  }
}

/** As a shell reads it whose bytes are not UTF-8 any more. */
function withOtherByte(text: string, random: Random): string {
  const bytes = Buffer.from(text);
  if (bytes.length > 0) bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
  return bytes.toString('utf8');
}

function withOtherLine(text: string, random: Random, other: string): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at]!;
  const become: readonly (() => readonly string[])[] = [
    () => [],
    () => [line, line],
    () => [random.pick(lines)],
    () => [line, random.pick(other.split('\n'))],
    () => ['', line],
    () => [line.slice(0, random.below(line.length)), line],
    () => [' '.repeat(1 + random.below(8)) + line],
    () => [line + line],
    () => [line.trim()],
    () => [`${random.pick(['- ', '> ', '# ', '| ', '    ', '\t', '```\n', '~~~', '<b>'])}${line}`],
  ];
  lines.splice(at, 1, ...random.pick(become)());
  return lines.join('\n');
}

function withOtherCell(text: string, random: Random): string {
  const cells = [...text.matchAll(/(?<=\|)[^|\n]*(?=\|)/g)];
  const cell = random.pick(cells);
  if (!cell) return text;
  const put = random.pick([
    () => ` ${random.pick(hostileTokens)} `,
    () => random.pick(cells)[0],
    () => ' ',
    () => `${cell[0]}|${cell[0]}`,
    () => `${cell[0]}, ${random.pick(cells)[0].trim()} `,
    () => `${cell[0].trimEnd()}${random.pick(hostileCharacters)} `,
  ])();
  return replaced(text, cell.index, cell[0].length, put);
}

/** Another word, number or date in the place of one. */
function withOtherToken(text: string, random: Random, other: string): string {
  const token = random.pick([...text.matchAll(/[\p{L}\p{N}_.%:-]+/gu)]);
  if (!token) return text;
  const put = random.pick([
    () => random.pick(hostileTokens),
    () => random.pick([...other.matchAll(/[\p{L}\p{N}_.%:-]+/gu)])?.[0] ?? '',
    () => '',
    () => token[0].toUpperCase(),
    () => `${token[0].slice(0, -1)}${token[0].slice(-1).repeat(2)}`,
    () => token[0].replace(/\d/, () => String(random.below(10))),
  ])();
  return replaced(text, token.index, token[0].length, put);
}

function withOtherKey(text: string, random: Random, other: string): string {
  const key = random.pick([...text.matchAll(/^[a-z_]+:.*$/gm)]);
  if (!key) return `---\nkind: ${random.pick(['sla', 'engagement', 'constructor'])}\n---\n${text}`;
  const name = key[0].slice(0, key[0].indexOf(':'));
  const foreign = random.pick([...other.matchAll(/^[a-z_]+:.*$/gm)])?.[0] ?? 'x: y';
  const put = random.pick([
    () => `${name}: ${random.pick(hostileTokens)}`,
    () => `${name}:`,
    () => `${key[0]}\n${key[0]}`,
    () => `${key[0]}\n${foreign}`,
    () => foreign,
    () => `${random.pick(hostileTokens)}: ${key[0].slice(name.length + 1)}`,
    () => `${name[0]!.toUpperCase()}${name.slice(1).replace('_', '-')}${key[0].slice(name.length)}`,
    () => `${name}:\n  - ${random.pick(hostileTokens)}\n  - ${key[0].slice(name.length + 1)}`,
    () => `status: ${random.pick(['draft', 'active', 'ended', 'final', 'gone'])}`,
    () => `kind: ${random.pick(['sla', 'engagement', 'exit-plan', 'record', 'signoff', 'people'])}`,
    () => `language: ${random.pick(['sv', 'en', 'xx'])}`,
  ])();
  return replaced(text, key.index, key[0].length, put);
}

function withOtherHeading(text: string, random: Random, other: string): string {
  const headings = (of: string): readonly RegExpExecArray[] => [...of.matchAll(/^#{1,6} .*$/gm)];
  const heading = random.pick(headings(text));
  if (!heading) return `${text}\n## ${random.pick(hostileTokens)}\n`;
  const put = random.pick([
    () => random.pick(headings(other))?.[0] ?? '',
    () => random.pick(headings(text))?.[0] ?? '',
    () => `#${heading[0]}`,
    () => `${heading[0]} {#x}`,
    () => `## ${random.pick(hostileTokens)}`,
    () => `${heading[0].replace(/^#+ /, '')}\n===`,
    () => heading[0].slice(0, -1),
  ])();
  return replaced(text, heading.index, heading[0].length, put);
}

function withPartOf(text: string, random: Random, other: string): string {
  const sections = other.split(/^(?=## )/m);
  switch (random.below(4)) {
    case 0:
      return text.slice(0, random.below(text.length)) + other.slice(random.below(other.length));
    case 1:
      return `${text}\n${random.pick(sections)}`;
    case 2: {
      const at = text.indexOf('\n', random.below(text.length));
      return replaced(text, at + 1, 0, `${random.pick(sections)}\n`);
    }
    default:
      return text + other;
  }
}

function withNesting(text: string, random: Random): string {
  const [open, close] = random.pick(nestingMarks);
  const levels = 1 + random.below(random.oneIn(3) ? 20_000 : 200);
  const nested = random.oneIn(4)
    ? Array.from({ length: Math.min(levels, 300) }, (_, i) => `${' '.repeat(i * 2)}${open}x`).join('\n')
    : open.repeat(levels) + (random.oneIn(2) ? `x${close.repeat(levels)}` : '');
  const places = [...text.matchAll(/(?<=: |\| )|^|$/gm)];
  return replaced(text, random.pick(places)?.index ?? 0, 0, nested);
}

function withOtherLineEnds(text: string, random: Random): string {
  switch (random.below(5)) {
    case 0:
      return text.replaceAll('\n', '\r\n');
    case 1:
      return text.replaceAll('\n', '\r');
    case 2:
      return `\ufeff${text}`;
    case 3:
      return text.replace(/\n/g, () => random.pick(['\n', '\r\n', '\r', '\n\n', '\u2028']));
    default:
      return text.trimEnd();
  }
}

/** One line, row, key or section many times. */
function repeated(text: string, random: Random): string {
  const parts = text.split(random.oneIn(3) ? /^(?=## )/m : /^/m);
  if (parts.length === 0) return text; // an empty one
  const part = random.pick(parts);
  const most = Math.ceil(bytesAtMost / Math.max(1, part.length));
  const at = parts.indexOf(part);
  return [
    ...parts.slice(0, at),
    part.repeat(1 + random.below(random.oneIn(3) ? most : Math.min(most, 50))),
    ...parts.slice(at + 1),
  ].join('');
}

function cut(text: string, random: Random): string {
  const from = random.below(text.length);
  return random.oneIn(2) ? text.slice(0, from) : text.slice(0, from) + text.slice(from + random.below(2000));
}

function replaced(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}
