import {
  lateSaid,
  leaversSaid,
  nextTopicsSaid,
  progressSaid,
  topicsSaid,
} from '../kinds/kt-plan/knowledge-said.ts';
import type { Knowledge } from '../kinds/kt-plan/knowledge.ts';
import type { Said, SaidPart } from '../model/said.ts';
import { say } from '../values/say.ts';
import { daysLeftSaid } from './due-report.ts';

/** What to tell of a knowledge transfer: how many topics are at which stage, then what moves next and what is wrong with the rest. */
export function knowledgeLines(knowledge: Knowledge): readonly (readonly [name: Said, value: SaidPart])[] {
  const { topics, next } = knowledge;
  const [first] = next;
  const unplanned = topics.filter(({ isUnplanned }) => isUnplanned);
  const left = topics.filter(({ isLeft }) => isLeft);
  return [
    [say('Stages'), progressSaid(knowledge)],
    ...(first === undefined
      ? []
      : [
          [
            say('Next'),
            say('{{date}}, {{when}}: {{what}}', {
              date: first.date,
              when: daysLeftSaid(first.daysLeft),
              what: nextTopicsSaid(knowledge),
            }),
          ] as const,
        ]),
    ...lateSaid(knowledge).map((said) => [say('Too late'), said] as const),
    ...(unplanned.length === 0 ? [] : [[say('No session to come'), topicsSaid(unplanned)] as const]),
    ...leaversSaid(knowledge).map((said) => [say('Leaving'), said] as const),
    ...(left.length === 0 ? [] : [[say('Left to do'), topicsSaid(left)] as const]),
  ];
}
