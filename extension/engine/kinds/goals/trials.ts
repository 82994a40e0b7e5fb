import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { isUnread } from '../../resolve/terms.ts';

/** A critical or important component that a milestone puts live. */
export interface GoLive {
  readonly milestone: Row<'milestones'>;
  readonly component: Row<'components'>;
  /** Trials of the one or the other that are dated, oldest first; undefined where one of them does not read. */
  readonly trials: readonly Trial[] | undefined;
}

interface Trial {
  readonly row: Row<'trials'>;
  readonly date: IsoDate;
}

/** What goes live with milestones and may not fail then (rules.md KPI019, KPI020). */
export function goLives(view: View): readonly GoLive[] {
  return view.rows('milestones').flatMap((milestone) => {
    const components = new Set(view.named(milestone.cells.puts_live).map(({ target }) => target));
    return [...components].flatMap((target) => {
      const component = target as unknown as Row<'components'> | undefined;
      const importance = component?.cells.importance?.value;
      if (!component || (importance !== 'critical' && importance !== 'important')) return [];
      return [{ milestone, component, trials: trialsOf([milestone, component], view) }];
    });
  });
}

/** The newest trial on or before a day; undefined where there is none. */
export function newestTrial({ trials }: GoLive, day: IsoDate): Trial | undefined {
  return trials?.findLast(({ date }) => date <= day);
}

function trialsOf(names: readonly Row[], view: View): readonly Trial[] | undefined {
  const rows = view
    .rows('trials')
    .filter((row) => view.named(row.cells.of).some(({ target }) => target && names.includes(target)));
  if (rows.some(({ cells }) => isUnread(cells.date) || isUnread(cells.result))) return undefined;
  const trials = rows.flatMap((row) => {
    const date = row.cells.date?.value;
    return date === undefined || row.cells.result?.value === undefined ? [] : [{ row, date }];
  });
  return trials.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
