import type { Section } from '../model/document.ts';
import type { SectionKey } from '../model/schema.ts';
import { mayBePasted, pastedTable } from './marked-rows.ts';
import { isFilled } from './lead-tables.ts';
import { hasNames } from './named-columns.ts';
import type { Occurrence, SectionContext } from './section-context.ts';
import { sectionMeant } from './sections-by-columns.ts';
import { isSignatureTable } from './signatures.ts';
import type { Headers } from './table-headers.ts';
import { matchColumns } from './tables.ts';

/** So many are looked at in a document. */
const tablesAtMost = 200;

/**
 * Tables that were pasted as a spreadsheet copies them below headings of one's own or none, with the columns of a
 * section that the document lacks. Under the heading of a section they are said with what is read there.
 */
export function notePastedTables(
  context: SectionContext,
  lead: readonly SectionKey[],
  chosen: ReadonlySet<Occurrence>,
  sections: ReadonlyMap<SectionKey, Section>,
): void {
  const { problems, body } = context;
  let isRead: readonly boolean[] | undefined;
  let count = 0;
  for (let i = 0; i < body.blocks.length && count < tablesAtMost; i++) {
    if (!mayBePasted(context.text, body.blocks[i]!)) continue;
    isRead ??= blocksRead(body.blocks.length, chosen);
    const pasted = isRead[i] ? undefined : pastedTable(context, i);
    if (!pasted) continue;
    count++;
    const headers = pasted.header.map((text) => ({ text, span: pasted.problem.span }));
    if (!isSignatureTable(headers) && isMissing(context, lead, sections, headers))
      problems.push(pasted.problem);
  }
}

/** Of each block whether it stands under the heading of a section that is read from tables. */
function blocksRead(count: number, chosen: ReadonlySet<Occurrence>): readonly boolean[] {
  const isRead = Array<boolean>(count).fill(false);
  for (const { spec, from, to } of chosen) if (spec.columns.length > 0) isRead.fill(true, from, to);
  return isRead;
}

/** Whether headers are those of a section that the document lacks. */
function isMissing(
  { vocabulary, document }: SectionContext,
  lead: readonly SectionKey[],
  sections: ReadonlyMap<SectionKey, Section>,
  headers: Headers,
): boolean {
  if (sectionMeant(vocabulary, document.kind, sections, headers)) return true;
  const { catalogue } = vocabulary;
  return catalogue.kinds[document.kind].sections.some((key) => {
    const spec = catalogue.sections[key];
    if (spec.columns.length === 0 || isFilled(sections.get(key))) return false;
    const { count } = matchColumns(vocabulary, spec, headers);
    return (
      hasNames(vocabulary, spec, headers) &&
      count * 2 > headers.length &&
      count >= (lead.includes(key) ? 2 : 3)
    );
  });
}
