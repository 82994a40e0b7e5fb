/** What stands between two lines of four backticks. */
export interface Block {
  /** The first word after the backticks: `md`, `findings`. */
  readonly word: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
  /** 0-based first and last line of the content in the page, so that `from` is the 1-based line of the backticks. */
  readonly from: number;
  readonly to: number;
}

export interface PageSection {
  readonly title: string;
  /** 1-based. */
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** The title of a page and its sections; prose is left out. */
export function readSections(text: string): {
  readonly title: string;
  readonly sections: readonly PageSection[];
} {
  const lines = text.split('\n');
  let title = '';
  const sections: { title: string; line: number; blocks: Block[] }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.startsWith('# ') && title === '') title = line.slice(2).trim();
    else if (line.startsWith('## ')) sections.push({ title: line.slice(3).trim(), line: i + 1, blocks: [] });
    else if (line.startsWith('````')) {
      const end = lines.indexOf('````', i + 1);
      if (end < 0) throw new Error(`line ${i + 1}: this block is not closed by four backticks`);
      const section = sections.at(-1);
      if (!section) throw new Error(`line ${i + 1}: a block stands before the first case`);
      section.blocks.push({ ...infoOf(line), lines: lines.slice(i + 1, end), from: i + 1, to: end });
      i = end;
    }
  }
  return { title, sections };
}

function infoOf(line: string): Pick<Block, 'word' | 'attributes'> {
  const info = line.slice(4).trim();
  const attributes = new Map(
    // A quoted value may hold quotes of its own: it ends before the next attribute, or with the line.
    [...info.matchAll(/([a-z-]+)=(?:"(.*?)"(?= [a-z-]+=|$)|(\S+))/g)].map((m) => [m[1]!, m[2] ?? m[3]!]),
  );
  return { word: info.split(' ')[0]!, attributes };
}
