import { engagementRows } from '../../../extension/editor/tree/engagement-rows.ts';
import type { TreeRow } from '../../../extension/editor/tree/row.ts';
import type { Wording } from '../../../extension/editor/tree/wording.ts';
import { engineOver } from '../../support/run-fixture.ts';

/** Every row of the one engagement of these files, as of 2026-11-23, with those that stand below it. */
export async function rowsOf(
  files: ReadonlyMap<string, string>,
  profile: string,
  wording: Wording,
): Promise<readonly TreeRow[]> {
  const engine = await engineOver(files, profile);
  const { folder, title, lead } = engine.engagements()[0]!;
  const overview = await engine.overview(folder, '2026-11-23');
  const line = {
    folderUri: 'file:///work',
    folderName: 'work',
    folder,
    title,
    lead: lead?.path,
    overview,
  };
  return withChildren(engagementRows([line], false, wording));
}

function withChildren(rows: readonly TreeRow[]): readonly TreeRow[] {
  return rows.flatMap((row) => [row, ...withChildren(row.children?.() ?? [])]);
}

/** The lines of its tooltip as they are read, without what Markdown needs. */
export function toldIn({ tooltip }: TreeRow): readonly string[] {
  return tooltip.replaceAll('\\', '').split('\n');
}
