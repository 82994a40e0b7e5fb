import { isFilled } from '../../../resolve/is-filled.ts';
import type { GovernedDocument, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';
import { leavesSupplier } from '../../exit-plan/knowledge-plans.ts';
import { componentOf, hasReached, nameOf } from '../topics.ts';

export default defineRule({
  code: 'KTP015',
  name: 'access-before-shadow',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/direction',
      'kt-plan/Topics.Stage',
      'kt-plan/Topics.Component',
      'kt-plan/Topics.Topic',
      'exit-plan/Handover items.Item',
      'exit-plan/Handover items.Kind',
      'exit-plan/Handover items.Component',
      'exit-plan/Handover items.Done',
      'ownership-map/Components.Component',
    ],
    summary: 'Require access to be handed over before somebody is shadowed',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    cell: {
      message:
        '"{{topic}}" is at "{{stage}}", and the access "{{item}}" is not handed over: without it nobody can practise.',
      ask: 'When does who practises "{{topic}}" get "{{item}}"?',
      how: 'Write the day on which it was handed over into the column Done.',
    },
    column: {
      message:
        'Handover items lacks the column "Done", and topics are practised that need {{items}}: say when each was handed over.',
      ask: 'When did who practises get {{items}}?',
      how: 'Add a column "Done" with the day on which each was handed over.',
    },
  },
  engagement(view, report) {
    const practised = view.rows('topics').filter((topic) => hasReached(topic, 'shadow'));
    for (const section of view.sections('handover_items')) {
      const without: string[] = [];
      for (const item of section.rows) {
        const { done } = item.cells;
        if (item.cells.kind?.value?.word !== 'access' || isDone(item)) continue;
        const topic = practised.find((one) => needs(one, item, view));
        if (topic === undefined) continue;
        const name = quote(item.cells.item?.source.text ?? '');
        if (done === undefined) {
          without.push(name);
          continue;
        }
        const { stage } = topic.cells;
        const related = [{ at: stage!, message: say('where "{{topic}}" stands', { topic: nameOf(topic) }) }];
        const data = { topic: quote(nameOf(topic)), stage: quote(stage!.source.text), item: name };
        report.missing(done, 'cell', data, { related });
      }
      if (without.length > 0)
        report.missing(section, 'column', { items: listSaid(without.map((name) => quoted(name))) });
    }
  },
});

/** A Done that does not read is neither done nor not. */
function isDone({ cells: { done } }: Row<'handover_items'>): boolean {
  return isFilled(done) && done?.value !== false;
}

/** Whether an access belongs to the component of a topic, and to the transfer that the topic is part of. */
function needs(topic: Row<'topics'>, item: Row<'handover_items'>, view: View): boolean {
  const component = componentOf(topic, view);
  const isIts = view
    .named(item.cells.component)
    .some(({ target }) => target !== undefined && (target as unknown) === component);
  return isIts && isOfTransfer(topic.section.document, item.section.document);
}

/** Items of another document than the plan are those of the exit, and no knowledge that comes to the supplier waits for them. */
function isOfTransfer(plan: GovernedDocument, list: GovernedDocument): boolean {
  return plan === list || leavesSupplier(plan);
}
