/** One generated file: its path from the root of the repository, and what stands in it. */
export interface Producer {
  readonly path: string;
  render(): Promise<string> | string;
}

/** The first line of a generated TypeScript file. */
export const generatedNotice = '// Generated from schemas/ by `npm run generate`. Do not edit.';
