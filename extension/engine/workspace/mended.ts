import { applySafeFixes } from '../features/apply-fixes.ts';
import type { Finding } from '../model/finding.ts';

/** A file whose safe fixes are applied, among everything that an error could follow in. */
export interface Patient {
  readonly path: string;
  readonly text: string;
  /** What is said of the file as it is now. */
  readonly findings: (text: string) => readonly Finding[];
  readonly everything: (text: string) => readonly Finding[];
  /** Is told of each text on the way. */
  readonly change: (text: string) => void;
}

/** The text of a file with its safe fixes, as often as it takes. */
export function mended({ path, text, findings, everything, change }: Patient): string {
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
