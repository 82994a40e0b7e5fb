import * as vscode from 'vscode';
import type { Cancellation, EngagementInfo, Finding } from '../../engine/index.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import type { Overview } from '../../engine/reports.ts';
import { keyOf, type EngagementLine } from './engagement-line.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { EngineModule } from '../host.ts';
import type { Sessions } from '../workspace/sessions.ts';

/** Milliseconds between two refreshes while many engagements are computed. */
const refreshMs = 400;

/** What is shown of what the engine gave, which gives the same object where nothing is new. */
export type KnownOverviews = WeakMap<Overview, Overview>;

/**
 * Computes the line of every engagement in small steps, and tells from time to time of all lines and of the errors
 * in everything that is governed: at first with what was shown before, and at the end with everything.
 */
export async function lookAtEngagements(
  sessions: Sessions,
  before: readonly EngagementLine[],
  known: KnownOverviews,
  publish: (lines: readonly EngagementLine[], errors: number) => void,
  cancellation: Cancellation,
): Promise<void> {
  const tasks: Task[] = [];
  const shown = new Map(before.map((line) => [keyOf(line), line.overview]));
  let found = 0;
  for (const session of sessions.all()) {
    if (!session.isReady()) continue;
    for (const { byPath } of session.engine.findings())
      for (const its of byPath.values()) found += its.filter(isError).length;
    const asOf = session.asOf();
    for (const info of session.engine.engagements()) tasks.push({ session, info, asOf });
    await sessions.slices.pause();
    if (cancellation.aborted) return;
  }
  publish(linesOf(tasks, shown), found);
  let published = performance.now();
  for (const task of tasks) {
    const key = keyOf(lineOf(task));
    const overview = await task.session.engine.overview(task.info.folder, task.asOf);
    if (cancellation.aborted) return;
    if (!overview) continue;
    const same = known.get(overview);
    shown.set(key, same ?? sameWhereEqual(shown.get(key), overview));
    if (same) continue;
    known.set(overview, shown.get(key)!);
    await sessions.slices.pause();
    if (cancellation.aborted) return;
    if (performance.now() - published < refreshMs) continue;
    publish(linesOf(tasks, shown), found);
    published = performance.now();
  }
  publish(linesOf(tasks, shown), found);
}

/** An engagement to compute, as of the day on which the look began. */
interface Task {
  readonly session: FolderSession;
  readonly info: EngagementInfo;
  readonly asOf: IsoDate;
}

/** The overviews that are shown, by the key of their line. */
type Shown = ReadonlyMap<string, Overview | undefined>;

/**
 * What is shown already stays the same object where nothing in it is new, so that the tree is not refreshed:
 * VS Code may lose a click on a row that comes meanwhile.
 */
function sameWhereEqual(shown: Overview | undefined, now: Overview): Overview {
  return shown && JSON.stringify(shown) === JSON.stringify(now) ? shown : now;
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function lineOf({ session: { folder }, info }: Task): Omit<EngagementLine, 'overview'> {
  return {
    folderUri: folder.uri.toString(),
    folderName: folder.name,
    folder: info.folder,
    title: info.title,
    lead: (info.lead ?? info.documents.find(({ kind }) => kind === 'engagement'))?.path,
  };
}

function linesOf(tasks: readonly Task[], shown: Shown): readonly EngagementLine[] {
  return inOrder(
    tasks.map((task): EngagementLine => {
      const line = lineOf(task);
      return { ...line, overview: shown.get(keyOf(line)) };
    }),
    tasks[0]?.session.modules,
  );
}

/** Rows that change places while somebody reads them are hard to click: they do so once, when all are known. */
function inOrder(
  lines: readonly EngagementLine[],
  modules: Pick<EngineModule, 'byUrgency'> | undefined,
): readonly EngagementLine[] {
  const { compare } = new Intl.Collator(vscode.env.language, { numeric: true });
  const isKnown = lines.every(({ overview }) => overview !== undefined);
  return lines.toSorted((a, b) =>
    isKnown && modules && a.overview && b.overview
      ? modules.byUrgency(a.overview.standing, b.overview.standing, compare)
      : compare(a.title, b.title),
  );
}
