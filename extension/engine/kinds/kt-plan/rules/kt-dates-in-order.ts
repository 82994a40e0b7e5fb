import type { GovernedDocument, Section } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { defineRule, type RelatedAt, type Reporter } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { plannedPhases } from '../../exit-plan/planned-phases.ts';
import { exitHelpEnds } from '../handover-end.ts';
import { helpUntil } from '../topics.ts';

const messages = {
  session:
    'The session of "{{planned}}" comes after {{until}}, when every topic must be accepted: hold it earlier, or move "complete_by".',
  phase:
    '"{{takes}}" makes "{{phase}}" last until {{last}}, after {{until}}, when every topic must be accepted: shorten it, or begin it earlier.',
  late: '"{{date}}" is after {{end}}, when the contract and its exit help are over: move it forward, or agree on longer help.',
  aftercare:
    '"{{aftercare}}" of aftercare lasts until {{last}}, and the contract and its exit help are over on {{end}}: shorten it, or agree on longer help.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'KTP010',
  name: 'kt-dates-in-order',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/Sessions.Planned',
      'exit-plan/Phases',
      'kt-plan/complete_by',
      'kt-plan/aftercare',
      'engagement/start',
      'engagement/end',
      'engagement/exit_help',
      'engagement/office_hours',
      'engagement/holidays',
      'goals/Milestones.Due',
    ],
    summary: 'Require sessions, phases and aftercare of a plan for knowledge transfer to end in time',
    severity: 'error',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    for (const document of view.documents) {
      const { complete_by: completeBy } = document.keys;
      const until = view.dayOf(completeBy);
      if (until === undefined) continue;
      const related = [{ at: completeBy!, message: say('when every topic must be accepted') }];
      for (const { cells } of document.sections.get('sessions')?.rows ?? []) {
        const { planned } = cells;
        const day = view.dayOf(planned);
        if (day === undefined || day <= until) continue;
        report.wrong(planned!, 'session', { planned: quote(planned!.source.text), until }, { related });
      }
      const phases = document.kind === 'kt-plan' ? document.sections.get('phases') : undefined;
      if (phases) checkPhases(phases, until, view, { report, related });
      checkEnd(document, until, view, report);
    }
  },
});

function checkPhases(
  section: Section<'phases'>,
  until: IsoDate,
  view: View,
  { report, related }: { readonly report: Report; readonly related: readonly RelatedAt[] },
): void {
  const { plan, names } = plannedPhases(section, view);
  const helpEnds = helpUntil(section.document, view);
  plan.dates.forEach((dates, i) => {
    // What begins once everything is accepted is aftercare, and ends with it.
    const isAfter = dates !== undefined && dates.start >= until && helpEnds !== undefined;
    if (dates === undefined || dates.last <= (isAfter ? helpEnds : until)) return;
    const takes = section.rows[i]!.cells.takes!;
    const data = { takes: quote(takes.source.text), phase: names[i] ?? '', last: dates.last, until };
    report.wrong(takes, 'phase', data, { related });
  });
}

/** Whether somebody must still help when the contract and the help after it are over. */
function checkEnd(document: GovernedDocument, until: IsoDate, view: View, report: Report): void {
  const lead = view.lead?.keys;
  const end = exitHelpEnds(view);
  const last = helpUntil(document, view) ?? until;
  if (end === undefined || last <= end) return;
  const { complete_by: completeBy, aftercare } = document.keys;
  const related = [
    { at: lead!.end!, message: say('the end of the contract') },
    ...(lead!.exit_help?.value === undefined
      ? []
      : [{ at: lead!.exit_help, message: say('the help after it') }]),
  ];
  if (until > end)
    report.wrong(completeBy!, 'late', { date: quote(completeBy!.source.text), end }, { related });
  else {
    const data = { aftercare: quote(aftercare!.source.text), last, end };
    report.wrong(aftercare!, 'aftercare', data, { related });
  }
}
