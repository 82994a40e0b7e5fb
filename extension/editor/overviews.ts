import * as vscode from 'vscode';
import type { Overview } from '../engine/reports.ts';
import type { EngagementInfo, Finding } from '../engine/index.ts';
import type { IsoDate } from '../engine/model/value.ts';
import type { FolderSession } from './folder-session.ts';
import type { EngineModule } from './host.ts';
import { createLatest } from './latest.ts';
import type { Sessions } from './sessions.ts';
import type { EngagementLine } from './engagement-line.ts';

/** What is known of every engagement of the workspace, kept up to date in small steps. */
export interface Overviews extends vscode.Disposable {
  /** The most urgent first once all are known, until then by title. One that is computed again is shown as it was until then. */
  lines(): readonly EngagementLine[];
  /** Errors in everything that is governed, as the problems view counts them. */
  errors(): number;
  readonly onDidChange: vscode.Event<void>;
  /** Looks again now. */
  refresh(): void;
  /** Resolves once everything known up to now is computed. */
  settled(): Promise<void>;
}

/** Milliseconds from a change to the next look: who types reads the tree when the hands rest. */
const pauseMs = 250;
/** Milliseconds between two refreshes while many engagements are computed. */
const refreshMs = 400;
/** A day begins at a quarter of an hour in every time zone. */
const quarterMs = 15 * 60_000;

export function createOverviews(sessions: Sessions, report: (error: unknown) => void): Overviews {
  const changed = new vscode.EventEmitter<void>();
  /** What is shown of what the engine gave, which gives the same object where nothing is new. */
  const known = new WeakMap<Overview, Overview>();
  let lines: readonly EngagementLine[] = [];
  let errors = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What a run has computed stays when a later one takes over. */
  const looks = createLatest(look, report);
  let dayTimer = waitForDay();

  /** Changes that come meanwhile share one look, so that steady typing does not put it off for ever. */
  function schedule(afterMs: number): void {
    timer ??= setTimeout(begin, afterMs);
  }

  function begin(): void {
    clearTimeout(timer);
    timer = undefined;
    void looks.begin();
  }

  async function look(cancellation: { readonly aborted: boolean }): Promise<void> {
    const tasks: Task[] = [];
    const shown = new Map(lines.map((line) => [keyOf(line), line.overview]));
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
    publish(tasks, shown, found);
    let published = performance.now();
    for (const task of tasks) {
      const key = keyOf(lineOf(task));
      const overview = await task.session.engine.overview(task.info.folder, task.asOf);
      if (cancellation.aborted) return;
      if (!overview) continue;
      const before = known.get(overview);
      shown.set(key, before ?? sameWhereEqual(shown.get(key), overview));
      if (before) continue;
      known.set(overview, shown.get(key)!);
      await sessions.slices.pause();
      if (cancellation.aborted) return;
      if (performance.now() - published < refreshMs) continue;
      publish(tasks, shown, found);
      published = performance.now();
    }
    publish(tasks, shown, found);
  }

  function publish(tasks: readonly Task[], shown: Shown, found: number): void {
    const now = inOrder(
      tasks.map((task): EngagementLine => {
        const line = lineOf(task);
        return { ...line, overview: shown.get(keyOf(line)) };
      }),
      tasks[0]?.session.modules,
    );
    if (found === errors && isSame(lines, now)) return;
    lines = now;
    errors = found;
    changed.fire();
  }

  function waitForDay(): ReturnType<typeof setTimeout> {
    return setTimeout(
      () => {
        dayTimer = waitForDay();
        if (sessions.all().length > 0) schedule(0);
      },
      quarterMs - (Date.now() % quarterMs) + 1000,
    );
  }

  const subscription = sessions.onDidChange(() => schedule(lines.length === 0 ? 0 : pauseMs));
  return {
    lines: () => lines,
    errors: () => errors,
    onDidChange: changed.event,
    refresh: begin,
    async settled() {
      while (timer !== undefined || looks.running()) {
        if (timer !== undefined) begin();
        await looks.running();
      }
    },
    dispose() {
      clearTimeout(timer);
      clearTimeout(dayTimer);
      looks.abort();
      subscription.dispose();
      changed.dispose();
    },
  };
}

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

function keyOf({ folderUri, folder }: Omit<EngagementLine, 'overview'>): string {
  return `${folderUri} ${folder}`;
}

function isSame(before: readonly EngagementLine[], now: readonly EngagementLine[]): boolean {
  return (
    before.length === now.length &&
    before.every((line, i) => isSameEngagement(line, now[i]!) && isSameLine(line, now[i]!))
  );
}

export function isSameEngagement(a: EngagementLine, b: EngagementLine): boolean {
  return keyOf(a) === keyOf(b);
}

/** Whether two lines about one engagement say the same. */
export function isSameLine(a: EngagementLine, b: EngagementLine): boolean {
  return a.title === b.title && a.lead === b.lead && a.overview === b.overview;
}
