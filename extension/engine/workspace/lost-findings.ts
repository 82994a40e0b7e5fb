import { foldersAround } from '../model/file-paths.ts';
import type { Finding } from '../model/finding.ts';
import { say } from '../values/say.ts';
import type { CheckRule } from '../rules/define.ts';
import { workspaceFindings, type WorkspaceRemark } from '../rules/workspace-findings.ts';
import { folderMatcher } from './candidate-folders.ts';
import type { WorkspaceConfig } from './config.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';
import { lostDocuments, type LostDocuments } from './lost-documents.ts';
import type { Ungoverned } from './ungoverned.ts';

/** What is known of a workspace where engagements are missing. */
export interface Losses {
  /** Files without an engagement around them. */
  readonly files: readonly Ungoverned[];
  /** The folders that hold engagements. */
  readonly engagements: readonly string[];
  /** Whether a path is asked about, and whether any was named. */
  readonly isAsked: (path: string) => boolean;
  readonly isNamed: boolean;
  /** Whether all Markdown was looked at, where no engagement is either: an editor looks only where there is one. */
  readonly isWholeSeen: boolean;
}

/** What is missing in a workspace that is read folder by folder. */
export interface LossTally {
  /** Takes what is known now, before it is let go. */
  add(index: Pick<GovernedWorkspace, 'engagements' | 'ungoverned'>): void;
  sum(isWholeSeen?: boolean): Losses;
}

export function createLossTally(isAsked: Losses['isAsked'], isNamed: boolean): LossTally {
  const files = new Map<string, Ungoverned>();
  const engagements: string[] = [];
  return {
    add(index) {
      for (const { folder } of index.engagements()) engagements.push(folder);
      for (const file of index.ungoverned()) files.set(file.path, file);
    },
    sum: (isWholeSeen = false) => ({
      files: [...files.values()],
      engagements,
      isAsked,
      isNamed,
      isWholeSeen,
    }),
  };
}

/**
 * The documents in force that no engagement governs, of a workspace that is ours: it has a config, another engagement, or
 * the document of one under another name, or somebody has named the path.
 */
export function lostIn(
  { files, engagements, isAsked, isNamed, isWholeSeen }: Losses,
  { isThere }: WorkspaceConfig,
): readonly LostDocuments[] {
  const isOurs = isThere || engagements.length > 0 || (isWholeSeen && files.some(isEngagementInForce));
  if (!isOurs && !isNamed) return [];
  // What is nearly their engagement may lie above what was asked about.
  return lostDocuments(files.map((file) => (isAsked(file.path) ? file : { ...file, isInForce: false })));
}

/** Its kind and two of its keys are nobody else's: silence would look like praise. */
function isEngagementInForce({ kind, isInForce }: Ungoverned): boolean {
  return kind === 'engagement' && isInForce;
}

/** What DOC027 says of them, and of folders that the config names in vain. */
export function lostFindings(
  losses: Losses,
  config: WorkspaceConfig,
  rules: readonly CheckRule[],
): readonly Finding[] {
  const remarks = [
    ...lostIn(losses, config).flatMap((lost) => (lost.near?.isSpokenOf ? [] : [remarkOn(lost)])),
    ...(losses.isAsked(config.path) ? namedInVain(losses, config) : []),
  ];
  return workspaceFindings('DOC027', remarks, rules, config.config.rules);
}

function remarkOn({ count, path, range, near }: LostDocuments): WorkspaceRemark {
  return {
    id: near?.lacks ?? 'none',
    data: near ? { count: String(count), file: near.path, kind: near.kind } : { count: String(count) },
    path,
    range,
    related: near
      ? [{ path: near.path, range: near.range, said: say('this file is nearly their engagement document') }]
      : [],
  };
}

function namedInVain(
  { files, engagements }: Losses,
  { path, config, rangeOfEntry }: WorkspaceConfig,
): readonly WorkspaceRemark[] {
  return (config.engagements ?? []).flatMap((glob) => {
    if (glob.startsWith('!')) return [];
    const matches = folderMatcher([glob]);
    if (engagements.some(matches)) return [];
    const isSpokenOf = files.some(
      (file) => file.isSpokenOf && file.isCalledEngagement && matches(foldersAround(file.path)[0] ?? ''),
    );
    if (isSpokenOf) return [];
    return [{ id: 'named', data: { folder: glob }, path, range: rangeOfEntry(glob), related: [] }];
  });
}
