import type { DueItem } from '../../engine/index.ts';
import { fileName } from '../../engine/model/file-paths.ts';
import type { DocumentOverview } from '../../engine/reports.ts';
import { oneLine } from '../plain-text.ts';
import {
  errorIcon,
  joined,
  rowId,
  spokenOf,
  tooltipOf,
  warningIcon,
  withoutFullStop,
  type RowTarget,
  type TreeRow,
} from './row.ts';
import { findingsText, questionsText, signoffText, type Wording } from './wording.ts';

/** A document with its state in words, what is said of it and what is due in it next. */
export function documentRow(
  pillarId: string,
  target: RowTarget,
  document: DocumentOverview,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const { path, kind, status, worst, questions, next } = document;
  const label = oneLine(document.title) || fileName(path);
  const signoff = status === 'active' ? document.signoff : undefined;
  const description = joined([
    (signoff && signoffText(wording, signoff.state)) ?? wording.word('status', status),
    signoff?.suspect && l10n.t('still valid?'),
    findingsText(document, wording),
    questions > 0 ? questionsText(wording, questions) : undefined,
    next && documentText(next, wording),
  ]);
  const kindTitle = wording.kindTitle(kind);
  const id = `${pillarId}#${rowId(path)}`;
  const own = { ...target, path, kind };
  return {
    id,
    label,
    description,
    tooltip: tooltipOf(label, [
      l10n.t('Kind: {0}', kindTitle),
      l10n.t('Status: {0}', wording.word('status', status)),
      ...(signoff ? signoffLines(signoff, wording) : []),
      findingsText(document, wording),
      questions > 0 ? questionsText(wording, questions) : undefined,
      ...workLines(document, wording),
      next && `${documentText(next, wording)}: ${withoutFullStop(wording.say(next.said))}`,
      path,
    ]),
    icon: worst === 'error' ? errorIcon : worst === 'warning' ? warningIcon : { id: documentIcon(document) },
    context: `outrigger.document.${status === 'draft' && kind === 'record' ? 'draftRecord' : status}${signoff?.suspect ? 'Suspect' : ''}`,
    spoken: spokenOf(`${label}, ${kindTitle}`, description),
    target: own,
    click: { does: 'open' },
    ...(questions > 0 && { children: () => questionRows(id, own, document, wording) }),
  };
}

/** What a tooltip has room for. */
const linesAtMost = 6;

/** Who signed it, what it says otherwise since, and why it may not hold any more. */
function signoffLines(
  { said, changes, suspect }: NonNullable<DocumentOverview['signoff']>,
  { say, l10n }: Wording,
): readonly string[] {
  const more = changes.length - linesAtMost;
  return [
    l10n.t('Sign-off: {0}', say(said)),
    ...changes.slice(0, linesAtMost).map((change) => l10n.t('Changed: {0}', say(change))),
    ...(more > 0 ? [more === 1 ? l10n.t('1 more change') : l10n.t('{0} more changes', more)] : []),
    ...(suspect ? [l10n.t('May not hold any more: {0}', say(suspect))] : []),
  ];
}

/** Who works on its components, as a bar with the numbers beside it. */
function workLines({ work }: DocumentOverview, { say, l10n }: Wording): readonly string[] {
  const more = work.length - linesAtMost;
  return [
    ...work
      .slice(0, linesAtMost)
      .map(({ component, bar, said }) => l10n.t('Work on {0}: {1} {2}', component, bar, say(said))),
    ...(more > 0 ? [more === 1 ? l10n.t('1 more component') : l10n.t('{0} more components', more)] : []),
  ];
}

/** What a draft lacks, one row a question; each begins to ask. */
function questionRows(
  id: string,
  target: RowTarget,
  { lacking }: DocumentOverview,
  { say, l10n }: Wording,
): readonly TreeRow[] {
  return lacking.map(({ asks }, i) => {
    const label = oneLine(asks.map(say).join(' '));
    return {
      id: `${id}#question#${i}`,
      label,
      description: '',
      tooltip: tooltipOf(label, [l10n.t('Click to answer the questions of this draft.')]),
      icon: { id: 'question' },
      context: 'outrigger.question',
      spoken: label,
      target,
      click: { does: 'ask' },
    };
  });
}

function documentText(item: DueItem, { l10n }: Wording): string {
  if (item.date === undefined) return l10n.t('open, no date');
  return item.overdue ? l10n.t('overdue since {0}', item.date) : l10n.t('due {0}', item.date);
}

function documentIcon({ status, signoff }: DocumentOverview): string {
  if (status === 'draft') return 'edit';
  if (status === 'ended') return 'archive';
  if (signoff?.suspect) return 'unverified';
  if (signoff?.state === 'approved') return 'verified';
  if (signoff?.state === 'changed since') return 'diff';
  return signoff?.state === 'reviewed' ? 'eye' : 'file';
}
