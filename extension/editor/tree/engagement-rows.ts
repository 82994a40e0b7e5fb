import type {
  DocumentOverview,
  FinalDate,
  Overview,
  PillarKey,
  PillarOverview,
} from '../../engine/reports.ts';
import type { KindKey } from '../../engine/model/schema.ts';
import type { DueItem } from '../../engine/index.ts';
import { oneLine } from '../plain-text.ts';
import {
  inMarkdown,
  joined,
  rowId,
  spokenOf,
  withoutFullStop,
  type RowIcon,
  type RowTarget,
  type TreeRow,
} from './row.ts';
import {
  creditsText,
  daysText,
  documentsText,
  errorsText,
  finalDateText,
  missingText,
  overdueText,
  pillarTitle,
  questionsText,
  sideText,
  signoffText,
  waitingText,
  urgentText,
  warningsText,
  whenText,
  type Wording,
} from './wording.ts';
import { fileName } from '../../engine/model/file-paths.ts';

/** One engagement of one workspace folder, as far as it is known by now. */
export interface EngagementLine {
  readonly folderUri: string;
  readonly folderName: string;
  /** The engagement's folder in the workspace folder. */
  readonly folder: string;
  readonly title: string;
  /** Path of the engagement document. */
  readonly lead: string | undefined;
  /** Absent until it is computed. */
  readonly overview: Overview | undefined;
}

/** A line for each engagement. With several workspace folders a line says which one it stands in. */
export function engagementRows(
  lines: readonly EngagementLine[],
  severalFolders: boolean,
  wording: Wording,
): readonly TreeRow[] {
  // Several folders are read one after the other, so that the first one is alone only for a moment.
  const isAlone = lines.length === 1 && !severalFolders;
  return lines.map((line) => engagementRow(line, severalFolders, isAlone, wording));
}

const errorIcon: RowIcon = { id: 'error', color: 'problemsErrorIcon.foreground' };
const warningIcon: RowIcon = { id: 'warning', color: 'problemsWarningIcon.foreground' };

function engagementRow(
  line: EngagementLine,
  severalFolders: boolean,
  isAlone: boolean,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const { folderUri, folder, overview } = line;
  const id = rowId(folderUri, folder);
  const target: RowTarget = {
    folderUri,
    engagement: folder,
    ...(line.lead !== undefined && { path: line.lead }),
  };
  const label = oneLine(line.title) || folder || line.folderName;
  const where = severalFolders ? line.folderName : undefined;
  if (!overview) {
    const description = joined([l10n.t('reading…'), where]);
    return {
      id,
      label,
      description,
      tooltip: inMarkdown(label),
      icon: { id: 'briefcase' },
      context: 'outrigger.engagement',
      spoken: spokenOf(label, description),
      target,
      isOpen: isAlone,
      children: () => [],
    };
  }
  const { standing } = overview;
  const [late] = standing.passed;
  const description = joined([
    late && urgentText(wording, late),
    standing.next && nextText(standing.next, wording),
    standing.next && silenceText(standing.next, standing.silence, wording),
    standing.overdue.length > 0 ? overdueText(wording, standing.overdue.length) : undefined,
    standing.questions > 0 ? questionsText(wording, standing.questions) : undefined,
    standing.errors > 0 ? errorsText(wording, standing.errors) : undefined,
    where,
  ]);
  return {
    id,
    label,
    description,
    tooltip: engagementTooltip(label, overview, wording),
    icon: standing.errors > 0 ? errorIcon : isLate(standing) ? warningIcon : { id: 'briefcase' },
    context: 'outrigger.engagement',
    spoken: spokenOf(label, description),
    target,
    isOpen: isAlone,
    children: () => [
      ...finalRows(id, target, standing, wording),
      ...overview.pillars.map((pillar) => pillarRow(id, target, pillar, standing.phase, wording)),
      dueGroup(id, target, overview.due, wording),
    ],
  };
}

function isLate({ passed, overdue }: Overview['standing']): boolean {
  return passed.length > 0 || overdue.length > 0;
}

/** "in 37 days: begin the handover (2026-12-30)": of a line that is cut the end can be missed. */
function nextText(next: FinalDate, wording: Wording): string {
  return wording.l10n.t('{0} ({1})', urgentText(wording, next), next.date);
}

