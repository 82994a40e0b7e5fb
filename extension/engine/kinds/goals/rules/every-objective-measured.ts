import type { GovernedDocument, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { defineRule, type At } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { areKpisRead } from '../known-kpis.ts';

export default defineRule({
  code: 'KPI005',
  name: 'every-objective-measured',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/Objectives.Objective',
      'goals/KPIs.Objective',
      'goals/KPIs.KPI',
      'sla/Service levels.Serves',
    ],
    summary: 'Require a KPI or a service level for each objective',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC003', 'DOC020', 'DOC028'],
    looksIn: ['kpis', 'service_levels'],
    since: '0.1.0',
  },
  missing: {
    kpi: {
      message:
        'No KPI and no service level measures "{{objective}}": say by which figure you see that it is reached.',
      ask: 'By which figure would you see that "{{objective}}" is reached?',
      how: 'Add a row to KPIs with "{{objective}}" as its objective, or name it under Serves of a service level.',
    },
  },
  engagement(view, report) {
    if (isLinkOpen(view)) return;
    const fields = [
      ...view.rows('kpis').map(({ cells }) => cells.objective),
      ...view.rows('service_levels').map(({ cells }) => cells.serves),
    ];
    const measured = new Set(fields.flatMap((field) => view.named(field).map(({ target }) => target)));
    for (const row of view.rows('objectives')) {
      const name = nameOfRow(row);
      if (name === undefined || measured.has(row as Row)) continue;
      const { document } = row.section;
      const title = say('Add a KPI for "{{objective}}"', { objective: name });
      const fix = addRows(title, document, 'kpis', [{ objective: name }]);
      report.missing(
        placeIn(document),
        'kpi',
        { objective: quote(name) },
        { related: [{ at: row.cells.objective!, message: say('the objective') }], fixes: fix ? [fix] : [] },
      );
    }
  },
});

/**
 * Whether something may measure any of the objectives: a KPI that names none, of which DOC028 speaks, or a name that
 * nobody has, of which DOC003 does.
 */
function isLinkOpen(view: View): boolean {
  const kpis = view.rows('kpis').map(({ cells }) => cells.objective);
  if (!areKpisRead(view) || kpis.some((field) => !isFilled(field))) return true;
  const levels = view.rows('service_levels').map(({ cells }) => cells.serves);
  return [...kpis, ...levels].some((field) => view.named(field).some(({ target }) => target === undefined));
}

function placeIn(document: GovernedDocument): At {
  return document.sections.get('kpis') ?? kindOf(document);
}
