import type { KindKey, PillarKey } from '../../engine/model/schema.ts';
import type { Knowledge, Overview, PillarOverview } from '../../engine/reports.ts';
import { documentRow } from './document-row.ts';
import { oneLine } from '../plain-text.ts';
import { knowledgeRow } from './knowledge-rows.ts';
import {
  engagementOf,
  errorIcon,
  joined,
  spokenOf,
  tooltipOf,
  warningIcon,
  type RowTarget,
  type TreeRow,
} from './row.ts';
import { documentsText, findingsText, missingText, pillarTitle, type Wording } from './wording.ts';

const pillarIcons: Readonly<Record<PillarKey, string>> = {
  alignment: 'compass',
  communication: 'comment-discussion',
  accountability: 'law',
  talent: 'mortar-board',
  integration: 'plug',
  'risk and exit': 'shield',
};

/** A pillar of an engagement, with its documents and those that the phase asks for. */
export function pillarRow(
  engagementId: string,
  target: RowTarget,
  pillar: PillarOverview,
  { phase, knowledge }: Pick<Overview['standing'], 'phase' | 'knowledge'>,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const plans = pillar.key === 'talent' ? knowledge : [];
  const id = `${engagementId}#${pillar.key}`;
  const { documents, missing } = pillar;
  const label = pillarTitle(wording, pillar.key);
  const summaries = pillar.summaries.map(({ said }) => oneLine(wording.say(said)));
  const description =
    documents.length + missing.length === 0
      ? l10n.t('nothing here yet')
      : joined([
          findingsText(pillar, wording),
          missing.length > 0 ? missingText(wording, missing.length) : undefined,
          // A side bar has room for the worst; the others stand in the tooltip.
          summaries[0] ?? (documents.length > 0 ? documentsText(wording, documents.length) : undefined),
        ]);
  const here = engagementOf(target);
  const row = {
    id,
    label,
    description,
    tooltip: tooltipOf(label, [
      ...(summaries.length > 0 ? summaries : [description.replaceAll(' · ', ', ')]),
      findingsText(pillar, wording),
      documents.length > 0 ? documentsText(wording, documents.length) : undefined,
      ...missing.map((kind) => l10n.t('Missing: {0}', wording.kindTitle(kind))),
    ]),
    icon:
      pillar.worst === 'error'
        ? errorIcon
        : pillar.worst === 'warning'
          ? warningIcon
          : { id: pillarIcons[pillar.key] },
    // Its meetings leave records.
    context: pillar.key === 'communication' ? 'outrigger.pillarMeetings' : 'outrigger.pillar',
    spoken: spokenOf(label, description),
    target: here,
  };
  if (documents.length + missing.length + plans.length === 0) return row;
  const knowledgeIn = (is: (one: Knowledge) => boolean): readonly TreeRow[] =>
    plans.filter(is).map((one) => knowledgeRow(id, here, one, wording));
  return {
    ...row,
    isOpen: false,
    children: () => [
      ...documents.flatMap((document) => [
        documentRow(id, here, document, wording),
        ...knowledgeIn(({ path }) => path === document.path),
      ]),
      // Topics may stand in a document of another pillar.
      ...knowledgeIn(({ path }) => documents.every((document) => document.path !== path)),
      ...missing.map((kind) => missingRow(id, here, kind, phase, wording)),
    ],
  };
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
