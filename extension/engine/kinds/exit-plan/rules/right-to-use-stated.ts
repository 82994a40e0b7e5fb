import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'EXT027',
  name: 'right-to-use-stated',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Handover items.Item',
      'exit-plan/Handover items.Kind',
      'exit-plan/Handover items.Belongs to',
      'exit-plan/Handover items.Right to use',
    ],
    summary: 'Require the right to use code and data that belong to somebody else',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    cell: {
      message:
        '"{{item}}" belongs to "{{owner}}", and nothing says by what right you may use it after the exit: write it.',
      ask: 'By what right may "{{item}}" of "{{owner}}" be used after the exit?',
      how: 'Write it into the column Right to use, for example licence without end.',
    },
    column: {
      message:
        'Handover items lacks the column "Right to use": write there by what right you may use {{items}} after the exit.',
      ask: 'By what right may {{items}} be used after the exit?',
      how: 'Add a column "Right to use", for example with licence without end.',
    },
  },
  document(document, view, report) {
    // What a plan for knowledge transfer hands over is work in progress, not an exit.
    if (document.kind === 'kt-plan') return;
    const rows = (document.sections.get('handover_items')?.rows ?? []).filter((row) => isOfOthers(row, view));
    const { cells, columns } = lackingIn(rows, 'right_to_use');
    for (const { row, cell } of cells) {
      const owner = quote(row.cells.belongs_to?.source.text ?? '');
      report.missing(cell, 'cell', { item: nameSaid(row), owner });
    }
    for (const { section, rows: its } of columns)
      report.missing(section, 'column', { items: namesSaid(its) });
  },
});

/** Whether it is code or data of the supplier, a subcontractor or a third party. */
function isOfOthers({ cells }: Row<'handover_items'>, view: View): boolean {
  const kind = cells.kind?.value?.word;
  const owner = view.who(cells.belongs_to)[0]?.target;
  return (kind === 'code' || kind === 'data') && owner !== undefined && owner.side !== 'client';
}
