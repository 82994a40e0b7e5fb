import type { Field } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { nameSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';

export default defineRule({
  code: 'OWN011',
  name: 'decision-has-next',
  meta: {
    kinds: ['ownership-map'],
    reads: [
      'ownership-map/Who decides.Decision',
      'ownership-map/Who decides.Up to',
      'ownership-map/Who decides.Goes to',
      'ownership-map/Who decides.Decides',
    ],
    summary: 'Require somebody else to decide beyond a limit',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    same: '"{{name}}" decides up to the limit already: name somebody else who decides beyond it.',
  },
  missing: {
    cell: {
      message: 'Nobody decides "{{decision}}" beyond "{{limit}}": name who does.',
      ask: 'Who decides "{{decision}}" beyond "{{limit}}"?',
      how: 'Write the key of a person into the column Goes to of Who decides.',
    },
    column: {
      message:
        'Who decides lacks the column "Goes to", and a limit is set for {{decisions}}: name who decides beyond it.',
      ask: 'Who decides beyond the limit: {{decisions}}?',
      how: 'Add a column "Goes to" to Who decides, with the key of a person.',
    },
  },
  document(document, view, report) {
    const section = document.sections.get('who_decides');
    const without: string[] = [];
    for (const row of section?.rows ?? []) {
      const { up_to: limit, goes_to: next, decides } = row.cells;
      const decision = nameSaid(row);
      if (isFilled(next)) {
        const same = sameName(next!, decides, view);
        if (!same) continue;
        const related = [{ at: decides!, message: say('decides up to the limit') }];
        report.wrong(partOf(next!, same.span), 'same', { name: quote(same.text) }, { related });
      } else if (limit?.state === 'read') {
        if (next === undefined) without.push(decision);
        else report.missing(next, 'cell', { decision, limit: quote(limit.source.text) });
      }
    }
    if (section && without.length > 0)
      report.missing(section, 'column', { decisions: listSaid(without.map(quoted)) });
  },
});

/** The first of the names, where all of them stand among those who decide already. */
function sameName(
  next: Field,
  decides: Field | undefined,
  view: View,
): ReturnType<View['who']>[number] | undefined {
  const deciding = new Set(view.who(decides).map(({ target }) => target?.name));
  const names = view.who(next);
  const isSame = names.every(({ target }) => target !== undefined && deciding.has(target.name));
  return isSame ? names[0] : undefined;
}
