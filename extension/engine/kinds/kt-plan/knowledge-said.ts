import type { Said, SaidPart } from '../../model/said.ts';
import { countFigure, daysSaid } from '../../values/length-said.ts';
import { quote } from '../../values/quote.ts';
import { joined, listSaid, quoted, say } from '../../values/say.ts';
import type { Knowledge, TopicState } from './knowledge.ts';
import { stages, type Stage } from './topics.ts';

/** How many topics are at a stage. */
const counted: Readonly<Record<Stage, (n: SaidPart) => Said>> = {
  identified: (n) => say('{{n}} identified', { n }),
  documented: (n) => say('{{n}} documented', { n }),
  walkthrough: (n) => say('{{n}} walked through', { n }),
  shadow: (n) => say('{{n}} shadowed', { n }),
  'reverse shadow': (n) => say('{{n}} reverse shadowed', { n }),
  // Another name than that of the findings that are accepted: languages let the word agree with what is counted.
  accepted: (reached) => say('{{reached}} accepted', { reached }),
};

/** Topics with the stage of each; undefined where that does not read. */
interface Progress {
  readonly topics: readonly Pick<TopicState, 'stage'>[];
}

/** "of 4 topics: 1 identified, 2 shadowed, 1 accepted". */
export function progressSaid(knowledge: Progress): Said {
  return say('of {{topics}}: {{stages}}', {
    topics: say('{{n}} {{n|topic|topics}}', { n: countFigure(knowledge.topics.length) }),
    stages: stagesSaid(knowledge),
  });
}

/** The stages at which topics are, in their order. */
function stagesSaid({ topics }: Progress): Said {
  const parts = stages.flatMap((stage) => {
    const n = topics.filter((topic) => topic.stage === stage).length;
    return n === 0 ? [] : [counted[stage](countFigure(n))];
  });
  const unread = topics.filter(({ stage }) => stage === undefined).length;
  return joined(
    unread === 0
      ? parts
      : [...parts, say('{{n}} with a stage that does not read', { n: countFigure(unread) })],
    ', ',
  );
}

/** What is passed on next, by name: each topic once. */
export function nextTopicsSaid({ next }: Knowledge): SaidPart {
  return namesSaid([...new Set(next.map(({ topic }) => topic))]);
}

/** Topics by their names. */
export function topicsSaid(topics: readonly TopicState[]): SaidPart {
  return namesSaid(topics.map(({ name }) => name));
}

function namesSaid(names: readonly string[]): SaidPart {
  return listSaid(names.map((name) => quoted(quote(name))));
}

/** Topics that are not over before the handover ends, a sentence for each. */
export function lateSaid({ topics, handoverEnds }: Knowledge): readonly Said[] {
  return topics.flatMap(({ name, late }) =>
    late === undefined
      ? []
      : [
          say('"{{topic}}" cannot be finished before {{over}}, {{days}} after the handover ends on {{end}}', {
            topic: quote(name),
            over: late.over,
            days: daysSaid(late.days),
            end: handoverEnds!,
          }),
        ],
  );
}

/** Topics whose givers or receivers are all gone too early, a sentence for each. */
export function leaversSaid({ topics }: Knowledge): readonly Said[] {
  return topics.flatMap(({ name, giversUntil, receiversUntil }) => {
    const topic = quote(name);
    return [
      ...(giversUntil === undefined
        ? []
        : [say('nobody who gives "{{topic}}" is there after {{day}}', { topic, day: giversUntil })]),
      ...(receiversUntil === undefined
        ? []
        : [say('nobody who receives "{{topic}}" is there after {{day}}', { topic, day: receiversUntil })]),
    ];
  });
}
