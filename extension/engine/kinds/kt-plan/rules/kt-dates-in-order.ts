import type { GovernedDocument, Row, Section } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
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
  help: '"{{takes}}" makes "{{phase}}" last until {{last}}, after {{until}}, when the aftercare is over: shorten it, or make "aftercare" longer.',
  unsaid:
    '"{{takes}}" makes "{{phase}}" last until {{last}}, after {{until}}, when every topic must be accepted: begin it earlier, or, where it is aftercare, write its length into "aftercare".',
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
      'kt-plan/Topics.Topic',
      'kt-plan/Sessions.Topic',
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
    for (const session of view.rows('sessions')) checkSession(session, view, report);
    for (const document of view.documents) {
      const until = view.dayOf(document.keys.complete_by);
      if (until === undefined) continue;
      const phases = document.kind === 'kt-plan' ? document.sections.get('phases') : undefined;
      if (phases) checkPhases(phases, until, view, report);
      checkEnd(document, until, view, report);
    }
  },
});

/** Sessions may stand in a document of their own: the plan of the topic says by when they must be held. */
function checkSession({ cells, section }: Row<'sessions'>, view: View, report: Report): void {
  const { topic, planned } = cells;
  const { document } = view.named(topic)[0]?.target?.section ?? section;
  const [day, until] = [view.dayOf(planned), view.dayOf(document.keys.complete_by)];
  if (day === undefined || until === undefined || day <= until) return;
  const data = { planned: quote(planned!.source.text), until };
  report.wrong(planned!, 'session', data, { related: whenAccepted(document) });
}

function whenAccepted({ keys }: GovernedDocument): readonly RelatedAt[] {
  return [{ at: keys.complete_by!, message: say('when every topic must be accepted') }];
}

function checkPhases(section: Section<'phases'>, until: IsoDate, view: View, report: Report): void {
  const { plan, names } = plannedPhases(section, view);
  const { aftercare } = section.document.keys;
  const helpEnds = helpUntil(section.document, view);
  plan.dates.forEach((dates, i) => {
    if (dates === undefined) return;
    // What begins once everything is accepted is aftercare, and ends with it.
    const isAfter = dates.start >= until;
    const latest = isAfter ? helpEnds : until;
    if (latest === undefined || dates.last <= latest) return;
    const takes = section.rows[i]!.cells.takes!;
    const data = { takes: quote(takes.source.text), phase: names[i] ?? '', last: dates.last, until: latest };
    const related = whenAccepted(section.document);
    if (!isAfter) report.wrong(takes, 'phase', data, { related });
    else if (!isFilled(aftercare)) report.wrong(takes, 'unsaid', data, { related });
    else {
      const its = [{ at: aftercare!, message: say('how long the givers help afterwards') }];
      report.wrong(takes, 'help', data, { related: its });
    }
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
