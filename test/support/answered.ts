import type { Question } from '../../extension/engine/index.ts';

/** How what stands at a place of a document is answered: the document after it. */
export type Answer = (text: string, asked: Pick<Question, 'range' | 'data'>) => string;
type Cells = readonly string[];

/** Rows of the table below the heading at which the question stands, instead of those that are empty. */
export function rows(...cells: readonly Cells[]): Answer {
  return inTable((lines, header) => {
    let end = header + 2;
    while (lines[end]?.startsWith('|')) end++;
    const kept = lines.slice(header + 2, end).filter((line) => /[^|\s]/.test(line));
    return lines.toSpliced(header + 2, end - header - 2, ...kept, ...cells.map(rowOf));
  });
}

/** The name of the first row without one, of the table below the heading at which the question stands. */
export function nameOfRow(name: string): Answer {
  return inTable((lines, header) => {
    const at = lines.findIndex((line, i) => i > header + 1 && /^\|\s*\|/.test(line));
    return lines.with(at, lines[at]!.replace(/^\|\s*/, `| ${name} `));
  });
}

/** The row at which the question stands, with these behind its first cell. */
export function cellsBehind(...cells: Cells): Answer {
  return (text, { range: { start } }) => {
    const lines = text.split('\n');
    const [, first = ''] = (lines[start.line] ?? '').split('|');
    return lines.with(start.line, rowOf([first.trim(), ...cells])).join('\n');
  };
}

/** One more column of the table below the heading at which the question stands. */
export function column(header: string, ...cells: Cells): Answer {
  return inTable((lines, at) =>
    lines.map((line, i) => {
      if (i < at || !lines.slice(at, i + 1).every((one) => one.startsWith('|'))) return line;
      const cell = i === at ? header : i === at + 1 ? '---' : (cells[i - at - 2] ?? '');
      return `${line} ${cell} |`;
    }),
  );
}

/** Lines below the heading at which the question stands. */
export function below(...added: Cells): Answer {
  return (text, { range: { start } }) => {
    const lines = text.split('\n');
    return lines.toSpliced(start.line + 1, 0, '', ...added).join('\n');
  };
}

/** A section of its own at the end. */
export function section(heading: string, ...lines: Cells): Answer {
  return (text) => `${text.trimEnd()}\n\n## ${heading}\n\n${lines.join('\n')}\n`;
}

function inTable(change: (lines: readonly string[], header: number) => readonly string[]): Answer {
  return (text, { range: { start } }) => {
    const lines = text.split('\n');
    const header = lines.findIndex((line, i) => i > start.line && line.startsWith('|'));
    return change(lines, header).join('\n');
  };
}

function rowOf(cells: Cells): string {
  return `| ${cells.join(' | ')} |`;
}
