import type { Field, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { catalogue } from '../../model/generated/catalogue.ts';
import type { Every, IsoDate } from '../../model/value.ts';
import { fold, foldName } from '../../values/fold.ts';
import { plannedPhases } from '../exit-plan/planned-phases.ts';
import { say } from '../../values/say.ts';
import type { Said } from '../../model/said.ts';

/** One place that says when a deliverable is due. */
export interface Statement {
  readonly name: string;
  /** The value that says it. */
  readonly due: Field;
  /** Of a milestone or a phase; undefined where it does not resolve, or where `due` is a length. */
  readonly day: () => IsoDate | undefined;
  /** Whether `due` is a length from the end of a period. */
  readonly isLength: boolean;
  readonly every: Field<Every> | undefined;
  /** What this place is, for the other one's finding. */
  readonly where: Said;
}

/**
 * Milestones, reports, names in Phases.Delivers and `report_due` by the deliverable they speak of
 * (rules.md KPI016). Two rows of one section of one document are left to DOC002.
 */
export function deliverablesIn(view: View): ReadonlyMap<string, readonly Statement[]> {
  const deliverables = new Map<string, Statement[]>();
  const add = (statement: Statement): void => {
    const key = foldName(statement.name);
    const known = deliverables.get(key);
    if (!known) deliverables.set(key, [statement]);
    else if (!known.some((other) => isSameSection(other.due, statement.due))) known.push(statement);
  };
  for (const row of view.rows('milestones')) {
    const { milestone, due } = row.cells;
    if (milestone?.state === 'read' && due?.state === 'read') {
      add({
        name: milestone.source.text,
        due,
        day: () => view.dayOf(due),
        isLength: false,
        every: undefined,
        where: say('the milestone'),
      });
    }
  }
  for (const row of view.rows('reports')) {
    const { report, due, every } = row.cells;
    if (report?.state === 'read' && due?.state === 'read') {
      add({ name: report.source.text, due, day: noDay, isLength: true, every, where: say('the report') });
    }
  }
  for (const statement of deliveredByPhases(view))
    if (deliverables.has(foldName(statement.name))) add(statement);
  for (const statement of reportsOfLevels(view, deliverables)) add(statement);
  return deliverables;
}

/** Names in Phases.Delivers, due on the last day of their phase. */
function deliveredByPhases(view: View): readonly Statement[] {
  return view.sections('phases').flatMap((section) => {
    const { plan } = plannedPhases(section, view);
    return section.rows.flatMap((row: Row<'phases'>, i) => {
      const { delivers } = row.cells;
      if (delivers?.state !== 'read') return [];
      const day = (): IsoDate | undefined => plan.dates[i]?.last;
      const names = delivers.source.text.split(/[,;\n]/).map((name) => name.trim());
      return names.map((name) => ({
        name,
        due: delivers as Field,
        day,
        isLength: false,
        every: undefined,
        where: say('the phase that delivers it'),
      }));
    });
  });
}

/** `report_due` of an SLA, as the report named after the document or after its Service levels. */
function reportsOfLevels(
  view: View,
  reports: ReadonlyMap<string, readonly Statement[]>,
): readonly Statement[] {
  const sectionNames: ReadonlySet<string> = new Set(catalogue.sections.service_levels.aliases);
  return view.documents.flatMap((document) => {
    const due = document.keys.report_due;
    if (due?.state !== 'read') return [];
    const named = [...reports.values()]
      .flat()
      .find(
        ({ name, isLength }) =>
          isLength && (foldName(name) === foldName(document.title) || sectionNames.has(fold(name))),
      );
    if (!named) return [];
    return [
      {
        name: named.name,
        due,
        day: noDay,
        isLength: true,
        every: undefined,
        where: say('{{key}}', { key: 'report_due' }),
      },
    ];
  });
}

function noDay(): undefined {
  return undefined;
}

function isSameSection(a: Field, b: Field): boolean {
  return a.document === b.document && a.row?.section.key === b.row?.section.key;
}
