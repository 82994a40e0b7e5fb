import type { KnowledgeSnapshot, SnapshotComponent } from '../model/knowledge.ts';
import { readSnapshot, snapshotForm } from '../parse/knowledge-snapshot.ts';

/** A snapshot as schemas/knowledge.json describes it: the same bytes for the same history, a line for each value. */
export function snapshotJson({ repository, commit, day, components }: KnowledgeSnapshot): string {
  const data = {
    ...snapshotForm,
    ...(repository !== undefined && { repository }),
    commit,
    day,
    components: components.map(written),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** Whether a text is a snapshot of ours, be it a damaged one: then another may take its place. */
export function isSnapshot(text: string): boolean {
  const read = readSnapshot(text);
  return !('is' in read) || read.is !== 'other';
}

function written(one: SnapshotComponent): object {
  const { component, changes, sides, teams, quarters, lastActivity, busFactor } = one;
  const orNever = (days: object): object =>
    Object.fromEntries(Object.entries(days).map(([name, last]: [string, unknown]) => [name, last ?? null]));
  return {
    component,
    changes,
    sides,
    teams,
    quarters,
    lastActivity: { sides: orNever(lastActivity.sides), teams: orNever(lastActivity.teams) },
    busFactor: busFactor ?? null,
  };
}
