import type { Readable, Writable } from 'node:stream';
import { inEnglish, type Said } from '../engine/model/said.ts';
import { shownName, type ReportLanguage } from '../engine/text.ts';

export interface OutputStream extends Writable {
  readonly isTTY?: boolean | undefined;
}

export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** What a run takes from the machine beside its arguments and streams. */
export interface Environment {
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** The clock; read once a run, and only where the as-of date is not given. */
  now(): Date;
  /** Told in which language the run speaks, once that is known. */
  speaks?(language: ReportLanguage): void;
}

export const exitCode = { fine: 0, findings: 1, trouble: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The caller asked for something that cannot be: printed as one sentence, exit code 2. */
export class UsageError extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(inEnglish(said));
    this.said = said;
  }
}

/** Tells a person one thing on one line, into which names and values of others may have come. */
export function tell(stream: OutputStream, text: string): void {
  stream.write(`${shownName(text)}\n`);
}
