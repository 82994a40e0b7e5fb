import { idleReceivers } from '../kinds/kt-plan/idle-receivers.ts';
import { componentOf, nameOf, stageOf, type Stage } from '../kinds/kt-plan/topics.ts';
import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { ComponentWork } from '../model/knowledge.ts';
import type { Said } from '../model/said.ts';
import { rangeOf, type Range } from '../model/text.ts';
import type { IsoDate } from '../model/value.ts';
import { knowledgeOf } from '../resolve/component-knowledge.ts';
import { yearUpTo } from '../resolve/component-work.ts';
import { nameOfRow } from '../resolve/names.ts';
import { whyUnknown } from '../resolve/why-unknown.ts';
import type { EngagementData } from './standing.ts';

/** Who holds the knowledge of an engagement, beside what its knowledge transfer says; plain data. */
export interface KnowledgeStanding {
  readonly folder: string;
  readonly title: string;
  /** In the order of the ownership map. */
  readonly components: readonly ComponentStanding[];
}

export interface ComponentStanding {
  readonly component: string;
  readonly path: string;
  /** Its row. */
  readonly range: Range;
  /** What the history says of the work on it, or why it says nothing. */
  readonly work: ToldWork | { readonly unknown: Said };
  /** The topics of it, with the stage of each; undefined where that does not read. */
  readonly topics: readonly { readonly name: string; readonly stage: Stage | undefined }[];
  /** Topics that are accepted, while nobody who took them over has changed anything. */
  readonly idle: readonly IdleTopic[];
}

/** As of a commit. */
export interface ToldWork extends ComponentWork {
  readonly commit: string;
  readonly day: IsoDate;
  /** The first of the twelve months' days. */
  readonly from: IsoDate;
}

export interface IdleTopic {
  readonly name: string;
  readonly acceptedOn: IsoDate;
  readonly since: IsoDate;
}

export function knowledgeStanding({ folder, title, view }: EngagementData): KnowledgeStanding {
  return {
    folder,
    title,
    components: view.rows('components').map((row) => standingOf(row, view)),
  };
}

function standingOf(row: Row<'components'>, view: View): ComponentStanding {
  const topics = view.rows('topics').filter((topic) => componentOf(topic, view) === row);
  const { document } = row.section;
  return {
    component: nameOfRow(row) ?? '',
    path: document.path,
    range: rangeOf(document.lineStarts, row.span),
    work: workOf(row, view),
    topics: topics.map((topic) => ({ name: nameOf(topic), stage: stageOf(topic) })),
    idle: topics.flatMap((topic) => {
      const idle = idleReceivers(topic, view);
      return idle ? [{ name: nameOf(topic), acceptedOn: idle.acceptedOn, since: idle.since }] : [];
    }),
  };
}

function workOf(row: Row<'components'>, view: View): ComponentStanding['work'] {
  const known = knowledgeOf(row, view);
  if (!known) return { unknown: whyUnknown(row, view) };
  const { row: _row, counted: _counted, ...work } = known;
  return { ...work, from: yearUpTo(known.day).from };
}
