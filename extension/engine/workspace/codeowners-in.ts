import {
  codeownersStanding,
  type CodeownersStanding,
  type CodeownersTarget,
} from '../kinds/ownership-map/codeowners-standing.ts';
import type { View } from '../model/engagement.ts';
import { pathInWorkspace } from '../model/path-in-repository.ts';
import type { Workspace } from '../model/ports.ts';
import type { OwnersPlatform } from '../parse/owner-rules.ts';
import { codeownersFiles, codeownersPlaces } from '../resolve/codeowners-file.ts';
import type { EngagementState } from './engagement-state.ts';
import type { LateHistory } from './late-history.ts';

/** What Components of an engagement say to CODEOWNERS, and what the file of the repository around it says. */
export async function codeownersIn(
  state: EngagementState,
  platform: OwnersPlatform | undefined,
  history: LateHistory,
  workspace: Pick<Workspace, 'read'>,
): Promise<CodeownersStanding> {
  await history.readAll([state], undefined);
  const { view, viewWithDrafts } = state.evaluate();
  const its = view.rows('components').length > 0 ? view : viewWithDrafts;
  return codeownersStanding(its, await targetOf(its, platform, workspace));
}

/** The file that a map names, else the one that the platform reads, else the first place where it looks. */
async function targetOf(
  view: View,
  platform: OwnersPlatform | undefined,
  workspace: Pick<Workspace, 'read'>,
): Promise<CodeownersTarget> {
  const at = (file: string): string | undefined =>
    view.history?.kind === 'read' ? pathInWorkspace(file, view.history) : file;
  const contentOf = async (file: string): Promise<CodeownersTarget['content']> => {
    const path = at(file);
    return path === undefined ? undefined : await workspace.read(path);
  };
  const named = codeownersFiles(view).find(
    (one) => one.isRead && (platform === undefined || codeownersPlaces[platform].includes(one.named)),
  )?.named;
  const places = codeownersPlaces[platform ?? 'github'];
  const before = named === undefined ? places : placesBefore(named, platform);
  const first = await firstOf(before, contentOf);
  const file = named ?? first ?? (platform === 'gitlab' ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS');
  return {
    file,
    path: at(file),
    content: await contentOf(file),
    first: first === file ? undefined : first,
    platform,
  };
}

/** Where everybody who reads a file of that path looks before it. */
function placesBefore(named: string, platform: OwnersPlatform | undefined): readonly string[] {
  const orders = (['github', 'gitlab'] as const)
    .filter((one) => platform === undefined || one === platform)
    .map((one) => codeownersPlaces[one])
    .filter((order) => order.includes(named))
    .map((order) => order.slice(0, order.indexOf(named)));
  return (orders[0] ?? []).filter((file) => orders.every((order) => order.includes(file)));
}

async function firstOf(
  files: readonly string[],
  contentOf: (file: string) => Promise<CodeownersTarget['content']>,
): Promise<string | undefined> {
  for (const file of files) if (await contentOf(file)) return file;
  return undefined;
}