/** The dates that cannot be undone on lines of their own, the worst first: in a narrow side bar the line of the engagement ends before them. */
function finalRows(
  engagementId: string,
  target: RowTarget,
  { passed, next, silence }: Overview['standing'],
  wording: Wording,
): readonly TreeRow[] {
  // Once the contract has ended nothing can be done in time any more.
  const late = passed[0]?.name === 'end' ? passed.slice(0, 1) : passed;
  return [...late, ...(next ? [next] : [])].map((date) => {
    const label = urgentText(wording, date);
    const description = joined([date.date, date === next ? silenceText(next, silence, wording) : undefined]);
    return {
      id: `${engagementId}#${date === next ? 'next' : `passed#${date.name}`}`,
      label,
      description,
      tooltip: tooltipOf(label, [description.replaceAll(' · ', ', '), whyText(date, wording)]),
      icon: date === next ? { id: 'milestone' } : warningIcon,
      context: 'outrigger.next',
      spoken: spokenOf(label, description),
      target: { ...target, path: date.path },
      click: { does: 'open', range: date.range },
    };
  });
}

function whyText({ daysLeft }: FinalDate, { l10n }: Wording): string {
  return daysLeft < 0
    ? l10n.t('This day cannot be undone, and it has passed. Where it comes from stands among the facts.')
    : l10n.t('The next date that cannot be undone. Where it comes from stands among the facts.');
}

/** What it costs to let the date pass, where saying nothing costs something. */
function silenceText(
  { name }: FinalDate,
  silence: Overview['standing']['silence'],
  { l10n, value }: Wording,
): string | undefined {
  return name === 'last-opt-out-date' && silence
    ? l10n.t('silence commits {0}', value(silence.amount))
    : undefined;
}

function findingsText(
  { errors, warnings }: { readonly errors: number; readonly warnings: number },
  wording: Wording,
): string {
  return joined([
    errors > 0 ? errorsText(wording, errors) : undefined,
    warnings > 0 ? warningsText(wording, warnings) : undefined,
  ]);
}

function dateText(date: FinalDate, wording: Wording): string {
  return wording.l10n.t(
    '{0} {1} ({2})',
    date.date,
    finalDateText(wording, date),
    whenText(wording, date.daysLeft),
  );
}

function engagementTooltip(label: string, overview: Overview, wording: Wording): string {
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
    silence && l10n.t('Silence commits {0}', wording.value(silence.amount)),
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
  ];
  return tooltipOf(label, lines);
}

/** A heading with a list, or with one sentence; what is undefined is left out. */
function tooltipOf(title: string, lines: readonly (string | undefined)[]): string {
  const items = lines.flatMap((line) => (line === undefined || line === '' ? [] : [inMarkdown(line)]));
  const shown = items.length === 1 ? items : items.map((item) => `- ${item}`);
  return [`**${inMarkdown(title)}**`, '', ...shown].join('\n');
}

const pillarIcons: Readonly<Record<PillarKey, string>> = {
  alignment: 'compass',
  communication: 'comment-discussion',
  accountability: 'law',
  talent: 'mortar-board',
  integration: 'plug',
  'risk and exit': 'shield',
};

function pillarRow(
  engagementId: string,
  target: RowTarget,
  pillar: PillarOverview,
  phase: string | undefined,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const id = `${engagementId}#${pillar.key}`;
  const { documents, missing } = pillar;
  const label = pillarTitle(wording, pillar.key);
  const description =
    documents.length + missing.length === 0
      ? l10n.t('nothing here yet')
      : joined([
          findingsText(pillar, wording),
          missing.length > 0 ? missingText(wording, missing.length) : undefined,
          documents.length > 0 ? documentsText(wording, documents.length) : undefined,
        ]);
  const { folderUri, engagement } = target;
  const here: RowTarget = { folderUri, ...(engagement !== undefined && { engagement }) };
  const row = {
    id,
    label,
    description,
    tooltip: tooltipOf(label, [
      description.replaceAll(' · ', ', '),
      ...missing.map((kind) => l10n.t('Missing: {0}', wording.kindTitle(kind))),
    ]),
    icon:
      pillar.worst === 'error'
        ? errorIcon
        : pillar.worst === 'warning'
          ? warningIcon
          : { id: pillarIcons[pillar.key] },
    context: 'outrigger.pillar',
    spoken: spokenOf(label, description),
    target: here,
  };
  if (documents.length + missing.length === 0) return row;
  return {
    ...row,
    isOpen: false,
    children: () => [
      ...documents.map((document) => documentRow(id, here, document, wording)),
      ...missing.map((kind) => missingRow(id, here, kind, phase, wording)),
    ],
  };
}

