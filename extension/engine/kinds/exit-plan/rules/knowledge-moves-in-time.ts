import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { exitPlansOf, timelineOf } from '../../../resolve/terms.ts';
import type { GovernedDocument } from '../../../model/document.ts';
import { defineRule } from '../../../rules/define.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { knowledgePlansOf } from '../knowledge-plans.ts';

export default defineRule({
  code: 'EXT018',
  name: 'knowledge-moves-in-time',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/knowledge_transfer',
      'exit-plan/handover_ends',
      'exit-plan/Options.Option',
      'exit-plan/Handover items.Item',
      'kt-plan/direction',
      'kt-plan/complete_by',
      'kt-plan/Topics.Topic',
      'engagement/start',
      'engagement/end',
      'engagement/exit_help',
      'goals/Milestones.Due',
      'file/links',
    ],
    summary: 'Require a plan by which the knowledge moves before the handover is over',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    late: '"{{date}}" is after {{deadline}}, when the handover of "{{plan}}" must be over: the knowledge would move too late.',
  },
  missing: {
    plan: {
      message:
        'Nothing says how the knowledge moves back or on: name a plan under "knowledge_transfer", or write a kt-plan with the direction to client or to third party.',
      ask: 'By which plan does the knowledge move back to you, or on to the next supplier?',
      how: 'Write the path of the plan behind "knowledge_transfer:" in the front matter, for example kt-plan.md.',
    },
  },
  engagement(view, report) {
    const late = new Set<GovernedDocument>();
    for (const exitPlan of exitPlansOf(view)) {
      const field = exitPlan.keys.knowledge_transfer;
      const plans = knowledgePlansOf(exitPlan, view);
      if (plans.length === 0 && !isFilled(field) && isAskedOf(exitPlan, 'exit-plan')) {
        report.missing(field ?? fenceOf(exitPlan), 'plan', {});
      }
      const { handoverDeadline: deadline } = timelineOf(view, exitPlan);
      for (const plan of plans) {
        const completeBy = plan.keys.complete_by;
        const day = view.dayOf(completeBy);
        if (deadline === undefined || day === undefined || day <= deadline || late.has(plan)) continue;
        late.add(plan);
        const deadlineAt = exitPlan.keys.handover_ends ?? view.lead!.keys.end!;
        const data = { date: quote(completeBy!.source.text), deadline, plan: quote(exitPlan.title) };
        report.wrong(completeBy!, 'late', data, {
          related: [{ at: deadlineAt, message: say('the handover is over by {{day}}', { day: deadline }) }],
        });
      }
    }
  },
});
