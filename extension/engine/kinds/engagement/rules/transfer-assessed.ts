import { lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { defineRule } from '../../../rules/define.ts';
import { listed } from '../../../values/say.ts';
import { asksForAssessment } from '../transfer.ts';
import { isAssessedFirst } from '../guarded-data.ts';

export default defineRule({
  code: 'LAW009',
  name: 'transfer-assessed',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/phase',
      'engagement/Data.Data',
      'engagement/Data.Personal',
      'engagement/Data.Class',
      'engagement/Data.Transfer tool',
      'engagement/Data.Assessed',
    ],
    leavesTo: ['ENG021'],
    summary: 'Require an assessment of each transfer whose tool does not stand by itself',
    severity: 'info',
    scope: 'W',
    profiles: ['gdpr'],
    since: '0.1.0',
    source: 'based on EDPB Recommendations 01/2020 on measures that supplement transfer tools',
  },
  missing: {
    cell: {
      message:
        '"{{data}}" is transferred under {{tool}}, and nobody says when that was assessed: write the date.',
      ask: 'When was the transfer of "{{data}}" under {{tool}} last assessed?',
      how: 'Write the date into the column Assessed of Data.',
    },
    column: {
      message:
        'Data lacks the column "Assessed", and the transfer of {{data}} must be assessed: add it, with the date.',
      ask: 'When was the transfer of {{data}} last assessed?',
      how: 'Add a column "Assessed" to Data, with the date.',
    },
  },
  document(document, view, report) {
    // Of what must be assessed before it is handed over ENG021 speaks.
    const asked = (document.sections.get('data')?.rows ?? []).filter(
      (row) => nameOfRow(row) !== undefined && asksForAssessment(row) && !isAssessedFirst(row, view),
    );
    const { cells, columns } = lackingIn(asked, 'assessed');
    for (const { row, cell } of cells) {
      const tool = listed(row.cells.transfer_tool!.value!, 'transfer_tool');
      report.missing(cell, 'cell', { data: nameSaid(row), tool });
    }
    for (const { section, rows } of columns) report.missing(section, 'column', { data: namesSaid(rows) });
  },
});