function documentRow(
  pillarId: string,
  target: RowTarget,
  document: DocumentOverview,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const { path, kind, status, worst, questions, next } = document;
  const label = oneLine(document.title) || fileName(path);
  const isActive = status === 'active';
  const signed = isActive && document.signoff ? signoffText(wording, document.signoff.state) : undefined;
  const description = joined([
    signed ?? wording.word('status', status),
    findingsText(document, wording),
    questions > 0 ? questionsText(wording, questions) : undefined,
    next && documentText(next, wording),
  ]);
  const kindTitle = wording.kindTitle(kind);
  return {
    id: `${pillarId}#${rowId(path)}`,
    label,
    description,
    tooltip: tooltipOf(label, [
      l10n.t('Kind: {0}', kindTitle),
      l10n.t('Status: {0}', wording.word('status', status)),
      isActive ? l10n.t('Sign-off: {0}', signed ?? l10n.t('nobody has signed it')) : undefined,
      findingsText(document, wording),
      questions > 0 ? questionsText(wording, questions) : undefined,
      next && `${documentText(next, wording)}: ${withoutFullStop(wording.due(next))}`,
      path,
    ]),
    icon: worst === 'error' ? errorIcon : worst === 'warning' ? warningIcon : { id: documentIcon(document) },
    context: `outrigger.document.${status}`,
    spoken: spokenOf(`${label}, ${kindTitle}`, description),
    target: { ...target, path, kind },
    click: { does: 'open' },
  };
}

function documentText(item: DueItem, { l10n }: Wording): string {
  if (item.date === undefined) return l10n.t('open, no date');
  return item.overdue ? l10n.t('overdue since {0}', item.date) : l10n.t('due {0}', item.date);
}

function documentIcon({ status, signoff }: DocumentOverview): string {
  if (status === 'draft') return 'edit';
  if (status === 'ended') return 'archive';
  if (signoff?.state === 'approved') return 'verified';
  if (signoff?.state === 'changed since') return 'diff';
  return signoff?.state === 'reviewed' ? 'eye' : 'file';
}

function missingRow(
  pillarId: string,
  target: RowTarget,
  kind: KindKey,
  phase: string | undefined,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const label = wording.kindTitle(kind);
  const description = l10n.t('missing');
  const why = l10n.t(
    'The phase "{0}" asks for this document. Click to begin it as a draft.',
    phase === undefined ? '' : wording.word('phase', phase),
  );
  return {
    id: `${pillarId}#missing#${kind}`,
    label,
    description,
    tooltip: tooltipOf(label, [why]),
    icon: { id: 'new-file' },
    context: 'outrigger.missing',
    spoken: `${spokenOf(label, description)}. ${why}`,
    target: { ...target, kind },
    click: { does: 'newDocument' },
  };
}

function dueGroup(
  engagementId: string,
  target: RowTarget,
  due: readonly DueItem[],
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const id = `${engagementId}#due`;
  const label = l10n.t('Due');
  const overdue = due.filter((item) => item.overdue).length;
  const coming = due.length - overdue;
  const description =
    due.length === 0
      ? l10n.t('nothing is due')
      : joined([
          overdue > 0 ? overdueText(wording, overdue) : undefined,
          coming > 0 ? l10n.t('{0} to come', coming) : undefined,
        ]);
  const { folderUri, engagement } = target;
  const here: RowTarget = { folderUri, ...(engagement !== undefined && { engagement }) };
  const row = {
    id,
    label,
    description,
    tooltip: tooltipOf(label, [description.replaceAll(' · ', ', ')]),
    icon: overdue > 0 ? warningIcon : { id: 'calendar' },
    context: 'outrigger.dueGroup',
    spoken: spokenOf(label, description),
    target: here,
  };
  if (due.length === 0) return row;
  return { ...row, isOpen: false, children: () => dueRows(id, here, due, wording) };
}

function dueRows(
  groupId: string,
  target: RowTarget,
  due: readonly DueItem[],
  wording: Wording,
): readonly TreeRow[] {
  const { l10n } = wording;
  const seen = new Map<string, number>();
  return due.map((item) => {
    const { date, overdue, party, person, path, range } = item;
    const key = rowId(item.code, path, item.at, date ?? '');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const what = withoutFullStop(wording.due(item));
    const who = sideText(wording, party) + (person === undefined ? '' : `: ${oneLine(person)}`);
    const when = daysText(wording, item);
    // How soon it is stands first, and what it is comes before the day: that is what is left of a row in a narrow bar.
    const label = date === undefined ? what : l10n.t('{0}: {1}', when, what);
    const description = joined([date ?? when, who]);
    return {
      id: `${groupId}#${key}#${nth}`,
      label,
      description,
      tooltip: tooltipOf(what, [
        date === undefined ? when : `${date}, ${when}`,
        who,
        `${path}:${range.start.line + 1}`,
        `${item.code} ${item.name}`,
      ]),
      icon: overdue ? warningIcon : { id: date === undefined ? 'circle-outline' : 'calendar' },
      context: 'outrigger.due',
      spoken: spokenOf(label, description),
      target: { ...target, path },
      click: { does: 'open', range },
    };
  });
}
