import type { GovernedDocument } from '../../model/document.ts';
import type { SaidPart } from '../../model/said.ts';
import { isAskedOf } from '../../resolve/asked-of.ts';
import { wordMeantIn } from '../../resolve/word-meant-in.ts';
import type { At, Extra } from '../../rules/define.ts';
import { addRows } from '../../rules/insert-rows.ts';
import { kindOf } from '../../rules/place-of.ts';
import { listed, listSaid, say } from '../../values/say.ts';

/** Kinds of triggers that an exit plan lacks, where that is said, and the rows that would be there. */
interface LackingTriggers {
  readonly at: At;
  readonly kinds: SaidPart;
  readonly extra: Extra;
}

/** Which of these kinds no trigger of an exit plan has; undefined where none is lacking, or nobody knows. */
export function lackingTriggers(
  document: GovernedDocument,
  kinds: readonly string[],
): LackingTriggers | undefined {
  if (!isAskedOf(document, 'exit-plan')) return undefined;
  const section = document.sections.get('triggers');
  const rows = section?.rows ?? [];
  // A table without the column Kind is DOC014's to report.
  if (rows.length > 0 && rows.every((row) => row.cells.kind === undefined)) return undefined;
  const found = new Set<string | undefined>(rows.map((row) => wordMeantIn(row.cells.kind)));
  const lacking = kinds.filter((kind) => !found.has(kind));
  if (lacking.length === 0) return undefined;
  const title = lacking.length === 1 ? say('Add the row') : say('Add the rows');
  const fix = addRows(
    title,
    document,
    'triggers',
    lacking.map((kind) => ({ kind })),
  );
  const said = lacking.map((kind) => listed(kind, 'trigger_kind'));
  return { at: section ?? kindOf(document), kinds: listSaid(said, 'or'), extra: { fixes: fix ? [fix] : [] } };
}
