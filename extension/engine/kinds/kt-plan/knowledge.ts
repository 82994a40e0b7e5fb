import { daysBetween, later } from '../../calendar/plain-date.ts';
import { saysSomething } from '../../resolve/says-something.ts';
import type { Row, Section } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { rangeOf, type Range } from '../../model/text.ts';
import type { IsoDate } from '../../model/value.ts';
import { handoverEndOf } from './handover-end.ts';
import { leavingGivers } from './leaving-givers.ts';
import { receiversLeave } from './leaving-receivers.ts';
import {
  hasReached,
  isOpen,
  nameOf,
  plannedDays,
  sessionsIn,
  stageOf,
  stages,
  type Sessions,
  type Stage,
} from './topics.ts';

/** How far the knowledge of one plan has passed over as of a day, as plain data. */
export interface Knowledge {
  readonly title: string;
  readonly path: string;
  /** The heading of its topics. */
  readonly range: Range;
  /** The last day on which it can still be passed on. */
  readonly handoverEnds: IsoDate | undefined;
  readonly topics: readonly TopicState[];
  /** Those that there are, in their order. */
  readonly stages: readonly Stage[];
  /** What is passed on next: the sessions of the first day on or after the as-of day. */
  readonly next: readonly ComingSession[];
}

export interface TopicState {
  readonly name: string;
  /** Its row. */
  readonly range: Range;
  /** As written. */
  readonly from: string;
  readonly to: string;
  /** Undefined where it does not read. */
  readonly stage: Stage | undefined;
  /** Sessions of a topic that is not accepted, on or after the as-of day, in order. */
  readonly coming: readonly ComingSession[];
  /** It is not accepted, and no session is planned any more. */
  readonly isUnplanned: boolean;
  /** It is not accepted before the handover ends: the day on which it is over at the earliest, and by how much that is late. */
  readonly late: { readonly over: IsoDate; readonly days: number } | undefined;
  /** Until when those stay who know it, where all of them leave before they are no longer needed. */
  readonly giversUntil: IsoDate | undefined;
  /** Until when those stay who learn it, where all of them leave before the handover ends. */
  readonly receiversUntil: IsoDate | undefined;
  /** It is accepted, and something is left to do all the same. */
  readonly isLeft: boolean;
}

export interface ComingSession {
  readonly topic: string;
  readonly date: IsoDate;
  readonly daysLeft: number;
  readonly method: string | undefined;
  /** Its row. */
  readonly range: Range;
}

/** Topics of each plan that has some, in the order of their documents. */
export function topicSections(view: View): readonly Section<'topics'>[] {
  return view.sections('topics').filter(({ rows }) => rows.length > 0);
}

export function knowledgeOf(section: Section<'topics'>, view: View, asOf: IsoDate): Knowledge {
  const { document, heading, rows } = section;
  const sessionsOf = sessionsIn(view);
  const handoverEnds = handoverEndOf(document, view);
  const topics = rows.map((topic) => stateOf(topic, { view, sessionsOf, handoverEnds, asOf }));
  const coming = topics.flatMap((topic) => topic.coming).sort(byDate);
  return {
    title: document.title,
    path: document.path,
    range: rangeOf(document.lineStarts, heading.span),
    handoverEnds,
    topics,
    stages,
    next: coming.filter(({ date }) => date === coming[0]!.date),
  };
}

/** How many topics are accepted. */
export function acceptedOf({ topics }: Knowledge): number {
  return topics.filter(({ stage }) => stage === 'accepted').length;
}

interface Context {
  readonly view: View;
  readonly sessionsOf: Sessions;
  readonly handoverEnds: IsoDate | undefined;
  readonly asOf: IsoDate;
}

function stateOf(topic: Row<'topics'>, context: Context): TopicState {
  const { from, to, left_to_do: left } = topic.cells;
  return {
    name: nameOf(topic),
    range: rangeOf(topic.section.document.lineStarts, topic.span),
    from: from?.source.text ?? '',
    to: to?.source.text ?? '',
    stage: stageOf(topic),
    receiversUntil: receiversLeave(topic, context.handoverEnds, context.view),
    isLeft: hasReached(topic, 'accepted') && saysSomething(left),
    // No session can name a row without a name.
    ...(isOpen(topic) && nameOf(topic) !== ''
      ? openState(topic, context)
      : { coming: [], isUnplanned: false, late: undefined, giversUntil: undefined }),
  };
}

function openState(
  topic: Row<'topics'>,
  { view, sessionsOf, handoverEnds, asOf }: Context,
): Pick<TopicState, 'coming' | 'isUnplanned' | 'late' | 'giversUntil'> {
  const sessions = sessionsOf(topic);
  const days = plannedDays(sessions, view);
  const coming = sessions.flatMap(({ cells: { planned, method }, section, span }) => {
    const date = view.dayOf(planned);
    if (date === undefined || date < asOf) return [];
    const range = rangeOf(section.document.lineStarts, span);
    return [{ topic: nameOf(topic), date, daysLeft: daysBetween(asOf, date), method: method?.value, range }];
  });
  const givers = leavingGivers(topic, view, sessionsOf)?.people ?? [];
  return {
    coming: coming.sort(byDate),
    // A session whose day does not read may be to come.
    isUnplanned: coming.length === 0 && days.length === sessions.length,
    late: lateness(days.at(-1), handoverEnds, asOf),
    giversUntil: givers
      .flatMap(({ cells }) => cells.until?.value ?? [])
      .sort()
      .at(-1),
  };
}

/** A topic that is not accepted today is not over before its last session, nor before today. */
function lateness(
  lastSession: IsoDate | undefined,
  handoverEnds: IsoDate | undefined,
  asOf: IsoDate,
): TopicState['late'] {
  const over = lastSession === undefined ? asOf : later(lastSession, asOf);
  if (handoverEnds === undefined || over <= handoverEnds) return undefined;
  return { over, days: daysBetween(handoverEnds, over) };
}

function byDate(a: ComingSession, b: ComingSession): number {
  return a.date < b.date ? -1 : Number(a.date > b.date);
}
