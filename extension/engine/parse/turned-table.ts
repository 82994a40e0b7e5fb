import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { quote } from '../values/quote.ts';
import { columnTitle, say, sectionTitle } from '../values/say.ts';
import { inEachLanguage } from '../values/wording.ts';
import { titleIn } from '../values/words-in.ts';
import type { Block } from './blocks.ts';
import { lineBreakOf } from './lines.ts';
import { textsOfRow } from './split-row.ts';
import type { Headers } from './table-headers.ts';

/** More names make no columns that anybody reads. */
const namesAtMost = 30;

/**
 * What is wrong with a table in which the names stand down the side that are columns of its section, with the fix that
 * turns it (real-kinds P21); undefined where it is none.
 */
export function turnedTable(
  text: string,
  spec: SectionSpec,
  { lines }: Block,
  headers: Headers,
): ReadingProblem | undefined {
  const [first] = headers;
  const [column] = spec.columns;
  if (!first || !column || !isDown(spec, headers)) return undefined;
  const span = { start: lines[0] ?? 0, end: lines[1] ?? 0 };
  const turned = turn(text, lines, headers.length);
  return {
    code: 'DOC020',
    id: 'namesDown',
    data: { header: quote(first.text), section: sectionTitle(spec), column: columnTitle(column, spec) },
    span,
    unread: spec.key,
    fixes: turned ? [turningFix(lines, column, turned)] : [],
  };
}

/** The fix that writes a table anew with a column for each name, given what its first header shall be. */
export function turningFix(
  lines: readonly number[],
  column: FieldSpec,
  turned: (header: string) => string,
): ReadingFix {
  return {
    title: say('Turn the table, so that each name has a column'),
    edits: [
      {
        span: { start: lines[0] ?? 0, end: lines.at(-1) ?? 0 },
        text: inEachLanguage((language) => turned(titleIn(language, column))),
      },
    ],
  };
}

/** Whether the first header calls the names, and below another one stands what is said of each. */
function isDown({ further }: SectionSpec, headers: Headers): boolean {
  if (!further?.down.includes(fold(headers[0]?.text ?? ''))) return false;
  return headers.some((_, i) => i > 0 && headers.cells?.holds(i, further.type) === true);
}

/** The table with rows for columns, given what its first header shall be; undefined where its rows are not of one length. */
function turn(
  text: string,
  lines: readonly number[],
  count: number,
): ((header: string) => string) | undefined {
  const rows: string[][] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) {
    // The second line is that of the dashes.
    if (i !== 2) rows.push(textsOfRow(text, lines[i] ?? 0, lines[i + 1] ?? 0));
  }
  const isEven = rows.every(({ length }) => length === count);
  if (!isEven || rows.length < 2 || rows.length > namesAtMost) return undefined;
  return (header) => {
    const columns = Array.from({ length: count }, (_, at) =>
      rows.map((row, i) => (at === 0 && i === 0 ? header : row[at]!)),
    );
    const [head, ...below] = columns.map((cells) => `| ${cells.join(' | ')} |`);
    return [head, `|${' --- |'.repeat(rows.length)}`, ...below].join(lineBreakOf(text));
  };
}
