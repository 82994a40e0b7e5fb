import type { Field, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { sidesOf } from '../../../resolve/sides.ts';
import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { addTo } from '../../../values/add-to.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { listed, listSaid, say } from '../../../values/say.ts';

/** What both sides need one tool for (rules.md CMM005). */
const purposes = ['issue tracking', 'chat', 'documentation', 'code', 'incident'] as const;

export default defineRule({
  code: 'CMM005',
  name: 'tools-shared',
  meta: {
    kinds: ['communication-plan'],
    reads: [
      'communication-plan/Tools.Purpose',
      'communication-plan/Tools.Tool',
      'communication-plan/Tools.Used by',
      'engagement/Meetings.Meeting',
      'engagement/People.Party',
      'engagement/Teams.Party',
    ],
    summary: 'Require a tool that both sides use for each purpose',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC028', 'DOC020'],
    looksIn: ['tools'],
    since: '0.1.0',
  },
  messages: {
    apart: 'No tool for "{{purpose}}" is used by both sides: agree on one, and give both access to it.',
  },
  missing: {
    purposes: {
      message: 'No tool is named for {{purposes}}: say for each which one both sides use.',
      ask: 'Which tools do both sides use for {{purposes}}?',
      how: 'Add a row under Tools for each, with the purpose, the tool and who uses it.',
    },
  },
  engagement(view, report) {
    const rows = view.rows('tools');
    for (const its of toolsByPurpose(rows).values()) {
      if (its.some((row) => mayBeShared(row, view))) continue;
      const [first, ...others] = its.map(({ cells }) => cells.used_by!);
      let last: Field = first!;
      for (const field of others) last = laterPlace(last, field).later;
      report.wrong(
        last,
        'apart',
        { purpose: quote(its[0]!.cells.purpose!.source.text) },
        {
          related: [first!, ...others]
            .filter((field) => field !== last)
            .map((at) => ({ at, message: say('used for the same purpose') })),
        },
      );
    }
    const document = view.documents.find((one) => isAskedOf(one, 'communication-plan'));
    // A tool of which the purpose is not said is DOC028's, and it may be any of them.
    if (!document || rows.some(({ cells }) => !isFilled(cells.purpose))) return;
    const found = new Set(rows.map(({ cells }) => wordMeantIn(cells.purpose)));
    const lacking = purposes.filter((purpose) => !found.has(purpose));
    if (lacking.length === 0) return;
    const section = document.sections.get('tools') ?? view.sections('tools')[0];
    const list = listSaid(
      lacking.map((purpose) => listed(purpose, 'tool_purpose')),
      'or',
    );
    report.missing(section ?? kindOf(document), 'purposes', { purposes: list });
  },
});

function toolsByPurpose(rows: readonly Row<'tools'>[]): ReadonlyMap<string, readonly Row<'tools'>[]> {
  const found = new Map<string, Row<'tools'>[]>();
  for (const row of rows) {
    const { purpose } = row.cells;
    if (purpose?.value !== undefined) addTo(found, foldName(purpose.value), row);
  }
  return found;
}

/** Whether both sides use it: whoever is not named, or not known, may be on the other side. */
function mayBeShared({ cells: { used_by: usedBy } }: Row<'tools'>, view: View): boolean {
  const { sides, isWhole } = sidesOf(usedBy, view);
  return !isWhole || sides.size === 2;
}
