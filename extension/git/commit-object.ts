/** What a commit says of itself, beside who made it. */
export interface CommitFacts {
  /** When its author made it, by their own clock: `2026-11-03T10:22:31+01:00`. */
  readonly authored: string;
  readonly isSigned: boolean;
}

/** Reads the headers of a commit as Git keeps it; undefined where they do not say when it was made. */
export function readCommit(bytes: Buffer): CommitFacts | undefined {
  const end = bytes.indexOf('\n\n');
  const headers = bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
  const [, seconds, sign, hours, minutes] = /^author .*> (\d+) ([+-])(\d\d)(\d\d)$/m.exec(headers) ?? [];
  if (seconds === undefined) return undefined;
  const offsetMinutes = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const local = new Date((Number(seconds) + offsetMinutes * 60) * 1000);
  // Git takes any number, and a date does not.
  if (Number.isNaN(local.getTime())) return undefined;
  return {
    authored: `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`,
    isSigned: /^gpgsig(?:-sha256)? /m.test(headers),
  };
}
