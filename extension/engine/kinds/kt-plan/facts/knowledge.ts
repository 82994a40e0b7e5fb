import type { Said } from '../../../model/said.ts';
import { defineFact } from '../../../rules/define.ts';
import { countFigure } from '../../../values/length-said.ts';
import { joined, say } from '../../../values/say.ts';
import { knowledgeData } from '../knowledge-data.ts';
import { lateSaid, leaversSaid, nextTopicsSaid, progressSaid, topicsSaid } from '../knowledge-said.ts';
import { acceptedOf, knowledgeOf, topicSections, type Knowledge } from '../knowledge.ts';

export default defineFact({
  name: 'knowledge',
  kinds: ['kt-plan'],
  reads: [
    'kt-plan/Topics.Topic',
    'kt-plan/Topics.Stage',
    'kt-plan/Topics.From',
    'kt-plan/Topics.To',
    'kt-plan/Topics.Left to do',
    'kt-plan/Sessions.Topic',
    'kt-plan/Sessions.Planned',
    'kt-plan/Sessions.Method',
    'kt-plan/direction',
    'kt-plan/complete_by',
    'kt-plan/aftercare',
    'exit-plan/knowledge_transfer',
    'exit-plan/handover_ends',
    'exit-plan/Options.Option',
    'exit-plan/Handover items.Item',
    'engagement/start',
    'engagement/end',
    'engagement/exit_help',
    'engagement/office_hours',
    'engagement/holidays',
    'engagement/People.Until',
    'goals/Milestones.Due',
    'file/links',
  ],
  unit: 'integer',
  summary:
    'How many topics of a plan are accepted, with the stages of the others, what moves next, and what is not over before the handover ends',
  asOf: true,
  compute(view, { asOf }) {
    return topicSections(view).map((section) => {
      const knowledge = knowledgeOf(section, view, asOf);
      return {
        at: section,
        value: String(acceptedOf(knowledge)),
        how: howSaid(knowledge),
        data: knowledgeData(knowledge),
      };
    });
  },
});

function howSaid(knowledge: Knowledge): Said {
  const { topics, next } = knowledge;
  const unplanned = topics.filter(({ isUnplanned }) => isUnplanned);
  const left = topics.filter(({ isLeft }) => isLeft).length;
  return joined(
    [
      progressSaid(knowledge),
      ...(next.length === 0
        ? []
        : [say('next {{topics}} on {{day}}', { topics: nextTopicsSaid(knowledge), day: next[0]!.date })]),
      ...lateSaid(knowledge),
      ...(unplanned.length === 0
        ? []
        : [say('no session is to come for {{topics}}', { topics: topicsSaid(unplanned) })]),
      ...leaversSaid(knowledge),
      ...(left === 0 ? [] : [say('{{n}} accepted with something left to do', { n: countFigure(left) })]),
    ],
    '; ',
  );
}
