import type { Row } from '../../../model/document.ts';
import { defineFact } from '../../../rules/define.ts';
import { plannedPhases } from '../planned-phases.ts';
import { listSaid, say } from '../../../values/say.ts';
import type { Said } from '../../../model/said.ts';
import { durationSaid } from '../../../values/length-said.ts';

export default defineFact({
  name: 'phase-dates',
  kinds: ['exit-plan', 'kt-plan'],
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
  summary: 'The last day of each phase of the exit, or of passing on knowledge',
  asOf: false,
  compute(view) {
    return view.sections('phases').flatMap((section) => {
      const { plan, rows, names } = plannedPhases(section, view);
      return section.rows.flatMap((row, index) => {
        const dates = plan.dates[index];
        const planned = rows[index];
        if (dates === undefined || planned?.takes === undefined) return [];
        const { start, last } = dates;
        const why = reason(
          row,
          planned.after.map((place) => names[place] ?? ''),
        );
        const how = say('It begins on {{start}}, {{why}}, and takes {{length}}: its last day is {{last}}.', {
          start,
          why,
          length: durationSaid(planned.takes),
          last,
        });
        return [{ at: row, value: last, how, data: { start } }];
      });
    });
  },
});

function reason({ cells }: Row<'phases'>, after: readonly string[]): Said {
  if (cells.starts?.value !== undefined) return say('as Starts says');
  if (after.length === 0) return say('the last day to start leaving');
  const phases = after.map((name) => `"${name}"`);
  return after.length === 1
    ? say('when {{phase}} is over', { phase: phases.join('') })
    : say('when {{phases}} are over', { phases: listSaid(phases) });
}
