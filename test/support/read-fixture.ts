/** One case of a rule's fixture: files, and what must be said of them. See CONTRIBUTING.md. */
export interface FixtureCase {
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  readonly expectations: readonly Expectation[];
}

export interface Expectation {
  readonly kind: 'findings' | 'due' | 'facts' | 'questions' | 'fixed' | 'not-run';
  readonly attributes: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
  /** 0-based first and last line of the block's content in the fixture, for rewriting. */
  readonly from: number;
  readonly to: number;
}

export interface Fixture {
  readonly title: string;
  readonly cases: readonly FixtureCase[];
}

const expectationKinds = new Set(['findings', 'due', 'facts', 'questions', 'fixed', 'not-run']);

/** Reads a fixture: `##` begins a case; blocks fenced by four backticks hold files and expectations. */
export function readFixture(text: string): Fixture {
  const lines = text.split('\n');
  let title = '';
  const cases: { title: string; files: Map<string, string>; expectations: Expectation[] }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.startsWith('# ') && title === '') title = line.slice(2).trim();
    else if (line.startsWith('## '))
      cases.push({ title: line.slice(3).trim(), files: new Map(), expectations: [] });
    else if (line.startsWith('````')) {
      const end = lines.indexOf('````', i + 1);
      if (end < 0) throw new Error(`line ${i + 1}: this block is not closed by four backticks`);
      const current = cases.at(-1);
      if (!current) throw new Error(`line ${i + 1}: a block stands before the first case`);
      addBlock(current, line.slice(4).trim(), lines.slice(i + 1, end), i + 1, end);
      i = end;
    }
  }
  return { title, cases };
}

function addBlock(
  target: { files: Map<string, string>; expectations: Expectation[] },
  info: string,
  lines: readonly string[],
  from: number,
  to: number,
): void {
  const word = info.split(' ')[0]!;
  const attributes = new Map(
    // A quoted value may hold quotes of its own: it ends before the next attribute, or with the line.
    [...info.matchAll(/([a-z-]+)=(?:"(.*?)"(?= [a-z-]+=|$)|(\S+))/g)].map((m) => [m[1]!, m[2] ?? m[3]!]),
  );
  if (expectationKinds.has(word)) {
    target.expectations.push({ kind: word as Expectation['kind'], attributes, lines, from, to });
    return;
  }
  const path = attributes.get('path');
  if (path === undefined) throw new Error(`line ${from}: a file block needs path=...`);
  target.files.set(path, lines.map((line) => `${line}\n`).join(''));
}
