import { isFilled } from '../../../resolve/is-filled.ts';
import type { Row } from '../../../model/document.ts';
import type { Named, View } from '../../../model/engagement.ts';
import type { Said } from '../../../model/said.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { columnTitle, listSaid, quoted, say } from '../../../values/say.ts';
import { hasReached, nameOf } from '../topics.ts';

export default defineRule({
  code: 'KTP011',
  name: 'accepted-has-proof',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/Topics.Stage',
      'kt-plan/Topics.Evidence',
      'kt-plan/Topics.Accepted when',
      'kt-plan/Topics.Accepted by',
      'kt-plan/Topics.To',
      'kt-plan/Topics.Topic',
      'engagement/People.Party',
    ],
    summary: 'Require proof and a judge from the receiving side for each topic that is accepted',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    lacks: '"{{topic}}" is "{{stage}}" without {{lacking}}: add what is missing, or set the stage back.',
    judge:
      'Nobody in "{{judges}}" is on the side that receives "{{topic}}": let somebody of those accept it who must live with it.',
    both: '"{{topic}}" is "{{stage}}" without {{lacking}}, and by nobody of the receiving side: add what is missing, or set the stage back.',
  },
  engagement(view, report) {
    for (const topic of view.rows('topics')) {
      if (!hasReached(topic, 'accepted')) continue;
      const { stage, accepted_by: by, to } = topic.cells;
      const columns = lackingColumns(topic);
      const lacking = listSaid(columns);
      const isJudged = !isFilled(by) || mayBeJudged(topic, view);
      const name = quote(nameOf(topic));
      const data = { topic: name, stage: quote(stage!.source.text), lacking };
      const related = [{ at: to!, message: say('who receives it') }];
      if (columns.length > 0 && isJudged) report.wrong(stage!, 'lacks', data);
      else if (columns.length > 0) report.wrong(stage!, 'both', data, { related });
      else if (!isJudged)
        report.wrong(by!, 'judge', { judges: quote(by!.source.text), topic: name }, { related });
    }
  },
});

/** What says why a topic is accepted and is empty. */
function lackingColumns({ cells, section }: Row<'topics'>): readonly Said[] {
  const needed = ['evidence', 'accepted_when', 'accepted_by'] as const;
  return needed
    .filter((key) => !isFilled(cells[key]))
    .flatMap((key) => section.spec.columns.filter((column) => column.key === key))
    .map((column) => quoted(columnTitle(column, section.spec)));
}

/** Whether somebody who accepted it is, or may be, on the side that receives. */
function mayBeJudged({ cells }: Row<'topics'>, view: View): boolean {
  const judges = view.who(cells.accepted_by).map(({ target }) => sideOf(target));
  const receivers = view.who(cells.to).map(({ target }) => sideOf(target));
  if (receivers.length === 0 || [...judges, ...receivers].includes('unknown')) return true;
  return judges.some((side) => receivers.includes(side));
}

/** `unknown` where nobody has the name, or the Party does not say a side. */
function sideOf(named: Named | undefined): 'client' | 'supplier' | 'third party' | 'unknown' {
  if (named === undefined) return 'unknown';
  if (named.side !== undefined) return named.side;
  return named.is === 'party' || named.row.cells.party?.value === 'third party' ? 'third party' : 'unknown';
}
