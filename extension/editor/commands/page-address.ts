/** The one engagement, or one document of it, that a page is about. */
export interface About {
  /** The folder of the workspace, as text. */
  readonly folder: string;
  /** The folder of the engagement in it. */
  readonly engagement: string;
  /** The path in the folder of the workspace. */
  readonly document?: string;
}

/** How the address of a page holds what it is about; empty where that is everything. */
export function queryOf(about: Partial<About>): string {
  const { folder, engagement, document } = about;
  return folder === undefined || engagement === undefined
    ? ''
    : JSON.stringify({ folder, engagement, document });
}

/** What an address says that a page is about. Anybody can write an address: one that says nothing gives undefined. */
export function aboutOf(query: string): About | 'everything' | undefined {
  if (query === '') return 'everything';
  try {
    const { folder, engagement, document } = Object(JSON.parse(query)) as Readonly<Record<string, unknown>>;
    if (typeof folder !== 'string' || typeof engagement !== 'string') return undefined;
    if (document === undefined) return { folder, engagement };
    return typeof document === 'string' ? { folder, engagement, document } : undefined;
  } catch {
    return undefined;
  }
}

/** The person that a page is about, and who takes over. */
export interface LeaverAbout {
  /** The folder of the workspace, as text. */
  readonly folder: string;
  /** The folder of the engagement in it. */
  readonly engagement: string;
  readonly person: string;
  /** The last day. */
  readonly on: string;
  readonly to?: string;
}

export function leaverQueryOf({ folder, engagement, person, on, to }: LeaverAbout): string {
  return JSON.stringify({ folder, engagement, person, on, to });
}

/** What an address says that such a page is about. Anybody can write an address: one that says too little gives undefined. */
export function leaverOf(query: string): LeaverAbout | undefined {
  try {
    const about = Object(JSON.parse(query)) as Readonly<Record<string, unknown>>;
    const { folder, engagement, person, on, to } = about;
    const isWhole = [folder, engagement, person, on].every((one) => typeof one === 'string');
    if (!isWhole || !/^\d{4}-\d{2}-\d{2}$/.test(String(on))) return undefined;
    if (to !== undefined && typeof to !== 'string') return undefined;
    return about as unknown as LeaverAbout;
  } catch {
    return undefined;
  }
}
