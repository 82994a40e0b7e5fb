import type { View } from '../../../model/engagement.ts';
import { lackingIn, nameSaid } from '../../../resolve/lacking-in.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { personalData } from '../../../resolve/personal-data.ts';
import { defineRule, type RelatedAt } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { joined, quoted, say } from '../../../values/say.ts';

export default defineRule({
  code: 'LAW004',
  name: 'subprocessor-authorised',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/Subcontractors.Subcontractor',
      'engagement/Subcontractors.Approved',
      'engagement/Data.Personal',
      'engagement/People.Party',
      'engagement/Teams.Party',
    ],
    summary: 'Require the approval of each subcontractor where there is personal data',
    severity: 'warning',
    scope: 'X',
    profiles: ['gdpr'],
    since: '0.1.0',
    source: 'Regulation (EU) 2016/679 Art. 28(2) and 28(4)',
  },
  messages: {
    refused:
      '"{{approved}}": "{{subcontractor}}" is not approved, and its people work here while there is personal data: approve it, or end its work.',
  },
  missing: {
    cell: {
      message:
        'Nothing says that the client has approved "{{subcontractor}}", and there is personal data: write the date, yes or no.',
      ask: 'When did the client approve "{{subcontractor}}"?',
      how: 'Write the date, yes or no into the column Approved of Subcontractors.',
    },
    column: {
      message:
        'Subcontractors lacks the column "Approved", and there is personal data: say when the client approved {{subcontractors}}.',
      ask: 'When did the client approve each subcontractor?',
      how: 'Add a column "Approved" to Subcontractors, with the date, yes or no.',
    },
  },
  engagement(view, report) {
    if (personalData(view).length === 0) return;
    const named = view.rows('subcontractors').filter((row) => nameOfRow(row) !== undefined); // equivalent: who has no name lacks nothing and works nowhere
    const { cells, columns } = lackingIn(named, 'approved');
    for (const { row, cell } of cells) report.missing(cell, 'cell', { subcontractor: nameSaid(row) });
    for (const { section, rows } of columns) {
      const names = rows.map((row) => quoted(nameSaid(row)));
      report.missing(section, 'column', { subcontractors: joined(names, ', ') });
    }
    for (const row of named) {
      const { approved } = row.cells;
      const related = approved?.value === false ? placesOf(nameOfRow(row)!, view) : [];
      if (related.length === 0) continue;
      const data = { approved: quote(approved!.source.text), subcontractor: nameSaid(row) };
      report.wrong(approved!, 'refused', data, { related });
    }
  },
});

/** Where a person or a team is of the subcontractor. */
function placesOf(subcontractor: string, view: View): readonly RelatedAt[] {
  return [...view.rows('people'), ...view.rows('teams')].flatMap(({ cells: { party } }) => {
    const target = view.who(party)[0]?.target;
    const isOf = target?.is === 'subcontractor' && target.name === subcontractor;
    return party !== undefined && isOf ? [{ at: party, message: say('its people work here') }] : [];
  });
}
