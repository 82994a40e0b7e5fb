import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Committer } from '../model/history.ts';
import type { Side } from '../model/value.ts';
import { foldName } from '../values/fold.ts';
import { onceFor } from '../values/once-for.ts';

/** Who an author of commits is, as far as the engagement says it. */
export interface KnownCommitter {
  /** A program: what it does is nobody's work. */
  readonly isBot: boolean;
  /** The row under People. */
  readonly person: Row<'people'> | undefined;
  /** Undefined of a person whom nobody names, or whose side is not known. */
  readonly side: Side | undefined;
}

/** Where it is said who an author of commits is: what asks reads all of it. */
export const committerReads = [
  'engagement/People.Person',
  'engagement/People.Name',
  'engagement/People.Party',
  'engagement/People.E-mail',
  'engagement/People.Handle',
] as const;

/**
 * Holds authors of commits against People: by E-mail, by the Handle in the address that a code host gives, then by name
 * where one person alone has it.
 */
export function committersIn(view: View, people: readonly Committer[]): readonly KnownCommitter[] {
  const rows = view.rows('people');
  const byEmail = firstBy(rows, ({ cells }) => [cells.e_mail?.source.text.trim().toLowerCase()]);
  const byHandle = firstBy(rows, ({ cells }) => [handleOf(cells.handle?.source.text)]);
  const byName = onlyBy(rows, ({ cells }) => [
    foldName(cells.name?.source.text ?? ''),
    foldName(cells.person?.source.text ?? ''),
  ]);
  return identitiesOf(people).map(({ address, handle, name, isBot }) => {
    const person = byEmail.get(address) ?? byHandle.get(handle) ?? byName.get(name);
    if (person) return { isBot: false, person, side: sideOf(person, view) };
    return { isBot, person, side: undefined };
  });
}

/** Whether an address is that of a person, or the one that a code host gives for the Handle. A name alone is nobody's. */
export function isAddressOf({ cells }: Row<'people'>, { email }: Committer): boolean {
  const address = email.trim().toLowerCase();
  const handle = handleIn(address);
  return (
    address === cells.e_mail?.source.text.trim().toLowerCase() ||
    (handle !== undefined && handle === handleOf(cells.handle?.source.text))
  );
}

/** What authors are held against: the same whatever the documents say. */
const identitiesOf = onceFor((people: readonly Committer[]) =>
  people.map((committer) => {
    const address = committer.email.trim().toLowerCase();
    const name = foldName(committer.name);
    return { address, handle: handleIn(address) ?? '', name, isBot: isBot(committer) };
  }),
);

function sideOf(person: Row<'people'>, view: View): Side | undefined {
  return view.who(person.cells.party)[0]?.target?.side;
}

/** `12345+handle@users.noreply.github.com`, and the same of other code hosts. */
function handleIn(address: string): string | undefined {
  return /^(?:\d+[+-])?([^@+]+)@users\.noreply\.[^@]+$/.exec(address)?.[1];
}

/** A Handle as it is compared: without its `@`, in small letters. */
export function handleOf(text: string | undefined): string | undefined {
  return text?.trim().replace(/^@/, '').toLowerCase();
}

/**
 * Whether the author is a program by the names that programs go by: `name[bot]`, as code hosts call those that they let in,
 * and those of the services that update dependencies and commit for a pipeline.
 */
function isBot({ name, email }: Committer): boolean {
  const names = [name, email.replace(/@.*$/, '').replace(/^\d+\+/, '')].map((one) =>
    one.trim().toLowerCase(),
  );
  return names.some((one) => one.endsWith('[bot]') || /(?:^|[-_ .])bot$/.test(one) || programs.has(one));
}

const programs: ReadonlySet<string> = new Set([
  'dependabot',
  'dependabot-preview',
  'github actions',
  'github-actions',
  'gitlab ci',
  'greenkeeper',
  'imgbot',
  'jenkins',
  'mergify',
  'pre-commit-ci',
  'renovate',
  'semantic-release-bot',
  'snyk',
  'travis ci',
]);

type People = readonly Row<'people'>[];

function firstBy(
  rows: People,
  keysOf: (row: Row<'people'>) => readonly (string | undefined)[],
): ReadonlyMap<string, Row<'people'>> {
  const found = new Map<string, Row<'people'>>();
  for (const row of rows) for (const key of keysOf(row)) if (key && !found.has(key)) found.set(key, row);
  return found;
}

function onlyBy(
  rows: People,
  keysOf: (row: Row<'people'>) => readonly string[],
): ReadonlyMap<string, Row<'people'>> {
  const found = new Map<string, Row<'people'> | undefined>();
  for (const row of rows)
    for (const key of new Set(keysOf(row))) found.set(key, found.has(key) ? undefined : row);
  found.delete('');
  return new Map([...found].flatMap(([key, row]) => (row ? [[key, row] as const] : [])));
}
