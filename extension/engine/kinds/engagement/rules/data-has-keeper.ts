import { lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { isGuarded } from '../guarded-data.ts';

export default defineRule({
  code: 'ENG022',
  name: 'data-has-keeper',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/Data.Data',
      'engagement/Data.Personal',
      'engagement/Data.Class',
      'engagement/Data.Component',
      'ownership-map/Components.Component',
    ],
    summary: 'Require the component in which sensitive data are kept',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    cell: {
      message:
        'No component keeps "{{data}}": name under Component the one in which they lie, so that somebody answers for them.',
      ask: 'In which component do "{{data}}" lie?',
      how: 'Write the name of a component into the column Component.',
    },
    column: {
      message: 'Data lacks the column "Component": name there in which component {{data}} lie.',
      ask: 'In which components do {{data}} lie?',
      how: 'Add a column "Component" with the name of a component for each.',
    },
  },
  engagement(view, report) {
    if (view.rows('components').length === 0) return;
    const { cells, columns } = lackingIn(view.rows('data').filter(isGuarded), 'component');
    for (const { row, cell } of cells) report.missing(cell, 'cell', { data: nameSaid(row) });
    for (const { section, rows } of columns) report.missing(section, 'column', { data: namesSaid(rows) });
  },
});
