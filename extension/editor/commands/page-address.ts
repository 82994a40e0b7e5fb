/** The one engagement that a page is about. */
export interface About {
  /** The folder of the workspace, as text. */
  readonly folder: string;
  /** The folder of the engagement in it. */
  readonly engagement: string;
}

/** How the address of a page holds what it is about; empty where that is everything. */
export function queryOf(about: Partial<About>): string {
  const { folder, engagement } = about;
  return folder === undefined || engagement === undefined ? '' : JSON.stringify({ folder, engagement });
}

/** What an address says that a page is about. Anybody can write an address: one that says nothing gives undefined. */
export function aboutOf(query: string): About | 'everything' | undefined {
  if (query === '') return 'everything';
  try {
    const { folder, engagement } = Object(JSON.parse(query)) as Readonly<Record<string, unknown>>;
    return typeof folder === 'string' && typeof engagement === 'string' ? { folder, engagement } : undefined;
  } catch {
    return undefined;
  }
}
