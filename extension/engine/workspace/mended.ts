import { applySafeFixes } from '../features/apply-fixes.ts';
import type { Finding } from '../model/finding.ts';
import { readWorkspaceConfig, type WorkspaceConfig } from './config.ts';
import { everythingSaid } from './everything-said.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';
import type { Stray } from './strays.ts';

/**
 * The text of a document, or of what is none, with its safe fixes. What is governed is told of each text on
 * the way, and of the first one again.
 */
export function mendedDocument(
  path: string,
  text: string,
  governed: GovernedWorkspace,
  ofStray: (stray: Stray) => readonly Finding[],
): string {
  const content = governed.contents().get(path);
  try {
    return mended({
      path,
      text,
      findings: () => [
        ...(governed.engagementOf(path)?.findings().get(path) ?? []),
        ...governed.strays().flatMap((stray) => (stray.path === path ? ofStray(stray) : [])),
      ],
      everything: () => everythingSaid(governed, ofStray),
      change: (now) => governed.update(path, { kind: 'text', text: now }),
    });
  } finally {
    if (content && governed.textOf(path) !== text) governed.update(path, content);
  }
}

/** The text of the config with its safe fixes; `saidUnder` is all that there would be to say under another one. */
export function mendedConfig(
  path: string,
  text: string,
  saidUnder: (config: WorkspaceConfig) => readonly Finding[],
): string {
  const read = (now: string): WorkspaceConfig => readWorkspaceConfig(path, { kind: 'text', text: now });
  return mended({
    path,
    text,
    findings: (now) => read(now).findings,
    everything: (now) => saidUnder(read(now)),
    change: () => undefined,
  });
}

/** A file whose safe fixes are applied, among everything that an error could follow in. */
interface Patient {
  readonly path: string;
  readonly text: string;
  /** What is said of the file as it is now. */
  readonly findings: (text: string) => readonly Finding[];
  readonly everything: (text: string) => readonly Finding[];
  /** Is told of each text on the way. */
  readonly change: (text: string) => void;
}

/** The text of a file with its safe fixes, as often as it takes. */
function mended({ path, text, findings, everything, change }: Patient): string {
  let now = text;
  const { texts } = applySafeFixes({
    findings: () => findings(now),
    everything: () => everything(now),
    // Without a text a file is not changed, and a fix is applied whole or not at all.
    textOf: (one) => (one === path ? now : undefined),
    change(_, changed) {
      now = changed;
      change(now);
    },
  });
  return texts.get(path) ?? text;
}
