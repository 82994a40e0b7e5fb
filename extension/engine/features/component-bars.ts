import { sharesSaid } from '../kinds/ownership-map/shares-said.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { History } from '../model/history.ts';
import type { SectionKey } from '../model/schema.ts';
import type { Said } from '../model/said.ts';
import { knowledgeBar } from '../report/knowledge-bar.ts';
import { componentKnowledge } from '../resolve/component-knowledge.ts';
import { nameOfRow } from '../resolve/names.ts';
import { addTo } from '../values/add-to.ts';
import { onceFor } from '../values/once-for.ts';

/** Which side did how much of the work on a component in the last twelve months. */
export interface ComponentBar {
  readonly component: string;
  readonly bar: string;
  /** "client 25 %, supplier 75 %". */
  readonly said: Said;
}

/** By path of a document. */
type Bars = ReadonlyMap<string, readonly ComponentBar[]>;

/**
 * By the document that has the row; those that nobody changed are left out. A tree asks for it after every change: while the
 * documents that it is made of are the same, so is the answer.
 */
export function componentBars(view: View): Bars {
  const { history } = view;
  if (history?.kind !== 'read') return barsIn(view);
  const kept = keptFor(history);
  const known = kept.get(view.folder);
  const { histories, snapshots } = view.others;
  const madeOf = [
    histories,
    snapshots,
    view.countsPeople,
    ...view.documents.filter((one) => isRead(one, view)),
  ];
  if (known?.madeOf.length === madeOf.length && known.madeOf.every((one, i) => one === madeOf[i]))
    return known.bars;
  const bars = barsIn(view);
  kept.set(view.folder, { madeOf, bars });
  return bars;
}

/** By folder of an engagement. */
const keptFor = onceFor((_history: History) => new Map<string, Kept>());

interface Kept {
  readonly madeOf: readonly unknown[];
  readonly bars: Bars;
}

const sectionsRead: readonly SectionKey[] = ['components', 'people', 'teams', 'subcontractors'];

/** Whether it says what components are, or who is on which side. */
function isRead(document: GovernedDocument, { lead }: View): boolean {
  return document === lead || sectionsRead.some((section) => document.sections.has(section));
}

function barsIn(view: View): Bars {
  const bars = new Map<string, ComponentBar[]>();
  for (const { row, changes, sides } of componentKnowledge(view)) {
    const component = nameOfRow(row);
    if (component === undefined || changes === 0) continue;
    addTo(bars, row.section.document.path, { component, bar: knowledgeBar(sides), said: sharesSaid(sides) });
  }
  return bars;
}
