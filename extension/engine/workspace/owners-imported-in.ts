import {
  importedOwners,
  type OwnersImport,
  type OwnersQuery,
  type OwnersTarget,
} from '../features/imported-owners.ts';
import type { ReadText } from '../features/results-table.ts';
import { rowsOffered } from '../features/rows-offered.ts';
import { pathInRepository } from '../model/path-in-repository.ts';
import { documentIn } from './engagement-queries.ts';
import type { EngagementState } from './engagement-state.ts';
import type { LateHistory } from './late-history.ts';

/** What a file of owners makes of an ownership map; undefined where the map that is named is not there. */
export async function ownersImportedIn(
  state: EngagementState,
  { map, language, ...given }: OwnersQuery,
  history: LateHistory,
  read: ReadText,
): Promise<OwnersImport | undefined> {
  // Where the root of the repository is, from which Paths and the file are named.
  await history.readAll([state], undefined);
  const evaluation = state.evaluate();
  const view = evaluation.viewWithDrafts;
  const path = view.history?.kind === 'read' ? pathInRepository(given.path, view.history) : given.path;
  const target = targetOf();
  return target && importedOwners({ ...given, path }, target, view, read);

  function targetOf(): OwnersTarget | undefined {
    if (map.is === 'there') {
      const document = documentIn(evaluation, map.path);
      return document && { is: 'map', document };
    }
    const { taken } = rowsOffered({ kind: 'ownership-map', path: map.path, values: new Map() }, view);
    return { is: 'new', path: map.path, language, taken };
  }
}
