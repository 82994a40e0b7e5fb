import type { Knowledge, TopicState } from '../kinds/kt-plan/knowledge.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Said, SaidPart } from '../model/said.ts';
import { columnTitle, joined, listed, say } from '../values/say.ts';
import { knowledgeLines } from './knowledge-lines.ts';
import type { ReportLanguage } from './language.ts';
import { shown } from './shown.ts';
import { lateSaid } from './status-report.ts';

/** What a page about a knowledge transfer is made of, in the words of a language. */
export interface KnowledgeTable {
  /** What to tell first, as `status` does. */
  readonly lines: readonly (readonly [name: string, text: string])[];
  readonly header: readonly string[];
  readonly rows: readonly KnowledgeTableRow[];
}

interface KnowledgeTableRow {
  readonly topic: TopicState;
  readonly name: string;
  /** A mark for each stage: `●` for those that are reached. */
  readonly marks: string;
  readonly stage: string;
  readonly from: string;
  readonly to: string;
  readonly next: string;
  /** How late it is, or what else is wrong with it. */
  readonly remark: string;
}

/** The topics of a plan, one row each in the order of the plan, with the stages that they have reached. */
export function knowledgeTable(knowledge: Knowledge, { say: inLanguage }: ReportLanguage): KnowledgeTable {
  const inWords = (part: SaidPart): string => shown(inLanguage(joined([part], '')));
  return {
    lines: knowledgeLines(knowledge).map(([name, value]) => [inLanguage(name), inWords(value)]),
    header: [
      ...(['topic', 'stage', 'from', 'to'] as const).map(titleOf),
      say('Next session'),
      say('Too late'),
    ].map(inWords),
    rows: knowledge.topics.map((topic) => {
      const { name, stage, from, to, coming, late, isUnplanned } = topic;
      const reached = stage === undefined ? 0 : knowledge.stages.indexOf(stage) + 1;
      return {
        topic,
        name: shown(name),
        marks: '●'.repeat(reached) + '○'.repeat(knowledge.stages.length - reached),
        stage: inWords(stage === undefined ? say('does not read') : listed(stage, 'stage')),
        from: shown(from),
        to: shown(to),
        next: coming[0]?.date ?? (isUnplanned ? inLanguage(say('none')) : ''),
        remark: late === undefined ? '' : inLanguage(lateSaid(late.days)),
      };
    }),
  };
}

function titleOf(key: string): SaidPart | Said {
  const { topics } = catalogue.sections;
  return columnTitle(
    topics.columns.find((column) => column.key === key)!,
    topics,
  );
}
