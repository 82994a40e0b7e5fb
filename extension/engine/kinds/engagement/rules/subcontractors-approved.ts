import type { Field, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { addTo } from '../../../values/add-to.ts';
import { lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { defineRule, type RelatedAt } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'ENG009',
  name: 'subcontractors-approved',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/Subcontractors.Approved',
      'engagement/Subcontractors.Subcontractor',
      'engagement/People.Party',
      'engagement/Teams.Party',
      'ownership-map/Components.Component',
      'ownership-map/Components.Does the work',
    ],
    summary: 'Require the approval of subcontractors whose people do work',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    since: '0.1.0',
    source:
      'based on Regulation (EU) 2022/2554 Art. 30(2)(a): whether and how critical work may be subcontracted',
  },
  messages: {
    refused:
      '"{{subcontractor}}" does work, and Approved says "{{approved}}": approve it, or give its work to others.',
  },
  missing: {
    cell: {
      message: '"{{subcontractor}}" does work, and nobody has approved it: write the day under Approved.',
      ask: 'When was "{{subcontractor}}" approved as a subcontractor?',
      how: 'Write the day into the column Approved, or yes.',
    },
    column: {
      message:
        'Subcontractors lacks the column "Approved", and work is done by {{subcontractors}}: write there when each was approved.',
      ask: 'When were these approved as subcontractors: {{subcontractors}}?',
      how: 'Add a column "Approved" with the day on which the client approved each.',
    },
  },
  engagement(view, report) {
    const parties = workByRow(view);
    const working = view.rows('subcontractors').filter((row) => parties.has(row));
    for (const row of working) {
      const { approved } = row.cells;
      if (approved?.value !== false) continue;
      const data = { subcontractor: nameSaid(row), approved: quote(approved.source.text) };
      report.wrong(approved, 'refused', data, { related: workOf(parties.get(row)!) });
    }
    const { cells, columns } = lackingIn(working, 'approved');
    for (const { row, cell } of cells)
      report.missing(cell, 'cell', { subcontractor: nameSaid(row) }, { related: workOf(parties.get(row)!) });
    for (const { section, rows } of columns)
      report.missing(section, 'column', { subcontractors: namesSaid(rows) });
  },
});

/** The values that name each subcontractor as the Party of people, or as who does the work on a component. */
function workByRow(view: View): ReadonlyMap<Row, readonly Field[]> {
  const found = new Map<Row, Field[]>();
  const fields: readonly Field[] = [
    ...[...view.rows('people'), ...view.rows('teams')].flatMap(({ cells }) => cells.party ?? []),
    ...view.rows('components').flatMap(({ cells }) => cells.does_the_work ?? []),
  ];
  for (const field of fields) {
    for (const { target } of view.who(field)) {
      if (target?.is === 'subcontractor') addTo(found, target.row as Row, field); // equivalent: nobody else is asked for
    }
  }
  return found;
}

function workOf(fields: readonly Field[]): readonly RelatedAt[] {
  return fields.map((at) => ({ at, message: say('does work here') }));
}
