import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { namesOffSide, sideInWords } from '../../../resolve/sides.ts';
import { defineRule } from '../../../rules/define.ts';
import { fenceOf, partOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { words } from '../../../values/say.ts';

export default defineRule({
  code: 'EXT009',
  name: 'exit-managers-named',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/exit_manager_client',
      'exit-plan/exit_manager_supplier',
      'exit-plan/Options.Option',
      'exit-plan/Handover items.Item',
      'engagement/People.Party',
    ],
    summary: 'Require an exit manager on each side',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    side: '"{{name}}" is on {{where}}: "{{key}}" must name somebody on the {{side}}\'s side.',
  },
  missing: {
    manager: {
      message: 'Nobody leads the exit for the {{side}}: name a person under "{{key}}".',
      ask: 'Who would lead the exit for the {{side}}?',
      how: 'Write the key of a person behind "{{key}}:" in the front matter.',
    },
  },
  engagement(view, report) {
    for (const document of view.documents) {
      for (const side of ['client', 'supplier'] as const) {
        const key = side === 'client' ? 'exit_manager_client' : 'exit_manager_supplier';
        const field = document.keys[key];
        if (!isFilled(field)) {
          if (isAskedOf(document, 'exit-plan'))
            report.missing(field ?? fenceOf(document), 'manager', { side: words(side, 'side'), key });
          continue;
        }
        for (const { text, span, target } of namesOffSide(field, side, view)) {
          const where = sideInWords(target ?? { side: undefined });
          report.wrong(partOf(field!, span), 'side', {
            name: quote(text),
            where,
            key,
            side: words(side, 'side'),
          });
        }
      }
    }
  },
});
