import type { GovernedDocument, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { dayOf } from '../../../resolve/glob-history.ts';
import { isApproved, isApprovedBy } from '../../../resolve/signed-side.ts';
import { defineRule } from '../../../rules/define.ts';
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
  messages: {
    moved:
      '"{{milestone}}" moved from {{from}} to {{to}} in {{count}} {{count|commit|commits}} without both parties: sign it, or record the change.',
    lost: '"{{milestone}}" lost "{{words}}" on {{day}} without both parties: put it back, sign it, or record the change.',
    gone: '"{{milestone}}" was taken out on {{day}} and never done: put it back, sign it, or record the change.',
  },
  needsHistory: (view) => documentsIn(view).length > 0,
  needsTexts: (view) => documentsIn(view).map(({ path }) => path),
  engagement(view, report) {
    const { history } = view;
    if (history?.kind !== 'read') return; // equivalent: without one no version is known
    const day = ({ commit = 0 }: Version): IsoDate => dayOf(history.commits.committed[commit] ?? 0);
    for (const document of documentsIn(view)) {
      const versions = versionsOf(document, view) ?? [];
      for (const one of milestonesIn(versions, view)) {
        const milestone = quote(one.name);
        const isOpen = (weakening: Weakening): boolean =>
          !isSigned(weakening, versions, document, view) &&
          !isRecorded(one, day(weakening.before), document, view);
        const moves = one.moves.filter(isOpen);
        const losses = one.losses.filter(isOpen);
        const { due, accepted_when: when, milestone: name } = one.row.cells;
        if (one.gone) {
          const section = document.sections.get('milestones');
          if (section && isOpen(one.gone) && !isElsewhere(one, view))
            report.wrong(section, 'gone', { milestone, day: day(one.gone.version) });
          continue;
        }
        if (moves.length >= (putsLiveCritical(one.row, view) ? 1 : movesAtLeast))
          report.wrong(due!, 'moved', {
            milestone,
            from: moves[0]!.from,
            to: moves.at(-1)!.to,
            count: String(moves.length),
          });
        const last = losses.at(-1);
        if (last) {
          const words = [...new Set(losses.flatMap((loss) => loss.words))].join(' ');
          report.wrong(when ?? name!, 'lost', { milestone, words: quote(words), day: day(last.version) });
        }
      }
    }
  },
});

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

/** Whether it stands in another document now. */
function isElsewhere({ name }: MilestoneHistory, view: View): boolean {
  return view.find('milestones', name) !== undefined;
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
