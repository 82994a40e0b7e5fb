import type { Field } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Side } from '../../model/value.ts';
import { laterPlace } from '../../resolve/later-place.ts';
import { sideInWords } from '../../resolve/sides.ts';
import { quote } from '../../values/quote.ts';
import { say } from '../../values/say.ts';
import { defineRule } from '../define.ts';

export default defineRule({
  code: 'DOC023',
  name: 'owner-and-counterpart-differ',
  meta: {
    kinds: ['*'],
    reads: [
      '*/owner',
      '*/counterpart',
      'engagement/People.Party',
      'engagement/Teams.Party',
      'engagement/client',
      'engagement/supplier',
    ],
    summary: 'Forbid an owner and a counterpart of the same side',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    same: '"{{owner}}" and "{{counterpart}}" are both on {{side}}: let one of them be somebody of the other side.',
  },
  engagement(view, report) {
    for (const { keys } of view.documents) {
      const { owner, counterpart } = keys;
      const side = sideOf(owner, view);
      if (side === undefined || sideOf(counterpart, view) !== side) continue;
      const { later, earlier } = laterPlace(owner!, counterpart!);
      report.wrong(
        later,
        'same',
        {
          owner: quote(owner!.source.text),
          counterpart: quote(counterpart!.source.text),
          side: sideInWords({ side }),
        },
        {
          related: [{ at: earlier, message: earlier === owner ? say('the owner') : say('the counterpart') }],
        },
      );
    }
  },
});

/** The side that all names of a value are on; undefined where they are on several, on none, or nobody's. */
function sideOf(field: Field | undefined, view: View): Side | undefined {
  const sides = new Set(view.who(field).map(({ target }) => target?.side));
  const [side] = sides;
  return sides.size === 1 ? side : undefined;
}
