import type { Field, Heading, Row, Section, Source } from '../model/document.ts';
import type { SectionKey } from '../model/schema.ts';
import { fold, foldName } from '../values/fold.ts';
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

/** Gives the KPIs that stand below the heading of an objective that objective, where they name none of their own. */
export function lendObjectives(
  context: SectionContext,
  sections: ReadonlyMap<SectionKey, Section>,
  cells: Field[],
): void {
  const [kpis, objectives] = [sections.get('kpis'), sections.get('objectives')];
  if (context.document.kind !== 'goals' || !kpis || !objectives) return;
  const spec = kpis.spec.columns.find(({ key }) => key === 'objective')!;
  const names = new Set(objectives.rows.map((row) => foldName(cellOf(row, 'objective')?.source.text ?? '')));
  const headings = [...context.headings.values()];
  for (const row of kpis.rows) {
    if (cellOf(row, 'objective')) continue;
    const source = nameIn(
      context,
      headings.findLast(({ span }) => span.start < row.span.start),
    );
    if (!source || !names.has(foldName(source.text))) continue;
    const field = context.fields.read(context.document, spec, source, row);
    (row.cells as Record<string, Field>)[spec.key] = field;
    cells.push(field);
  }
}

/** The name in the heading of an objective, where it stands as it is written. */
function nameIn({ text }: SectionContext, above: Heading | undefined): Source | undefined {
  if (!above || text.slice(above.span.start, above.span.end) !== above.text) return undefined;
  const length = heading.exec(fold(above.text))?.[0].length;
  // Where folding changes lengths nobody knows where the name begins.
  if (length === undefined || fold(above.text).length !== above.text.length) return undefined;
  return { text: above.text.slice(length), span: { start: above.span.start + length, end: above.span.end } };
}

function cellOf({ cells }: Row, key: string): Field | undefined {
  return (cells as Readonly<Record<string, Field | undefined>>)[key];
}
