/** What an event of a code host says of an approval. Whoever wrote the file may have written anything: nothing here is proved. */
export interface ApprovalEvent {
  /** The user name of who approved, as the code host has it. */
  readonly login: string;
  /** Their address, where the code host tells it. */
  readonly email: string | undefined;
  /** The hash of the commit that was reviewed. */
  readonly commit: string;
  /** The hash of the newest commit of the request when the event was written. */
  readonly head: string;
  /** What the request is to be merged into. */
  readonly base: ApprovalBase;
  /** When it was approved, in milliseconds since 1970. */
  readonly at: number;
}

/** A commit by its hash, or a branch by its name without `refs/heads/`. */
export type ApprovalBase = { readonly commit: string } | { readonly branch: string };

/** What was reviewed. */
export interface Reviewed {
  /** The hash of the commit. */
  readonly commit: string;
  /** What documents said in it, by path; nothing of one that did not stand there. */
  readonly texts: ReadonlyMap<string, string>;
}
