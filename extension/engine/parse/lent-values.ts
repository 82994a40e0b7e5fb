import type { Field, Heading, Row, Section, Source } from '../model/document.ts';
import type { SectionKey } from '../model/schema.ts';
import { fold, foldName } from '../values/fold.ts';
import { formsOfList } from '../values/forms-of-list.ts';
import { ratingWords } from '../values/grammar-words.ts';
import type { Block } from './blocks.ts';
import type { SectionContext } from './section-context.ts';
import { matchColumns } from './tables.ts';
import type { Headers } from './table-headers.ts';

/** "Objective 1: Faster payments", "O2 - Calm nights", "Mål: Nöjda handlare"; what stands behind is its name. */
const heading =
  /^(?:(?:objective|goal|okr|mål)(?: ?#?\d{1,2}(?:\.\d{1,2})?)?|o ?\d{1,2}) ?(?::|-|\.) ?(?=\S)/;

/** Whether a heading names an objective and a table of what measures it stands below: people keep OKRs so (real-kinds P24). */
export function isObjectiveHeading(
  { vocabulary, document }: SectionContext,
  { text }: Heading,
  below: readonly Block[],
  headersOf: (table: Block) => Headers,
): boolean {
  if (document.kind !== 'goals' || !heading.test(fold(text))) return false;
  const { kpis } = vocabulary.catalogue.sections;
  return below.some((table) => matchColumns(vocabulary, kpis, headersOf(table)).isMeant);
}

/**
 * Gives rows the value that the heading above their table says of them, where they have no such column: KPIs the
 * objective whose heading that is, risks the category under whose heading they stand (real-kinds P13, P24).
 */
export function lendFromHeadings(
  context: SectionContext,
  sections: ReadonlyMap<SectionKey, Section>,
  cells: Field[],
): void {
  const { kind } = context.document;
  const [kpis, objectives, risks] = [sections.get('kpis'), sections.get('objectives'), sections.get('risks')];
  if (kind === 'goals' && kpis && objectives) {
    const names = new Set(
      objectives.rows.map((row) => foldName(cellOf(row, 'objective')?.source.text ?? '')),
    );
    lend(context, kpis, 'objective', cells, (above) => {
      const source = nameIn(context, above);
      return source && names.has(foldName(source.text)) ? source : undefined;
    });
  }
  if (kind === 'risk-register' && risks)
    lend(context, risks, 'category', cells, (above) =>
      above.level > risks.heading.level ? categoryIn(context, above) : undefined,
    );
}

function lend(
  { headings, document, fields }: SectionContext,
  section: Section,
  key: string,
  cells: Field[],
  sourceIn: (above: Heading) => Source | undefined,
): void {
  const spec = section.spec.columns.find((column) => column.key === key)!;
  const all = [...headings.values()];
  for (const row of section.rows) {
    const above = cellOf(row, key) ? undefined : all.findLast(({ span }) => span.start < row.span.start);
    const source = above && sourceIn(above);
    if (!source) continue;
    const field = fields.read(document, spec, source, row);
    (row.cells as Record<string, Field>)[key] = field;
    cells.push(field);
  }
}

/** "Security risks", "Tekniska risker", "Leverantörsrisker"; not "Open risks" or "High risks". */
function categoryIn({ text, vocabulary }: SectionContext, { text: its, span }: Heading): Source | undefined {
  if (text.slice(span.start, span.end) !== its) return undefined;
  const name = its.replace(/ (?:risks?|risker)$/i, '');
  const word = fold(name);
  const isOther =
    ratingWords.has(word) ||
    formsOfList(vocabulary.catalogue.words.risk_status).has(word) ||
    /^(?:top|all|active|current|new|key|main|risks?|risker|alla|största|aktuella|nya|aktiva|öppna|stängda|accepterade|höga|medelhöga|låga)(?: |$)/.test(
      word,
    );
  return isOther ? undefined : { text: name, span: { start: span.start, end: span.start + name.length } };
}

/** The name in the heading of an objective, where it stands as it is written. */
function nameIn({ text }: SectionContext, above: Heading): Source | undefined {
  if (text.slice(above.span.start, above.span.end) !== above.text) return undefined;
  const length = heading.exec(fold(above.text))?.[0].length;
  // Where folding changes lengths nobody knows where the name begins.
  if (length === undefined || fold(above.text).length !== above.text.length) return undefined;
  return { text: above.text.slice(length), span: { start: above.span.start + length, end: above.span.end } };
}

function cellOf({ cells }: Row, key: string): Field | undefined {
  return (cells as Readonly<Record<string, Field | undefined>>)[key];
}
