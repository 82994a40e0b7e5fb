import { addLength } from '../../calendar/add-length.ts';
import { isFilled } from '../../resolve/is-filled.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { isUnread } from '../../resolve/terms.ts';
import { workDaysOf } from '../../resolve/work-days.ts';
import type { GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { addTo } from '../../values/add-to.ts';
import { foldName } from '../../values/fold.ts';

type Topic = Row<'topics'>;

export const stages = [
  'identified',
  'documented',
  'walkthrough',
  'shadow',
  'reverse shadow',
  'accepted',
] as const;

export type Stage = (typeof stages)[number];

/** How far a topic has passed over; `identified` where nothing says so, undefined where that does not read. */
export function stageOf({ cells: { stage } }: Topic): Stage | undefined {
  return isFilled(stage) ? stage?.value : 'identified';
}

/** Whether a topic is at a stage or beyond it. */
export function hasReached(topic: Topic, stage: Stage): boolean {
  const reached = stageOf(topic);
  return reached !== undefined && stages.indexOf(reached) >= stages.indexOf(stage);
}

/** Whether a topic is not accepted. Of a stage that does not read neither is known. */
export function isOpen(topic: Topic): boolean {
  const stage = stageOf(topic);
  return stage !== undefined && stage !== 'accepted';
}

/** The component that a topic is about: the one under Component, where that is empty the one of its name. */
export function componentOf(topic: Topic, view: View): Row<'components'> | undefined {
  const { component } = topic.cells;
  if (!isFilled(component)) return view.find('components', nameOfRow(topic) ?? '');
  return view.named(component)[0]?.target as unknown as Row<'components'> | undefined;
}

/** By its own Importance; where that is empty, by that of its component (rules.md 1.4). */
export function isCritical(topic: Topic, view: View): boolean {
  const { importance } = topic.cells;
  const its = isFilled(importance) ? importance : componentOf(topic, view)?.cells.importance;
  return its?.value === 'critical';
}

/** What a topic is called in a message. */
export function nameOf(topic: Topic): string {
  return nameOfRow(topic) ?? '';
}

/** Sessions by the topic that they name. */
export type Sessions = (topic: Topic) => readonly Row<'sessions'>[];

export function sessionsIn(view: View): Sessions {
  const byName = new Map<string, Row<'sessions'>[]>();
  for (const session of view.rows('sessions')) {
    const target = view.named(session.cells.topic)[0]?.target;
    const name = target && nameOfRow(target);
    if (name !== undefined) addTo(byName, foldName(name), session);
  }
  return (topic) => byName.get(foldName(nameOf(topic))) ?? [];
}

/** The days on which sessions are planned, in order. */
export function plannedDays(sessions: readonly Row<'sessions'>[], view: View): readonly IsoDate[] {
  return sessions.flatMap(({ cells }) => view.dayOf(cells.planned) ?? []).sort();
}

/** `complete_by` plus `aftercare`: the day until which those who give must help. */
export function helpUntil({ keys }: GovernedDocument, view: View): IsoDate | undefined {
  const { complete_by: completeBy, aftercare } = keys;
  const day = view.dayOf(completeBy);
  if (day === undefined || isUnread(aftercare)) return undefined;
  return aftercare?.value === undefined ? day : addLength(day, aftercare.value, workDaysOf(view));
}
