import type { Said } from '../../model/said.ts';
import { lineStarts, positionAt, type Position } from '../../model/text.ts';
import { ownerLines, wordsOf, type OwnerRule, type OwnersPlatform } from '../../parse/owner-rules.ts';
import { readCodeowners } from '../../parse/read-codeowners.ts';
import type { FoundBlock } from '../../resolve/codeowners-block.ts';
import { decidingRules } from '../../resolve/owner-matching.ts';
import { quote } from '../../values/quote.ts';
import { say } from '../../values/say.ts';

/** Where a CODEOWNERS file says something else than Components. */
export interface CodeownersDrift {
  readonly kind:
    | 'absent'
    | 'shadowed'
    | 'too-large'
    | 'no-block'
    | 'broken-block'
    | 'owners'
    | 'missing'
    | 'extra'
    | 'order'
    | 'overridden';
  readonly at: Position;
  readonly said: Said;
}

/** Rows are told apart by what stands at their ends. */
const rowCharactersAtMost = 300;

/** What differs between a block as it stands and the lines of one that follows from Components. */
export function blockDrift(
  found: Extract<FoundBlock, { readonly is: 'whole' }>,
  wanted: readonly string[],
): readonly CodeownersDrift[] {
  const standing = found.lines.map((line, i) => ({ ...keyed(line, i), line: found.line - 1 + i }));
  const should = keyedRows(wanted);
  const rows = keyedRows(found.lines);
  const drift: CodeownersDrift[] = [];
  for (const { line, text, at } of standing) {
    const key = rows.keys[line - found.line + 1]!;
    const its = should.byKey.get(key);
    const data = { says: quote(text, rowCharactersAtMost) };
    const place = { line, character: at };
    if (its === undefined)
      drift.push({
        kind: 'extra',
        at: place,
        said: say('"{{says}}" stands here, and Components say nothing of it.', data),
      });
    else if (its !== text)
      drift.push({
        kind: 'owners',
        at: place,
        said: say('"{{says}}" stands here, and Components say "{{should}}".', {
          ...data,
          should: quote(its, rowCharactersAtMost),
        }),
      });
  }
  // Before the next row that is there; the last one is the mark.
  let next = standing.at(-1)!;
  const missing: CodeownersDrift[] = [];
  for (let i = wanted.length - 1; i >= 0; i--) {
    const index = rows.keys.indexOf(should.keys[i]!);
    if (index >= 0) next = standing[index]!;
    else
      missing.unshift({
        kind: 'missing',
        at: { line: next.line, character: 0 },
        said: say('"{{should}}" is missing here, as Components say.', {
          should: quote(wanted[i]!, rowCharactersAtMost),
        }),
      });
  }
  const all = [...drift, ...missing].sort(byPlace);
  const isSorted = all.length > 0 || rows.keys.every((key, i) => key === should.keys[i]);
  return isSorted ? all : [orderDrift(rows.keys, should.keys, wanted, found.line - 1)];
}

function orderDrift(
  keys: readonly string[],
  should: readonly string[],
  wanted: readonly string[],
  first: number,
): CodeownersDrift {
  const at = keys.findIndex((key, i) => key !== should[i]);
  return {
    kind: 'order',
    at: { line: first + at, character: 0 },
    said: say('Of two rows that take a file the later one counts, and Components have "{{should}}" here.', {
      should: quote(wanted[at] ?? '', rowCharactersAtMost),
    }),
  };
}

export function byPlace(a: CodeownersDrift, b: CodeownersDrift): number {
  return a.at.line - b.at.line || a.at.character - b.at.character;
}

/** Rows by their pattern, and which one of it each is; marks and comments by all that they say. */
function keyedRows(rows: readonly string[]): {
  readonly keys: readonly string[];
  readonly byKey: ReadonlyMap<string, string>;
} {
  const counts = new Map<string, number>();
  const byKey = new Map<string, string>();
  const keys = rows.map((row, i) => {
    const { pattern, text } = keyed(row, i);
    const count = (counts.get(pattern) ?? 0) + 1;
    counts.set(pattern, count);
    const key = `${pattern}\n${count}`;
    byKey.set(key, text);
    return key;
  });
  return { keys, byKey };
}

function keyed(
  row: string,
  line: number,
): { readonly pattern: string; readonly text: string; readonly at: number } {
  const text = row.trim();
  const [first] = wordsOf({ text, at: { line, character: 0 } });
  const pattern = text.startsWith('#') ? text : (first?.text ?? '');
  return { pattern, text, at: row.length - row.trimStart().length };
}

/** The files of a repository of which rows outside of a block decide. */
interface Effective {
  /** With the block as it is to be. */
  readonly after: string;
  readonly block: string;
  readonly platform: OwnersPlatform;
  readonly files: readonly string[];
}

/**
 * Rows outside of the block that take files from those to whom Components give them. Places are those of the text with the block as
 * it is to be.
 */
export function overridingRows({ after, block, platform, files }: Effective): readonly CodeownersDrift[] {
  const start = after.indexOf(block);
  const starts = lineStarts(after);
  const first = positionAt(starts, start).line;
  const last = positionAt(starts, start + block.length).line;
  const isInBlock = ({ pattern }: OwnerRule): boolean => pattern.at.line >= first && pattern.at.line <= last;
  const read = readCodeowners(after, platform);
  const inside = { ...read, rules: read.rules.filter(isInBlock) };
  const [given] = inside.rules;
  if (!given) return [];
  const wantedFor = decidingRules(inside, platform);
  const decidingFor = decidingRules(read, platform);
  const taken = new Map<OwnerRule, { readonly path: string; readonly wanted: OwnerRule; n: number }>();
  for (const path of files) {
    const [wanted] = wantedFor(path);
    const other = wanted && decidingFor(path).find(({ section }) => section === wanted.section);
    if (!wanted || !other || isInBlock(other) || (!other.isExclusion && hasSameOwners(wanted, other)))
      continue;
    const known = taken.get(other);
    if (known) known.n++;
    else taken.set(other, { path, wanted, n: 1 });
  }
  const lines = new Map(ownerLines(after).map(({ text, at }) => [at.line, text]));
  return [...taken].map(([{ pattern, isExclusion }, { path, wanted, n }]) => ({
    kind: 'overridden',
    at: { line: pattern.at.line, character: pattern.at.character - (isExclusion ? 1 : 0) },
    said: say(
      '"{{says}}" takes {{n}} {{n|file|files}} from those whom Components name, such as "{{path}}" from {{owners}}.',
      {
        says: quote(lines.get(pattern.at.line) ?? '', rowCharactersAtMost),
        n: String(n),
        path: quote(path),
        owners: wanted.owners.map(({ text }) => text).join(' '),
      },
    ),
  }));
}

/** Both platforms compare names and addresses without case. */
function hasSameOwners(a: OwnerRule, b: OwnerRule): boolean {
  const [one, other] = [a, b].map(({ owners }) => new Set(owners.map(({ text }) => text.toLowerCase())));
  return one!.size === other!.size && [...one!].every((text) => other!.has(text));
}
