import type { Section } from '../model/document.ts';
import type { SectionKey, SectionSpec } from '../model/schema.ts';
import { say, sectionTitle } from '../values/say.ts';
import { inEachLanguage, titleInEach } from '../values/wording.ts';
import { titleIn } from '../values/words-in.ts';
import type { Block } from './blocks.ts';
import { lineBreakOf, lineStartOf } from './lines.ts';
import type { SectionContext, UnknownHeading } from './section-context.ts';
import { matchColumns, type Headers } from './tables.ts';

/** Where the tables of a document stand, and which of them are read. */
export interface TablesFound {
  readonly headersOf: (table: Block) => Headers;
  readonly unknown: readonly UnknownHeading[];
  readonly sections: ReadonlyMap<SectionKey, Section>;
  readonly read: ReadonlySet<Block>;
}

/**
 * The table that a document is kept for, where no heading says so: it has two or more columns of a section that the
 * document needs and does not have. It is named in place of the section, which would be found missing.
 */
export function noteLeadTable(
  context: SectionContext,
  lead: readonly SectionKey[],
  found: TablesFound,
): void {
  const { vocabulary, problems, body, text } = context;
  if (lead.some((key) => isFilled(found.sections.get(key)))) return;
  let best: { readonly spec: SectionSpec; readonly table: Block; readonly count: number } | undefined;
  for (const table of body.blocks) {
    if (table.is !== 'table' || table.nest !== '' || found.read.has(table)) continue;
    for (const key of lead) {
      const spec = vocabulary.catalogue.sections[key];
      const { count } = matchColumns(vocabulary, spec, found.headersOf(table));
      if (count >= 2 && count > (best?.count ?? 0)) best = { spec, table, count };
    }
  }
  if (!best || isNamed(context, found, best.table)) return;
  const { spec, table } = best;
  const [start = 0, end = 0] = table.lines;
  const lineStart = lineStartOf(text, start);
  const gap = lineBreakOf(text).repeat(2);
  problems.push({
    code: 'DOC020',
    id: 'leadTable',
    data: { section: sectionTitle(spec) },
    span: { start, end },
    fixes: [
      {
        title: titleInEach((language) =>
          say('Write the heading "{{heading}}" above it', { heading: titleIn(language, spec) }),
        ),
        edits: [
          {
            span: { start: lineStart, end: lineStart },
            text: inEachLanguage((language) => `## ${titleIn(language, spec)}${gap}`),
          },
        ],
      },
    ],
  });
}

function isFilled(section: Section | undefined): boolean {
  return section !== undefined && (section.rows.length > 0 || section.items.length > 0);
}

/** Whether something is said already of a table, or of the heading above it. */
function isNamed({ problems }: SectionContext, { unknown }: TablesFound, table: Block): boolean {
  const [start = 0, end = 0] = table.lines;
  const above = unknown.find((one) => one.table === table)?.heading.span;
  return problems.some(({ span }) => span === above || (span.start < end && span.end > start));
}
