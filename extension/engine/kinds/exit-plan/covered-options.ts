import { optionCover, type ExitCover } from '../../calendar/exit-timeline.ts';
import { contractTerms, isUnread, noticeOf } from '../../resolve/terms.ts';
import type { Row, Section } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { DurationValue } from '../../model/value.ts';

/** An option to leave with how much of it notice and exit help cover. */
export interface CoveredOption {
  readonly row: Row<'options'>;
  readonly takes: DurationValue;
  readonly cover: ExitCover;
}

/**
 * The options of a section whose cover can be computed (rules.md EXT003, exit-uncovered-days). None
 * while one of the terms does not read: how long the supplier stays is not known then.
 */
export function coveredOptions({ rows }: Section<'options'>, view: View): readonly CoveredOption[] {
  const { lead } = view;
  const terms = [lead?.keys.end, lead?.keys.exit_help, noticeOf('client', lead), noticeOf('supplier', lead)];
  if (terms.some(isUnread)) return [];
  const contract = contractTerms(view);
  return rows.flatMap((row) => {
    const takes = row.cells.takes?.value;
    const cover = takes === undefined ? undefined : optionCover(contract, takes);
    return takes === undefined || cover === undefined ? [] : [{ row, takes, cover }];
  });
}
