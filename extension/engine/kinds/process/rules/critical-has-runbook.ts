import { isFilled } from '../../../resolve/is-filled.ts';
import { namesMeant } from '../../../resolve/names-meant.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { defineRule } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted } from '../../../values/say.ts';

export default defineRule({
  code: 'PRC006',
  name: 'critical-has-runbook',
  meta: {
    kinds: ['process'],
    reads: [
      'ownership-map/Components.Component',
      'ownership-map/Components.Runbook',
      'ownership-map/Components.Importance',
      'process/component',
    ],
    summary: 'Require a runbook, or a process, for each critical or important component',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC002'],
    since: '0.1.0',
  },
  missing: {
    cell: {
      message: '"{{component}}" is "{{importance}}" and has no runbook, and no process names it: write one.',
      ask: 'Where is it written what to do when "{{component}}" is down?',
      how: 'Write a link to its runbook into the column Runbook, or name the component behind "component:" in a process.',
    },
    column: {
      message:
        'Components lacks the column "Runbook", and no process names {{components}}, which the business depends on.',
      ask: 'Where is it written what to do without {{components}}?',
      how: 'Add a column "Runbook" with links, or name each component behind "component:" in a process.',
    },
  },
  engagement(view, report) {
    const served = new Set(view.documents.flatMap(({ keys }) => namesMeant(keys.component, view)));
    const seen = new Set<string>();
    for (const section of view.sections('components')) {
      const without: string[] = [];
      for (const row of section.rows) {
        const name = nameOfRow(row);
        // A component of two documents is one: DOC002 says that there are two.
        if (name === undefined || seen.has(foldName(name))) continue;
        seen.add(foldName(name));
        const { importance, runbook } = row.cells;
        if (!isWorthOne(importance?.value) || isFilled(runbook) || served.has(foldName(name))) continue;
        const component = quote(name);
        if (runbook === undefined) without.push(component);
        else report.missing(runbook, 'cell', { component, importance: quote(importance!.source.text) });
      }
      if (without.length > 0)
        report.missing(section, 'column', { components: listSaid(without.map((name) => quoted(name))) });
    }
  },
});

function isWorthOne(importance: string | undefined): boolean {
  return importance === 'critical' || importance === 'important';
}
