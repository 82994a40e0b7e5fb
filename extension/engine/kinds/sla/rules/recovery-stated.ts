import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { columnOf, lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { columnTitle, say } from '../../../values/say.ts';

const missing = {
  row: {
    message:
      '"{{service}}" is critical, and nothing says how fast it recovers: add a row to Recovery with RTO and RPO.',
    ask: 'How fast must "{{service}}" be back after a disaster, and how much data may be lost?',
    how: 'Add a row to Recovery: the service, the RTO, for example 4 hours, and the RPO, for example 15 minutes.',
  },
  cell: {
    message: '"{{service}}" is critical, and its {{column}} is empty: write a length, or none.',
    ask: 'What is the {{column}} of "{{service}}"?',
    how: 'Write a length into the column {{column}} of Recovery, for example 4 hours, or none.',
  },
  column: {
    message: 'Recovery lacks the column "{{column}}": write there a length for {{services}}.',
    ask: 'What is the {{column}} of {{services}}?',
    how: 'Add a column "{{column}}" to Recovery, for example with 4 hours.',
  },
} as const;

export default defineRule({
  code: 'SLA028',
  name: 'recovery-stated',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Services.Service',
      'sla/Services.Importance',
      'sla/Recovery.Service',
      'sla/Recovery.RTO',
      'sla/Recovery.RPO',
      'ownership-map/Components.Component',
      'ownership-map/Components.Importance',
    ],
    summary: 'Require that the recovery of each critical service is stated',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC003', 'DOC020'],
    looksIn: ['recovery'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(3)(c): contingency plans',
  },
  missing,
  engagement(view, report) {
    const critical = view.rows('services').filter((row) => isCritical(row, view));
    const recoveries = critical.map((service) => ({ service, rows: recoveriesOf(service, view) }));
    // A name that nobody has may be meant for any of them.
    const isNameOpen = view
      .rows('recovery')
      .some(({ cells }) => view.named(cells.service).some(({ target }) => target === undefined));
    for (const { service, rows } of recoveries)
      if (rows.length === 0 && !isNameOpen) sayRow(service, view, report);
    for (const column of ['rto', 'rpo'] as const) {
      const open = recoveries.flatMap(({ rows }) =>
        rows.some(({ cells }) => isFilled(cells[column])) ? [] : rows.slice(0, 1),
      );
      const { cells, columns } = lackingIn(open, column);
      for (const { row, cell } of cells) {
        const data = { service: nameSaid(row), column: columnTitle(cell.spec, row.section.spec) };
        report.missing(cell, 'cell', data);
      }
      for (const { section, rows } of columns) {
        const title = columnTitle(columnOf(section, column), section.spec);
        report.missing(section, 'column', { column: title, services: namesSaid(rows) });
      }
    }
  },
});

/** A service is critical by its Importance, without one where a component of its name is. */
function isCritical({ cells }: Row<'services'>, view: View): boolean {
  const { importance, service } = cells;
  if (isFilled(importance)) return importance?.value === 'critical';
  const component = view.find('components', service?.source.text ?? '');
  return component?.cells.importance?.value === 'critical';
}

function recoveriesOf(service: Row<'services'>, view: View): readonly Row<'recovery'>[] {
  return view
    .rows('recovery')
    .filter(({ cells }) => view.named(cells.service).some(({ target }) => target === service));
}

function sayRow(
  row: Row<'services'>,
  view: View,
  report: Reporter<Record<never, never>, typeof missing>,
): void {
  const name = nameOfRow(row);
  if (name === undefined) return;
  const own = row.section.document;
  const home = own.sections.get('recovery') ?? view.sections('recovery')[0];
  const title = say('Add the row');
  const added = home ? { service: name } : { service: name, rto: '', rpo: '' };
  const fix = addRows(title, home?.document ?? own, 'recovery', [added]);
  report.missing(
    home ?? kindOf(own),
    'row',
    { service: nameSaid(row) },
    { related: [{ at: row.cells.service!, message: say('the service') }], fixes: fix ? [fix] : [] },
  );
}
