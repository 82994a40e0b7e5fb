import type { Knowledge } from './knowledge.ts';
import { stages } from './topics.ts';

/** The same for programs: topics by their names, counts as numbers. */
export function knowledgeData({ topics, next, handoverEnds }: Knowledge): Readonly<Record<string, unknown>> {
  const namesWhere = (is: (topic: Knowledge['topics'][number]) => boolean): readonly string[] =>
    topics.filter(is).map(({ name }) => name);
  return {
    topics: topics.length,
    stages: Object.fromEntries(
      stages.map((stage) => [stage, topics.filter((topic) => topic.stage === stage).length]),
    ),
    unread: topics.filter(({ stage }) => stage === undefined).length,
    leftToDo: topics.filter(({ isLeft }) => isLeft).length,
    next: next.map(({ topic, date, method }) => ({ topic, date, ...(method !== undefined && { method }) })),
    unplanned: namesWhere(({ isUnplanned }) => isUnplanned),
    late: topics.flatMap(({ name, late }) => (late === undefined ? [] : [{ topic: name, ...late }])),
    leavers: topics.flatMap(({ name, giversUntil, receiversUntil }) => [
      ...(giversUntil === undefined ? [] : [{ topic: name, is: 'giver', until: giversUntil }]),
      ...(receiversUntil === undefined ? [] : [{ topic: name, is: 'receiver', until: receiversUntil }]),
    ]),
    ...(handoverEnds !== undefined && { handoverEnds }),
  };
}
