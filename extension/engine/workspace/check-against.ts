import type { Against, BaseNamed, CheckResult } from '../model/check-result.ts';
import { configPath } from '../model/config-path.ts';
import type { FileContent, ImmediateWorkspace, Workspace } from '../model/ports.ts';
import type { Config } from '../parse/config.ts';
import { pathFilter } from './asked-paths.ts';
import { checkHeard } from './check-once.ts';
import { readWorkspaceConfig, type WorkspaceConfig } from './config.ts';
import type { ImmediateOptions } from './engine.ts';
import type { HistoryOf } from './late-history.ts';
import { newFindings, type NewFindings } from './new-findings.ts';
import { registryOf } from './registry.ts';
import type { Listener } from './tally.ts';
import { ToldSide } from './told-side.ts';

/** What a change is compared with. */
export interface BaseSide extends BaseNamed {
  /** What was there: documents, the config, and which files. */
  readonly workspace: ImmediateWorkspace;
  /** How other files of that time are read. */
  readonly beside: Pick<Workspace, 'read'>;
  /** The history up to there. */
  readonly historyOf: HistoryOf;
  /** What its files are called now, as far as Git knows. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * What `check` finds that was not found at the base. Both are judged in the same way: by the present config but for the folders
 * and files that the former one names, and by the present profiles of the command line.
 */
export async function checkAgainst(
  options: ImmediateOptions,
  base: BaseSide,
  asked: { readonly paths: readonly string[]; readonly withCoverage: boolean },
): Promise<CheckResult> {
  const { checkRules } = registryOf(options);
  const pathOfConfig = options.configPath ?? configPath;
  const present = readWorkspaceConfig(pathOfConfig, options.workspace.read(pathOfConfig));
  const before = new ToldSide(checkRules);
  // All of it: what is asked about now may have stood elsewhere.
  const { findings: stood } = await checkHeard(
    { ...options, workspace: base.workspace, historyOf: base.historyOf },
    {
      paths: undefined,
      listener: before,
      judgedBy: (own) => judgedBy(own, present.config),
      beside: base.beside,
      withoutFixes: true,
    },
  );
  const now = new ToldSide(checkRules);
  let found: NewFindings | undefined;
  const listener: Listener = {
    see: (state) => now.see(state),
    hear: (...said) => now.hear(...said),
    ask: (...question) => now.ask(...question),
    news(findings) {
      found = newFindings(
        { side: before, findings: stood },
        { side: now, findings },
        { renamed: base.renamed, isAsked: pathFilter(asked.paths) },
      );
      return found;
    },
  };
  const result = await checkHeard(options, { ...asked, listener });
  return {
    ...result,
    against: {
      ...againstOf(base, found),
      configDiffers: isOther(base.workspace.read(pathOfConfig), options.workspace.read(pathOfConfig)),
    },
  };
}

function againstOf(
  { rev, commit, on, is }: BaseNamed,
  found: NewFindings | undefined,
): Omit<Against, 'configDiffers'> {
  const { known = 0, gone = 0, knownQuestions = 0, knownByRule = new Map<string, number>() } = found ?? {};
  return { rev, commit, on, is, known, gone, knownQuestions, knownByRule };
}

/**
 * What says how to judge is the present one. Where things are is said by that of the time, and by the present one too: a folder
 * that is named only now was there before.
 */
function judgedBy(own: WorkspaceConfig, present: Config): WorkspaceConfig {
  const { engagements, engagementSpans, snapshots, snapshotSpans } = own.config;
  return {
    ...own,
    config: {
      ...present,
      engagements: engagements &&
        present.engagements && [...new Set([...engagements, ...present.engagements])],
      engagementSpans,
      snapshots,
      snapshotSpans,
    },
  };
}

function isOther(before: FileContent | undefined, now: FileContent | undefined): boolean {
  const [first, second] = [before, now].map((content) =>
    content?.kind === 'text' ? content.text.replace(/\r\n?/g, '\n') : content?.kind,
  );
  return first !== second;
}
