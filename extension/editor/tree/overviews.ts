import * as vscode from 'vscode';
import type { Overview } from '../../engine/reports.ts';
import { createDayTimer } from './day-timer.ts';
import { areSameLines, type EngagementLine } from './engagement-line.ts';
import { lostLines, type LostLine } from './lost-rows.ts';
import { createLatest } from '../workspace/latest.ts';
import { lookAtEngagements } from './look-at-engagements.ts';
import type { Typing } from '../providers/typing.ts';
import type { Sessions } from '../workspace/sessions.ts';

/** What is known of every engagement of the workspace, kept up to date in small steps. */
export interface Overviews extends vscode.Disposable {
  /** The most urgent first once all are known, until then by title. One that is computed again is shown as it was until then. */
  lines(): readonly EngagementLine[];
  /** Errors in everything that is governed, as the problems view counts them. */
  errors(): number;
  /** Documents that no engagement governs. */
  lost(): readonly LostLine[];
  readonly onDidChange: vscode.Event<void>;
  /** Looks again now. */
  refresh(): void;
  /** Resolves once everything known up to now is computed. */
  settled(): Promise<void>;
}

/** Milliseconds from a change to the next look: who types reads the tree when the hands rest. */
const pauseMs = 250;

export function createOverviews(
  sessions: Sessions,
  typing: Typing,
  report: (error: unknown) => void,
): Overviews {
  const changed = new vscode.EventEmitter<void>();
  const known = new WeakMap<Overview, Overview>();
  let lines: readonly EngagementLine[] = [];
  let errors = 0;
  let lost: readonly LostLine[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What a run has computed stays when a later one takes over. */
  const looks = createLatest(
    (cancellation) => lookAtEngagements(sessions, lines, known, publish, cancellation),
    report,
  );
  const days = createDayTimer(() => {
    if (sessions.all().length > 0) schedule(0);
  });

  /** Changes that come meanwhile share one look, so that steady typing does not put it off for ever. */
  function schedule(afterMs: number): void {
    timer ??= setTimeout(begin, afterMs);
  }

  function begin(): void {
    clearTimeout(timer);
    timer = undefined;
    void looks.begin();
  }

  function publish(now: readonly EngagementLine[], found: number): void {
    const lostNow = lostLines(sessions.all());
    const isSame = found === errors && areSameLines(lines, now);
    if (isSame && JSON.stringify(lost) === JSON.stringify(lostNow)) return;
    lines = now;
    errors = found;
    lost = lostNow;
    changed.fire();
  }

  /** What a row says that is still being typed changes no count and no date. */
  function onChange(): void {
    if (lines.length === 0) schedule(0);
    else if (!typing.keepsBack()) schedule(pauseMs);
  }

  const subscription = vscode.Disposable.from(
    sessions.onDidChange(onChange),
    typing.onDidLeave(() => schedule(pauseMs)),
  );
  return {
    lines: () => lines,
    errors: () => errors,
    lost: () => lost,
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
      days.dispose();
      looks.abort();
      subscription.dispose();
      changed.dispose();
    },
  };
}
