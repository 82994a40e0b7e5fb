import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { addTo } from '../../../values/add-to.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { componentOf, hasReached, nameOf } from '../topics.ts';

export default defineRule({
  code: 'KTP016',
  name: 'work-follows-knowledge',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/direction',
      'kt-plan/Topics.Stage',
      'kt-plan/Topics.Component',
      'kt-plan/Topics.Topic',
      'ownership-map/Components.Component',
      'ownership-map/Components.Does the work',
      'engagement/People.Party',
    ],
    summary: 'Require somebody of the client to work on what the client has learnt',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    alone:
      'Only "{{who}}" works on "{{component}}", and each of its topics has passed to the client: let somebody there do some of it.',
  },
  engagement(view, report) {
    for (const [component, topics] of topicsToClient(view)) {
      const who = component.cells.does_the_work;
      const sides = view.who(who).map(({ target }) => target?.side);
      const isSupplierAlone = sides.length > 0 && sides.every((side) => side === 'supplier');
      if (!isSupplierAlone || !topics.every((topic) => hasReached(topic, 'accepted'))) continue;
      const data = {
        who: quote(who!.source.text),
        component: quote(component.cells.component?.source.text ?? ''),
      };
      const related = topics.map((topic) => ({
        at: topic.cells.stage!,
        message: say('"{{topic}}" is accepted', { topic: quote(nameOf(topic)) }),
      }));
      report.wrong(who!, 'alone', data, { related });
    }
  },
});

/** The topics that the client is to learn, by component. */
function topicsToClient(view: View): ReadonlyMap<Row<'components'>, readonly Row<'topics'>[]> {
  const byComponent = new Map<Row<'components'>, Row<'topics'>[]>();
  for (const topic of view.rows('topics')) {
    const component = componentOf(topic, view);
    if (component === undefined || topic.section.document.keys.direction?.value !== 'to client') continue;
    addTo(byComponent, component, topic);
  }
  return byComponent;
}
