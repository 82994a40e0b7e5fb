import { refusedFixes } from '../features/apply-fixes.ts';
import type { CheckResult } from '../model/check-result.ts';
import { configPath } from '../model/config-path.ts';
import { isMarkdown } from '../model/file-paths.ts';
import type { Fix } from '../model/finding.ts';
import type { Holidays, Workspace } from '../model/ports.ts';
import { strayFindings } from '../rules/stray-findings.ts';
import { mayConcern, mayHold, pathFilter } from './asked-paths.ts';
import { loadFilesLacked, readingOnce } from './late-files.ts';
import { LateHistory } from './late-history.ts';
import { readWorkspaceConfig, withSnapshots, type WorkspaceConfig } from './config.ts';
import { createEngine } from './create-engine.ts';
import type { ImmediateOptions } from './engine.ts';
import { everythingSaid } from './everything-said.ts';
import { GovernedWorkspace } from './governed-workspace.ts';
import { whyNotGoverned } from './not-governed.ts';
import { registryOf } from './registry.ts';
import { Snapshots } from './snapshots.ts';
import { createCheckTally, type TallyOptions } from './tally.ts';

/** What a check is asked, and who hears it. */
export interface Asked extends TallyOptions {
  /** The config that holds, where it is not the one that is read. */
  readonly judgedBy?: ((own: WorkspaceConfig) => WorkspaceConfig) | undefined;
  /** How files beside the documents are read, where that takes its time. */
  readonly beside?: Pick<Workspace, 'read'> | undefined;
  /** No fix is tried: nobody is shown any. */
  readonly withoutFixes?: boolean;
}

/**
 * What `check` of a new engine answers, engagement by engagement: what one was read from is let go before
 * the next is read, so that memory does not grow with their number. For a shell that asks once; of a
 * workspace whose files are read at once. Only folders that the paths can concern are read. A fix is called
 * safe only if it was tried and no error follows. `withCoverage`: how much is read, and what is not, is told too.
 */
export async function checkOnce(
  options: ImmediateOptions,
  paths?: readonly string[],
  withCoverage = false,
): Promise<CheckResult> {
  return await checkHeard(options, { paths, withCoverage });
}

/** The same, where somebody hears what is said. */
export async function checkHeard(options: ImmediateOptions, asked: Asked): Promise<CheckResult> {
  const { workspace, profiles, loadHolidays } = options;
  const { paths } = asked;
  const pathOfConfig = options.configPath ?? configPath;
  const own = readWorkspaceConfig(pathOfConfig, workspace.read(pathOfConfig));
  const read = asked.judgedBy?.(own) ?? own;
  const beside = readingOnce(asked.beside ?? workspace);
  const snapshots = new Snapshots(read.config.snapshots);
  await snapshots.load({ ...workspace, ...beside });
  const config = withSnapshots(read, snapshots);
  const { checkRules } = registryOf(options);
  const tally = createCheckTally(config, checkRules, asked);
  let holidays: Holidays | undefined;
  const governed = new GovernedWorkspace({
    workspace,
    config: config.config,
    profiles,
    checkRules,
    holidays: loadHolidays && (() => holidays),
    snapshots: () => snapshots.all(),
  });
  const history = new LateHistory(options);
  // A folder that is named in vain can be told from others only by looking at all of them.
  const needsAll = config.config.engagements !== undefined && pathFilter(paths)(pathOfConfig);
  const engagements: string[] = [];
  const isConcerned = mayHold(paths);
  for (const folder of await governed.outermostFolders()) {
    if (!needsAll && !isConcerned(folder)) continue;
    await governed.loadFolder(folder);
    // Before anything is judged, so that nothing is judged twice.
    await history.loadIfLacked(governed.engagements());
    await loadFilesLacked(governed, beside);
    for (const state of governed.engagements()) state.evaluate();
    if (loadHolidays && governed.engagements().some((state) => state.lacksHolidays()))
      holidays = await loadHolidays();
    const added = tally.add(governed);
    engagements.push(...governed.engagements().map((state) => state.folder));
    if (!asked.withoutFixes)
      tally.refuse(
        refusedFixes({
          findings: () => added,
          everything: () =>
            everythingSaid(governed, (stray) => strayFindings(stray, checkRules, config.config.rules)),
          textOf: (path) => governed.textOf(path),
          change: (path, text) => governed.update(path, { kind: 'text', text }),
        }),
      );
    governed.forget();
    await workspace.pause?.();
  }
  // Where there is no engagement at all, the document of one may stand there under another name.
  await governed.lookAround(mayConcern(paths));
  tally.add(governed);
  tally.addLost(true);
  const unanswered = tally.unanswered();
  if (unanswered.length > 0) {
    const files = workspace.list().filter(isMarkdown);
    const known = { workspace, config, engagements, files };
    for (const path of unanswered) tally.explain(path, whyNotGoverned(path, known));
  }
  if (!asked.withoutFixes && pathFilter(paths)(pathOfConfig))
    tally.refuse(await refusedInConfig(options, config));
  return tally.result();
}

/** The safe fixes of the config that an error follows. Everything hangs on it, so where there are any everything is read at once. */
async function refusedInConfig(
  options: ImmediateOptions,
  { path: pathOfConfig, findings }: WorkspaceConfig,
): Promise<ReadonlySet<Fix>> {
  if (!findings.some(({ fixes }) => fixes.some(({ safe }) => safe))) return new Set();
  const engine = createEngine(options);
  await engine.load();
  return refusedFixes({
    findings: () => findings,
    everything: () => engine.check().findings,
    textOf: (path) => (path === pathOfConfig ? engine.textOf(path) : undefined),
    change: (path, text) => engine.update(path, { kind: 'text', text }),
  });
}
