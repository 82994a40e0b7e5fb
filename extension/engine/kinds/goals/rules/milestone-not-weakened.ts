import type { GovernedDocument, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { dayOf } from '../../../resolve/glob-history.ts';
import { isApproved, isApprovedBy } from '../../../resolve/signed-side.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { linkedChanges } from '../../record/approved-changes.ts';
import {
  milestonesIn,
  versionsOf,
  type MilestoneHistory,
  type Version,
  type Weakening,
} from '../milestone-history.ts';

/** Who moves one again has made a habit of it; one on which a critical component goes live is not to be moved at all. */
const movesAtLeast = 2;

const messages = {
  moved:
    '"{{milestone}}" moved from {{from}} to {{to}} in {{count}} {{count|commit|commits}} without both parties: sign it, or record the change.',
  lost: '"{{milestone}}" lost "{{words}}" on {{day}} without both parties: put it back, sign it, or record the change.',
  gone: '"{{milestone}}" was taken out on {{day}} and never done: put it back, sign it, or record the change.',
} as const;

export default defineRule({
  code: 'KPI018',
  name: 'milestone-not-weakened',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/Milestones.Milestone',
      'goals/Milestones.Due',
      'goals/Milestones.Accepted when',
      'goals/Milestones.Done',
      'goals/Milestones.Status',
      'goals/Milestones.Owner',
      'goals/Milestones.Puts live',
      'ownership-map/Components.Importance',
      'record/Changes.What',
      'record/type',
      'record/held',
      'record/outcome',
      'record/status',
      'signoff/document',
      'signoff/digest',
      'signoff/party',
      'signoff/means',
      '*/formerly',
      'file/text',
      'git/log',
    ],
    summary: 'Forbid to move, drop or weaken a milestone without both parties',
    severity: 'warning',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  needsHistory: (view) => documentsIn(view).length > 0,
  needsTexts: (view) => documentsIn(view).map(({ path }) => path),
  engagement(view, report) {
    for (const document of documentsIn(view)) {
      const versions = versionsOf(document, view) ?? [];
      for (const milestone of milestonesIn(versions, view)) {
        const open = withoutAgreed(milestone, versions, document, view);
        if (milestone.gone) sayGone(open, document, view, report);
        else sayWeakened(open, view, report);
      }
    }
  },
});

type Say = Reporter<typeof messages, Record<never, never>>;

/** What is left of it once what both parties have agreed to is taken away. */
function withoutAgreed(
  milestone: MilestoneHistory,
  versions: readonly Version[],
  document: GovernedDocument,
  view: View,
): MilestoneHistory {
  const isOpen = (weakening: Weakening): boolean =>
    !isSigned(weakening, versions, document, view) &&
    !isRecorded(milestone, dayIn(view, weakening.before), document, view);
  const { moves, losses, gone } = milestone;
  return {
    ...milestone,
    moves: moves.filter(isOpen),
    losses: losses.filter(isOpen),
    gone: gone && isOpen(gone) ? gone : undefined,
  };
}

function sayGone(
  { name, gone }: MilestoneHistory,
  document: GovernedDocument,
  view: View,
  report: Say,
): void {
  const section = document.sections.get('milestones');
  // In another document it went nowhere.
  if (!gone || !section || view.find('milestones', name) !== undefined) return;
  report.wrong(section, 'gone', { milestone: quote(name), day: dayIn(view, gone.version) });
}

function sayWeakened({ name, row, moves, losses }: MilestoneHistory, view: View, report: Say): void {
  const milestone = quote(name);
  const { due, accepted_when: when, milestone: named } = row.cells;
  if (moves.length >= (putsLiveCritical(row, view) ? 1 : movesAtLeast))
    report.wrong(due!, 'moved', {
      milestone,
      from: moves[0]!.from,
      to: moves.at(-1)!.to,
      count: String(moves.length),
    });
  const last = losses.at(-1);
  if (!last) return;
  const words = [...new Set(losses.flatMap((loss) => loss.words))].join(' ');
  report.wrong(when ?? named!, 'lost', { milestone, words: quote(words), day: dayIn(view, last.version) });
}

/** The day in UTC of the commit that made a version. */
function dayIn({ history }: View, { commit = 0 }: Version): IsoDate {
  return dayOf(history?.kind === 'read' ? (history.commits.committed[commit] ?? 0) : 0); // equivalent: where a version is known, the history is
}

/** Documents in force that hold milestones. */
function documentsIn({ documents }: View): readonly GovernedDocument[] {
  return documents.filter(({ sections }) => sections.has('milestones'));
}

function putsLiveCritical({ cells }: Row<'milestones'>, view: View): boolean {
  return view.named(cells.puts_live).some(({ target }) => {
    const component = view.rows('components').find((row) => row === target); // equivalent: each row once
    return component?.cells.importance?.value === 'critical';
  });
}

/** Whether both sides have approved what the document said from then on. */
function isSigned(
  { version }: Weakening,
  versions: readonly Version[],
  document: GovernedDocument,
  view: View,
): boolean {
  const signoffs = view.signoffsOf(document);
  if (signoffs.length === 0) return false; // equivalent: it spares the digests
  const since = versions.slice(version.at);
  return since.some((one) => {
    const digest = view.digestOf(one.document);
    return isApprovedBy(
      signoffs.filter(({ keys }) => keys.digest?.value === digest),
      view,
    );
  });
}

/** Whether a change that names it was agreed since the version before, in a record that both sides have approved. */
function isRecorded(
  { name }: MilestoneHistory,
  since: IsoDate,
  document: GovernedDocument,
  view: View,
): boolean {
  const called = foldName(name);
  return linkedChanges(view).some(({ row, of, words, held }) => {
    const named = foldName(words);
    return (
      of === document &&
      held >= since &&
      (named === called || named.startsWith(`${called},`)) &&
      isApproved(row.section.document, view)
    );
  });
}
