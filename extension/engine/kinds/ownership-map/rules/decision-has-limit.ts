import type { Row } from '../../../model/document.ts';
import type { View, WhoReference } from '../../../model/engagement.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';

export default defineRule({
  code: 'OWN017',
  name: 'decision-has-limit',
  meta: {
    kinds: ['ownership-map'],
    reads: [
      'ownership-map/Who decides.Decision',
      'ownership-map/Who decides.Decides',
      'ownership-map/Who decides.Up to',
      'ownership-map/Who decides.Goes to',
      'engagement/importance',
      'engagement/sponsor_client',
      'engagement/sponsor_supplier',
    ],
    summary: 'Require a limit or a next instance for each decision',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    cell: {
      message:
        '"{{decision}}" has no limit and goes to nobody: say up to which amount, or who decides beyond.',
      ask: 'Up to which amount is "{{decision}}" decided there, and who decides beyond?',
      how: 'Write an amount into the column Up to, a person into Goes to, or both.',
    },
    column: {
      message:
        'Who decides lacks the columns "Up to" and "Goes to": write there where {{decisions}} end, or go on.',
      ask: 'Up to which amount are these decided there, and who decides beyond: {{decisions}}?',
      how: 'Add a column "Up to" with an amount, or "Goes to" with a person.',
    },
  },
  engagement(view, report) {
    const { importance, sponsor_client: client, sponsor_supplier: supplier } = view.lead?.keys ?? {};
    if (importance?.value !== 'critical') return;
    const sponsors = new Set([client, supplier].flatMap((field) => view.who(field).map(nameOf)));
    const open = view.rows('who_decides').filter((row) => isOpen(row) && !isTop(row, sponsors, view));
    const goes = lackingIn(open, 'goes_to');
    const { cells, columns } = lackingIn(
      goes.columns.flatMap(({ rows }) => rows),
      'up_to',
    );
    for (const { row, cell } of [...goes.cells, ...cells]) {
      report.missing(row.cells.up_to ?? cell, 'cell', { decision: nameSaid(row) });
    }
    for (const { section, rows } of columns)
      report.missing(section, 'column', { decisions: namesSaid(rows) });
  },
});

function isOpen({ cells }: Row<'who_decides'>): boolean {
  return !isFilled(cells.up_to) && !isFilled(cells.goes_to);
}

/** Whether nobody stands above: a sponsor or a party decides, or nobody that is known. */
function isTop({ cells }: Row<'who_decides'>, sponsors: ReadonlySet<string>, view: View): boolean {
  const known = view.who(cells.decides).filter(({ target }) => target !== undefined);
  return known.length === 0 || known.some((one) => one.target?.is === 'party' || sponsors.has(nameOf(one)));
}

function nameOf({ target, text }: WhoReference): string {
  return target?.name ?? text;
}
