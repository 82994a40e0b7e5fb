import type { FinalDate, Overview } from '../../engine/reports.ts';
import { joined, tooltipOf } from './row.ts';
import {
  creditsText,
  finalDateText,
  findingsText,
  questionsText,
  waitingText,
  whenText,
  type Wording,
} from './wording.ts';

/** Everything that is told of an engagement as a whole, as a list in Markdown. */
export function engagementTooltip(label: string, overview: Overview, wording: Wording): string {
  const { l10n } = wording;
  const { standing, credits, waiting } = overview;
  const { phase, client, supplier, next, passed, silence } = standing;
  const missing = overview.pillars.flatMap((pillar) => pillar.missing).map((kind) => wording.kindTitle(kind));
  const unstated = l10n.t('not stated');
  const lines = [
    l10n.t('Phase: {0}', phase === undefined ? unstated : wording.word('phase', phase)),
    l10n.t('Client: {0}', client ?? unstated),
    l10n.t('Supplier: {0}', supplier ?? unstated),
    ...passed.map((date) => l10n.t('Passed: {0}', dateText(date, wording))),
    next
      ? l10n.t('Next that cannot be undone: {0}', dateText(next, wording))
      : l10n.t('No date that cannot be undone follows from the documents'),
    silence && l10n.t('Silence commits {0}', wording.say(silence.said)),
    standing.overdue.length > 0
      ? l10n.t(
          'Overdue: {0} for the client, {1} for the supplier',
          standing.overdueClient,
          standing.overdueSupplier,
        )
      : l10n.t('Nothing is overdue'),
    ...credits.map(({ state, amount }) => creditsText(wording, state, amount)),
    ...waiting.map(({ on, count, longestDays }) => waitingText(wording, on, count, longestDays)),
    joined([
      findingsText(standing, wording),
      standing.questions > 0 ? questionsText(wording, standing.questions) : undefined,
    ]).replaceAll(' · ', ', '),
    missing.length > 0 ? l10n.t('Missing: {0}', missing.join(', ')) : undefined,
    ...standing.history.map((said) => l10n.t('History: {0}', wording.say(said))),
  ];
  return tooltipOf(label, lines);
}

function dateText(date: FinalDate, wording: Wording): string {
  return wording.l10n.t(
    '{0} {1} ({2})',
    date.date,
    finalDateText(wording, date),
    whenText(wording, date.daysLeft),
  );
}
