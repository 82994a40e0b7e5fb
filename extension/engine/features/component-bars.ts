import { sharesSaid } from '../kinds/ownership-map/shares-said.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import { knowledgeBar } from '../report/knowledge-bar.ts';
import { componentKnowledge } from '../resolve/component-knowledge.ts';
import { nameOfRow } from '../resolve/names.ts';
import { addTo } from '../values/add-to.ts';

/** Which side did how much of the work on a component in the last twelve months. */
export interface ComponentBar {
  readonly component: string;
  readonly bar: string;
  /** "client 25 %, supplier 75 %". */
  readonly said: Said;
}

/** By the document that has the row; those that nobody changed are left out. */
export function componentBars(view: View): ReadonlyMap<string, readonly ComponentBar[]> {
  const bars = new Map<string, ComponentBar[]>();
  for (const { row, changes, sides } of componentKnowledge(view)) {
    const component = nameOfRow(row);
    if (component === undefined || changes === 0) continue;
    addTo(bars, row.section.document.path, { component, bar: knowledgeBar(sides), said: sharesSaid(sides) });
  }
  return bars;
}
