import type { Finding } from '../model/finding.ts';
import type { FileContent } from '../model/ports.ts';
import { lineStarts, rangeOf, type Range } from '../model/text.ts';
import type { ConfigProblem } from '../parse/config-problems.ts';
import { readConfig, type Config } from '../parse/config.ts';
import { configFindings } from '../rules/config-findings.ts';
import { isRuleName, ruleNames } from '../rules/generated/rule-names.ts';
import { say } from '../values/say.ts';

/** The config of a workspace, and what is wrong with it. */
export interface WorkspaceConfig {
  readonly config: Config;
  readonly path: string;
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
    findings: configFindings(path, text, unreadable ? [unreadable] : problems),
    isUnreadable: unreadable !== undefined,
    isThere: content !== undefined,
    rangeOfEntry: (glob) =>
      rangeOf(lineStarts(text), config.engagementSpans.get(glob) ?? { start: 0, end: 0 }),
  };
}

function unreadableConfig(content: FileContent): ConfigProblem | undefined {
  if (content.kind === 'text') return undefined;
  const reason = content.kind === 'tooLarge' ? say('it is larger than 64 KiB') : content.reason;
  return { id: 'unreadable', data: { reason }, span: { start: 0, end: 0 } };
}
