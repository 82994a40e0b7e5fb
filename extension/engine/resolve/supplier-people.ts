import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';

/** The people of the supplier's teams, each once; undefined where a team lists nobody or somebody who is not known. */
export function supplierPeople(
  view: View,
): { readonly teams: readonly Row<'teams'>[]; readonly count: number } | undefined {
  const teams = view
    .rows('teams')
    .filter(({ cells }) => view.who(cells.party).some(({ target }) => target?.side === 'supplier'));
  const listed = teams.map(({ cells }) => view.who(cells.people));
  const isKnown = listed.every((who) => who.length > 0 && who.every(({ target }) => target?.is === 'person'));
  if (teams.length === 0 || !isKnown) return undefined;
  return { teams, count: new Set(listed.flat().map(({ target }) => target?.name)).size };
}
