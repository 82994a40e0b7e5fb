import type { KnowledgeSnapshot, SnapshotComponent } from '../model/knowledge.ts';
import validators from '../model/generated/validators.cjs';
import type { IsoDate } from '../model/value.ts';
import { partOf } from '../values/part.ts';
import { readPlainDate } from '../values/plain-date.ts';

/** What a file says that it is, and in which form: see schemas/knowledge.json. */
export const snapshotForm = { format: 'outrigger-knowledge', version: 1 } as const;

/** Why a text is no snapshot: it is none at all, of a later form, or wrong at a place, as a path through it. */
export type SnapshotProblem =
  | { readonly is: 'other' }
  | { readonly is: 'newer'; readonly version: string }
  | { readonly is: 'damaged'; readonly at: string };

/** Reads what `outrigger facts --export` writes; whoever else wrote it, nothing is believed that does not fit whole. */
export function readSnapshot(text: string): KnowledgeSnapshot | SnapshotProblem {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { is: 'other' };
  }
  if (typeof data !== 'object' || data === null || !('format' in data) || data.format !== snapshotForm.format)
    return { is: 'other' };
  const { version } = data as { readonly version?: unknown };
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > snapshotForm.version)
    return { is: 'newer', version: String(version) };
  if (!validators.knowledge(data))
    return { is: 'damaged', at: validators.knowledge.errors?.[0]?.instancePath ?? '' };
  // The schema has just been asked.
  const { repository, commit, day, components } = data as unknown as Written;
  const strange = [day, ...components.flatMap(daysOf)].find((one) => !isDay(one));
  if (strange !== undefined) return { is: 'damaged', at: strange };
  return { repository, commit, day, components: components.map(componentOf) };
}

/** As schemas/knowledge.json describes it. */
interface Written {
  readonly repository?: string;
  readonly commit: string;
  readonly day: IsoDate;
  readonly components: readonly WrittenComponent[];
}

type WrittenComponent = Omit<SnapshotComponent, 'lastActivity' | 'busFactor'> & {
  readonly lastActivity: Readonly<Record<'sides' | 'teams', Readonly<Record<string, IsoDate | null>>>>;
  readonly busFactor: NonNullable<SnapshotComponent['busFactor']> | null;
};

function componentOf(written: WrittenComponent): SnapshotComponent {
  const { lastActivity, busFactor, ...others } = written;
  const { client, supplier, unknown } = lastActivity.sides;
  return {
    ...others,
    lastActivity: {
      sides: { client: client ?? undefined, supplier: supplier ?? undefined, unknown: unknown ?? undefined },
      teams: Object.fromEntries(
        Object.entries(lastActivity.teams).map(([name, last]) => [name, last ?? undefined]),
      ),
    },
    busFactor: busFactor ?? undefined,
  };
}

function daysOf({ lastActivity: { sides, teams } }: WrittenComponent): readonly IsoDate[] {
  return [...Object.values(sides), ...Object.values(teams)].flatMap((day) => day ?? []);
}

function isDay(text: string): boolean {
  return 'value' in readPlainDate(partOf(text));
}
