import { namesOffSide, sideInWords } from '../../../resolve/sides.ts';
import type { Row } from '../../../model/document.ts';
import type { Named, View, WhoReference } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'KTP002',
  name: 'receiver-on-right-side',
  meta: {
    kinds: ['kt-plan'],
    reads: ['kt-plan/direction', 'kt-plan/Topics.To', 'kt-plan/Topics.From', 'engagement/People.Party'],
    summary: 'Require who receives knowledge to be on the side that it goes to',
    severity: 'error',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    side: '"{{name}}" is on {{where}}, and this plan goes "{{direction}}": name who receives "{{topic}}" there.',
  },
  engagement(view, report) {
    for (const topic of view.rows('topics')) {
      const { direction } = topic.section.document.keys;
      if (direction?.value === undefined) continue;
      for (const { text, span, target } of misplaced(topic, direction.value, view)) {
        const data = {
          name: quote(text),
          where: sideInWords(target),
          direction: quote(direction.source.text),
          topic: quote(topic.cells.topic?.source.text ?? ''),
        };
        report.wrong(partOf(topic.cells.to!, span), 'side', data, {
          related: [{ at: direction, message: say('where the knowledge goes') }],
        });
      }
    }
  },
});

type Misplaced = WhoReference & { readonly target: Named };

/** Receivers who are not where the knowledge goes. */
function misplaced(
  { cells: { to } }: Row<'topics'>,
  direction: 'to client' | 'to supplier' | 'to third party',
  view: View,
): readonly Misplaced[] {
  const names =
    direction === 'to third party'
      ? view.who(to).filter(({ target }) => target?.side !== undefined)
      : namesOffSide(to, direction === 'to client' ? 'client' : 'supplier', view);
  return names as readonly Misplaced[];
}
