import type { Field } from '../../../model/document.ts';
import type { Named, View } from '../../../model/engagement.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'REC003',
  name: 'decided-by-the-right-person',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Decisions.Decision',
      'record/Decisions.Decided by',
      'ownership-map/Who decides.Decision',
      'ownership-map/Who decides.Decides',
      'ownership-map/Who decides.Goes to',
      'engagement/People.Party',
      'engagement/Teams.People',
    ],
    summary: 'Require a decision to be taken by who may take it',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    other:
      '"{{name}}" decided "{{decision}}", which "{{decides}}" decides: let them confirm it, or change who decides.',
  },
  engagement(view, report) {
    for (const { cells } of view.rows('decisions')) {
      const { decision, decided_by: by } = cells;
      const row = decision && view.find('who_decides', decision.source.text);
      if (!row) continue;
      const { decides, goes_to: goesTo } = row.cells;
      const may = [decides, goesTo].filter(isFilled).map((field) => namesIn(field, view));
      const did = namesIn(by, view);
      // Of a name that nobody has nobody can say that it is the wrong one.
      if (did === undefined || may.length === 0 || may.includes(undefined)) continue;
      const allowed = may.flatMap((names) => names!);
      if (did.some((one) => allowed.some((other) => standsFor(one, other, view)))) continue;
      report.wrong(
        by!,
        'other',
        {
          name: quote(by!.source.text),
          decision: quote(decision.source.text),
          decides: quote((isFilled(decides) ? decides : goesTo)!.source.text),
        },
        { related: [{ at: row.cells.decision!, message: say('who decides') }] },
      );
    }
  },
});

/** Undefined where one of the names is nobody's, or the value does not read. */
function namesIn(field: Field | undefined, view: View): readonly Named[] | undefined {
  if (field?.state !== 'read') return undefined;
  const names = view.who(field).map(({ target }) => target);
  return names.includes(undefined) ? undefined : (names as Named[]);
}

/** Whether somebody decides as another one: who is in a team, or on the side of a party, speaks for it. */
function standsFor(one: Named, other: Named, view: View): boolean {
  if (other.is === 'party') return other.side !== undefined && one.side === other.side;
  if (one.is === 'party' || one.name === other.name) return one.name === other.name;
  return other.is === 'team' && one.is === 'person' && view.teamsOf(one.row).includes(other.row);
}
