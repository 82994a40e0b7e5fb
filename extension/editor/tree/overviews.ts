import * as vscode from 'vscode';
import type { Overview } from '../../engine/reports.ts';
import { createDayTimer } from './day-timer.ts';
import { areSameLines, type EngagementLine } from './engagement-line.ts';
import { createLatest } from '../workspace/latest.ts';
import { lookAtEngagements } from './look-at-engagements.ts';
import type { Sessions } from '../workspace/sessions.ts';

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

export function createOverviews(sessions: Sessions, report: (error: unknown) => void): Overviews {
  const changed = new vscode.EventEmitter<void>();
  const known = new WeakMap<Overview, Overview>();
  let lines: readonly EngagementLine[] = [];
  let errors = 0;
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
    if (found === errors && areSameLines(lines, now)) return;
    lines = now;
    errors = found;
    changed.fire();
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
      days.dispose();
      looks.abort();
      subscription.dispose();
      changed.dispose();
    },
  };
}
