import { lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { isAssessedFirst } from '../guarded-data.ts';

export default defineRule({
  code: 'ENG021',
  name: 'data-assessed-first',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/phase',
      'engagement/Data.Data',
      'engagement/Data.Personal',
      'engagement/Data.Class',
      'engagement/Data.Assessed',
    ],
    summary: 'Require an assessment of sensitive data before they are handed over',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'gdpr'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2016/679 Art. 32 and 35: risk is assessed before processing begins',
  },
  missing: {
    cell: {
      message:
        'Nobody has assessed what the supplier may do with "{{data}}": do it, and write the day under Assessed.',
      ask: 'When was assessed what could go wrong with "{{data}}" at the supplier?',
      how: 'Write the day into the column Assessed.',
    },
    column: {
      message:
        'Data lacks the column "Assessed": write there when it was assessed what may go wrong with {{data}}.',
      ask: 'When was assessed what could go wrong at the supplier with {{data}}?',
      how: 'Add a column "Assessed" with the day of the assessment.',
    },
  },
  engagement(view, report) {
    const { cells, columns } = lackingIn(
      view.rows('data').filter((row) => isAssessedFirst(row, view)),
      'assessed',
    );
    for (const { row, cell } of cells) report.missing(cell, 'cell', { data: nameSaid(row) });
    for (const { section, rows } of columns) report.missing(section, 'column', { data: namesSaid(rows) });
  },
});
