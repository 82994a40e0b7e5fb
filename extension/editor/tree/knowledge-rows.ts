import type { Knowledge, TopicState } from '../../engine/reports.ts';
import { oneLine } from '../plain-text.ts';
import {
  joined,
  rowId,
  spokenOf,
  tooltipOf,
  warningIcon,
  type RowIcon,
  type RowTarget,
  type TreeRow,
} from './row.ts';
import { lateText, whenText, type Wording } from './wording.ts';

/** How far the knowledge of a plan has moved: how many topics are accepted, below it the others and what becomes of them. */
export function knowledgeRow(
  pillarId: string,
  target: RowTarget,
  knowledge: Knowledge,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const { topics, next, title, path } = knowledge;
  const accepted = topics.filter(({ stage }) => stage === 'accepted').length;
  const label =
    topics.length === 1
      ? l10n.t('Knowledge: {0} of 1 topic accepted', accepted)
      : l10n.t('Knowledge: {0} of {1} topics accepted', accepted, topics.length);
  const late = topics.filter((topic) => topic.late !== undefined).length;
  const unplanned = topics.filter(({ isUnplanned }) => isUnplanned).length;
  const description = joined([
    late > 0 ? lateTopicsText(late, wording) : undefined,
    unplanned > 0 ? unplannedText(unplanned, wording) : undefined,
    next[0] && l10n.t('next session {0}', next[0].date),
  ]);
  const id = `${pillarId}#knowledge#${rowId(path)}`;
  return {
    id,
    label,
    description,
    tooltip: tooltipOf(label, [...description.split(' · '), oneLine(title), path]),
    icon: late > 0 ? warningIcon : { id: accepted === topics.length ? 'pass' : 'mortar-board' },
    context: 'outrigger.knowledge',
    spoken: spokenOf(label, description),
    target: { ...target, path },
    // A click opens what stands below it: the plan has a row of its own.
    isOpen: false,
    children: () => {
      const row = topicRows(id, { ...target, path }, wording);
      return [
        ...stageRows(id, { ...target, path }, knowledge, row, wording),
        ...nextRows(id, { ...target, path }, knowledge, wording),
        ...topics.flatMap((topic, i) =>
          worries(topic, knowledge, wording).map((worry) => row(topic, i, worry)),
        ),
      ];
    },
  };
}

/** What stands on the row of a topic. */
interface TopicText {
  /** Where it stands; one topic may stand in several groups. */
  readonly group: string;
  readonly label: string;
  readonly description: string;
  readonly icon: RowIcon;
}

type TopicRow = (topic: TopicState, index: number, text: TopicText) => TreeRow;

function topicRows(knowledgeId: string, target: RowTarget, { l10n, word }: Wording): TopicRow {
  return ({ range, stage, from, to }, index, { group, label, description, icon }) => ({
    id: `${knowledgeId}#${group}#${index}`,
    label,
    description,
    tooltip: tooltipOf(label, [
      description,
      stage && l10n.t('Stage: {0}', word('stage', stage)),
      from === '' ? undefined : l10n.t('From: {0}', from),
      to === '' ? undefined : l10n.t('To: {0}', to),
    ]),
    icon,
    context: 'outrigger.topic',
    spoken: spokenOf(label, description),
    target,
    click: { does: 'open', range },
  });
}

/** A row for each stage that topics are at, with these topics. */
function stageRows(
  knowledgeId: string,
  target: RowTarget,
  { topics, stages }: Knowledge,
  row: TopicRow,
  wording: Wording,
): readonly TreeRow[] {
  const { l10n, word } = wording;
  return [...stages, undefined].flatMap((stage) => {
    const its = topics.flatMap((topic, index) => (topic.stage === stage ? [{ topic, index }] : []));
    if (its.length === 0) return [];
    const label = stage === undefined ? l10n.t('a stage that does not read') : word('stage', stage);
    const description = its.length === 1 ? l10n.t('1 topic') : l10n.t('{0} topics', its.length);
    const group = `stage#${stage ?? ''}`;
    return [
      {
        id: `${knowledgeId}#${group}`,
        label,
        description,
        tooltip: tooltipOf(
          label,
          its.map(({ topic }) => oneLine(topic.name)),
        ),
        icon: { id: stage === 'accepted' ? 'pass-filled' : 'circle-outline' },
        context: 'outrigger.stage',
        spoken: spokenOf(label, description),
        target,
        isOpen: false,
        children: () =>
          its.map(({ topic, index }) =>
            row(topic, index, { group, ...stageText(topic, wording), icon: { id: 'book' } }),
          ),
      },
    ];
  });
}

function stageText(
  { name, from, to, coming, isLeft }: TopicState,
  { l10n }: Wording,
): Pick<TopicText, 'label' | 'description'> {
  return {
    label: oneLine(name),
    description: joined([
      coming[0] && l10n.t('next session {0}', coming[0].date),
      isLeft ? l10n.t('something is left to do') : undefined,
      [from, to]
        .filter((who) => who !== '')
        .map(oneLine)
        .join(' → '),
    ]),
  };
}

/** The sessions of the next day that has some. */
function nextRows(
  knowledgeId: string,
  target: RowTarget,
  { next }: Knowledge,
  wording: Wording,
): readonly TreeRow[] {
  return next.map(({ topic, date, daysLeft, method, range }, i) => {
    const label = wording.l10n.t('{0}: {1}', whenText(wording, daysLeft), oneLine(topic));
    const description = joined([date, method && oneLine(wording.word('method', method))]);
    return {
      id: `${knowledgeId}#next#${i}`,
      label,
      description,
      tooltip: tooltipOf(label, [description.replaceAll(' · ', ', ')]),
      icon: { id: 'calendar' },
      context: 'outrigger.topic',
      spoken: spokenOf(label, description),
      target,
      click: { does: 'open', range },
    };
  });
}

/** What is wrong with a topic: it is not over in time, nothing is planned, or those who must be there are not. */
function worries(
  { name, late, isUnplanned, giversUntil, receiversUntil }: TopicState,
  { handoverEnds }: Knowledge,
  wording: Wording,
): readonly TopicText[] {
  const { l10n } = wording;
  const label = oneLine(name);
  const leaves = { label, icon: { id: 'account' } };
  return [
    ...(late === undefined
      ? []
      : [
          {
            group: 'late',
            label: l10n.t('{0}: {1}', label, lateText(wording, -late.days)),
            description: l10n.t('over on {0}, the handover ends on {1}', late.over, handoverEnds ?? ''),
            icon: warningIcon,
          },
        ]),
    ...(isUnplanned
      ? [
          {
            group: 'unplanned',
            label,
            description: l10n.t('no session to come'),
            icon: { id: 'circle-slash' },
          },
        ]
      : []),
    ...(giversUntil === undefined
      ? []
      : [
          {
            group: 'givers',
            ...leaves,
            description: l10n.t('nobody who gives it is there after {0}', giversUntil),
          },
        ]),
    ...(receiversUntil === undefined
      ? []
      : [
          {
            group: 'receivers',
            ...leaves,
            description: l10n.t('nobody who receives it is there after {0}', receiversUntil),
          },
        ]),
  ];
}

function lateTopicsText(count: number, { l10n }: Wording): string {
  return count === 1 ? l10n.t('1 topic too late') : l10n.t('{0} topics too late', count);
}

function unplannedText(count: number, { l10n }: Wording): string {
  return count === 1
    ? l10n.t('1 topic without a session to come')
    : l10n.t('{0} topics without a session to come', count);
}
