/** One generated file: its path from the root of the repository, and what stands in it. */
export interface Producer {
  readonly path: string;
  /** A text, or the bytes of a picture. */
  render(): Promise<string> | string | Uint8Array;
}

/** The first line of a generated TypeScript file. */
export const generatedNotice = '// Generated from schemas/ by `npm run generate`. Do not edit.';
