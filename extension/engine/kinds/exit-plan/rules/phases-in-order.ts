import { compareDates } from '../../../calendar/plain-date.ts';
import { compareLengths } from '../../../resolve/compared-lengths.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { timelineOf } from '../../../resolve/terms.ts';
import type { Section } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { plannedPhases } from '../planned-phases.ts';
import { say, listSaid, quoted } from '../../../values/say.ts';

const messages = {
  circle: 'The phases {{phases}} wait for each other: take one of the names out of After.',
  itself: '"{{phase}}" waits for itself: take its name out of After.',
  tooEarly:
    '"{{starts}}" begins "{{phase}}" on {{start}}, before "{{before}}" is over, which lasts until {{last}}: begin later, or take "{{before}}" out of After.',
  tooLate:
    '"{{takes}}" makes "{{phase}}" last from {{start}} until {{last}}, and the handover must be over by {{deadline}}: begin it earlier, or make it shorter.',
  parallel:
    'The parallel run ("{{parallel}}") is longer than the whole handover ("{{handover}}"): it is a part of it, so shorten it or allow the handover more time.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'EXT004',
  name: 'phases-in-order',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Phases.Starts',
      'exit-plan/Phases.Takes',
      'exit-plan/Phases.After',
      'exit-plan/parallel_run',
      'exit-plan/handover',
      'exit-plan/handover_ends',
      'exit-plan/prepare',
      'engagement/start',
      'engagement/end',
      'engagement/exit_help',
      'goals/Milestones.Due',
    ],
    summary: 'Require phases that can follow each other and end in time',
    severity: 'error',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    for (const section of view.sections('phases')) checkPhases(section, view, report);
    for (const { keys } of view.documents) {
      const { parallel_run: parallel, handover } = keys;
      if (compareLengths(parallel, handover, view) !== 1) continue;
      const { later, earlier } = laterPlace(parallel!, handover!);
      const message = earlier === handover ? say('the handover') : say('the parallel run');
      const data = { parallel: quote(parallel!.source.text), handover: quote(handover!.source.text) };
      report.wrong(later, 'parallel', data, { related: [{ at: earlier, message }] });
    }
  },
});

function checkPhases(section: Section<'phases'>, view: View, report: Report): void {
  const { rows } = section;
  const { plan, rows: planned, names } = plannedPhases(section, view);
  const nameAt = (index: number): string => names[index] ?? '';
  for (const circle of plan.circles) {
    const last = Math.max(...circle);
    const { after } = rows[last]!.cells;
    const related = circle
      .filter((index) => index !== last)
      .map((index) => ({
        at: rows[index]!.cells.after!,
        message: say('"{{name}}" waits in the same circle', { name: nameAt(index) }),
      }));
    if (circle.length === 1) report.wrong(after!, 'itself', { phase: nameAt(last) });
    else {
      const phases = listSaid(circle.map((index) => quoted(nameAt(index))));
      report.wrong(after!, 'circle', { phases }, { related });
    }
  }
  for (const phase of new Set(plan.tooEarly.map((each) => each.phase))) {
    const { starts } = rows[phase]!.cells;
    const before = plan.tooEarly
      .filter((each) => each.phase === phase)
      .map(({ after }) => ({ name: nameAt(after), last: plan.dates[after]?.last ?? '', row: rows[after]! }))
      .sort((a, b) => compareDates(b.last, a.last));
    const data = {
      starts: quote(starts!.source.text),
      phase: nameAt(phase),
      start: planned[phase]?.starts ?? '',
      before: before[0]!.name,
      last: before[0]!.last,
    };
    report.wrong(starts!, 'tooEarly', data, {
      related: before.map(({ name, last, row }) => ({
        at: row.cells.takes!,
        message: say('"{{name}}" lasts until {{day}}', { name, day: last }),
      })),
    });
  }
  const { handoverDeadline: deadline } = timelineOf(view, section.document);
  for (const phase of plan.tooLate) {
    const { takes } = rows[phase]!.cells;
    const { start = '', last = '' } = plan.dates[phase] ?? {};
    report.wrong(takes!, 'tooLate', {
      takes: quote(takes!.source.text),
      phase: nameAt(phase),
      start,
      last,
      deadline: deadline ?? '',
    });
  }
}
