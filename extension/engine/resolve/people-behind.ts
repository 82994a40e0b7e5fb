import type { Row } from '../model/document.ts';
import type { Named, View } from '../model/engagement.ts';
import type { RepositoryHistory } from './repository-history.ts';

/**
 * The authors of commits who stand behind a person or a team. Undefined where some of them cannot be recognised among authors,
 * so that what a stranger did may be theirs, and of a party: whoever is not named under People may be of it.
 */
export function peopleBehind(
  named: Named,
  repository: RepositoryHistory,
  view: View,
): ReadonlySet<number> | undefined {
  if (named.is === 'person') return authorsOf([named.row], repository);
  if (named.is !== 'team') return undefined;
  const members = view.who(named.row.cells.people);
  const rows = members.flatMap(({ target }) => (target?.is === 'person' ? [target.row] : []));
  return rows.length > 0 && rows.length === members.length ? authorsOf(rows, repository) : undefined;
}

function authorsOf(
  rows: readonly Row<'people'>[],
  { committers }: RepositoryHistory,
): ReadonlySet<number> | undefined {
  const authors = new Set<number>();
  for (const row of rows) {
    const its = committers.flatMap(({ person }, author) => (person === row ? [author] : []));
    // Without an address nobody can tell whether a stranger is this person.
    const isRecognised =
      its.length > 0 || row.cells.e_mail?.state === 'read' || row.cells.handle?.state === 'read';
    if (!isRecognised) return undefined;
    for (const author of its) authors.add(author);
  }
  return authors;
}
