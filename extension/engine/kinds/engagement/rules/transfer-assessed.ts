import { isFilled } from '../../../resolve/is-filled.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { listed, listSaid, quoted } from '../../../values/say.ts';
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
    const section = document.sections.get('data');
    const without: string[] = [];
    for (const row of section?.rows ?? []) {
      const name = nameOfRow(row);
      const { assessed, transfer_tool } = row.cells;
      if (name === undefined || !asksForAssessment(row) || isFilled(assessed)) continue;
      // Of what must be assessed before it is handed over ENG021 speaks.
      if (isAssessedFirst(row, view)) continue;
      if (assessed === undefined) without.push(name);
      else {
        const tool = listed(transfer_tool!.value!, 'transfer_tool');
        report.missing(assessed, 'cell', { data: quote(name), tool });
      }
    }
    if (section === undefined || without.length === 0) return;
    report.missing(section, 'column', { data: listSaid(without.map((name) => quoted(quote(name)))) });
  },
});
