import type { Finding } from '../model/finding.ts';
import type { FileContent } from '../model/ports.ts';
import { lineStarts, rangeOf, type Range } from '../model/text.ts';
import type { ConfigProblem } from '../parse/config-problems.ts';
import { readConfig, type Config } from '../parse/config.ts';
import { configFindings } from '../rules/config-findings.ts';
import { compareFindings } from '../rules/findings.ts';
import { isRuleName, ruleNames } from '../rules/generated/rule-names.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import type { Snapshots, UntoldSnapshot } from './snapshots.ts';

/** The config of a workspace, and what is wrong with it. */
export interface WorkspaceConfig {
  readonly config: Config;
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly isUnreadable: boolean;
  /** Whether there is one. */
  readonly isThere: boolean;
  /** Where a folder stands that it names as one of an engagement. */
  rangeOfEntry(glob: string): Range;
}

/** Reads the config file; without one everything stands as it is by default. */
export function readWorkspaceConfig(path: string, content: FileContent | undefined): WorkspaceConfig {
  const text = content?.kind === 'text' ? content.text : '';
  const { config, problems } = readConfig(text, isRuleName, ruleNames);
  const unreadable = content && unreadableConfig(content);
  return {
    config,
    path,
    text,
    findings: configFindings(path, text, unreadable ? [unreadable] : problems),
    isUnreadable: unreadable !== undefined,
    isThere: content !== undefined,
    rangeOfEntry: (glob) =>
      rangeOf(lineStarts(text), config.engagementSpans.get(glob) ?? { start: 0, end: 0 }),
  };
}

/** The same config, where it is also said which of the snapshots that it names tell nothing. */
export function withSnapshots(config: WorkspaceConfig, snapshots: Snapshots): WorkspaceConfig {
  const problems = snapshots.untold().map(([entry, path, untold]) => ({
    ...problemOf(path, untold),
    span: config.config.snapshotSpans.get(entry) ?? { start: 0, end: 0 },
  }));
  if (problems.length === 0) return config;
  const findings = [...config.findings, ...configFindings(config.path, config.text, problems)];
  return { ...config, findings: findings.sort(compareFindings) };
}

function problemOf(path: string, untold: UntoldSnapshot): Pick<ConfigProblem, 'id' | 'data'> {
  const data = { path: quote(path) };
  if (untold.is === 'missing') return { id: 'snapshotMissing', data };
  if (untold.is === 'unmatched') return { id: 'snapshotUnmatched', data };
  if (untold.is === 'other') return { id: 'snapshotOther', data };
  if (untold.is === 'unreadable')
    return { id: 'snapshotUnreadable', data: { ...data, reason: untold.reason } };
  if (untold.is === 'newer') return { id: 'snapshotNewer', data: { ...data, version: untold.version } };
  return { id: 'snapshotDamaged', data: { ...data, place: quote(untold.at) } };
}

function unreadableConfig(content: FileContent): ConfigProblem | undefined {
  if (content.kind === 'text') return undefined;
  const reason = content.kind === 'tooLarge' ? say('it is larger than 64 KiB') : content.reason;
  return { id: 'unreadable', data: { reason }, span: { start: 0, end: 0 } };
}
