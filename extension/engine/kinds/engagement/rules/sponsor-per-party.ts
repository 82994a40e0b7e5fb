import { isFilled } from '../../../resolve/is-filled.ts';
import { namesOffSide, sideInWords } from '../../../resolve/sides.ts';
import { defineRule } from '../../../rules/define.ts';
import { fenceOf, partOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { words } from '../../../values/say.ts';

export default defineRule({
  code: 'ENG002',
  name: 'sponsor-per-party',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/sponsor_client', 'engagement/sponsor_supplier', 'engagement/People.Party'],
    summary: 'Require a sponsor on each side',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    side: '"{{name}}" is on {{where}}: "{{key}}" must name somebody on the {{side}}\'s side.',
  },
  missing: {
    sponsor: {
      message:
        'The {{side}} has no sponsor: name under "{{key}}" who decides when the two sides cannot agree.',
      ask: 'Who at the {{side}} decides when the two sides cannot agree?',
      how: 'Write the key of a person behind "{{key}}:" in the front matter.',
    },
  },
  engagement(view, report) {
    for (const document of view.documentsOf('engagement')) {
      for (const side of ['client', 'supplier'] as const) {
        const key = side === 'client' ? 'sponsor_client' : 'sponsor_supplier';
        const field = document.keys[key];
        if (!isFilled(field)) {
          // Of an engagement it is asked once.
          if (document === view.lead)
            report.missing(field ?? fenceOf(document), 'sponsor', { side: words(side, 'side'), key });
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
