import type { Row } from '../../../model/document.ts';
import { defineFact } from '../../../rules/define.ts';
import { formatDuration } from '../../../values/format-value.ts';
import { plannedPhases } from '../planned-phases.ts';

export default defineFact({
  name: 'phase-dates',
  kinds: ['exit-plan'],
  reads: [
    'exit-plan/Phases.Starts',
    'exit-plan/Phases.Takes',
    'exit-plan/Phases.After',
    'exit-plan/prepare',
    'exit-plan/handover',
    'exit-plan/handover_ends',
    'engagement/start',
    'engagement/end',
    'engagement/exit_help',
    'goals/Milestones.Due',
  ],
  unit: 'date',
  summary: 'The last day of each phase of the exit',
  asOf: false,
  compute(view, { holidays }) {
    return view.sections('phases').flatMap((section) => {
      const { plan, rows, names } = plannedPhases(section, view, holidays);
      return section.rows.flatMap((row, index) => {
        const dates = plan.dates[index];
        const planned = rows[index];
        if (dates === undefined || planned?.takes === undefined) return [];
        const { start, last } = dates;
        const why = reason(
          row,
          planned.after.map((place) => names[place] ?? ''),
        );
        const how = `It begins on ${start}, ${why}, and takes ${formatDuration(planned.takes)}: its last day is ${last}.`;
        return [{ at: row, value: last, how, data: { start } }];
      });
    });
  },
});

function reason({ cells }: Row<'phases'>, after: readonly string[]): string {
  if (cells.starts?.value !== undefined) return 'as Starts says';
  if (after.length === 0) return 'the latest start of preparation';
  return `when ${after.map((name) => `"${name}"`).join(' and ')} ${after.length === 1 ? 'is' : 'are'} over`;
}
