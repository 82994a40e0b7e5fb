import type { Field, Row } from '../model/document.ts';
import type { PathPattern } from '../model/value.ts';
import type { View } from '../model/engagement.ts';
import type { Span } from '../model/text.ts';
import { isGithubOwner } from '../parse/github-codeowners.ts';
import { globsHere } from './path-globs.ts';
import { codeownersPatterns, type CodeownersDialect } from './codeowners-patterns.ts';

/** What CODEOWNERS is to say of the components of an engagement, and what it cannot. */
export interface Codeowners {
  /** In the order of the components, so that of two rows that take a file the later one counts, as in the map. */
  readonly rows: readonly string[];
  /** Globs that no pattern can say. */
  readonly unsayable: readonly { readonly paths: Field<readonly PathPattern[]>; readonly glob: string }[];
  /** Names behind which nobody stands whom a platform knows. */
  readonly nameless: readonly Nameless[];
  /** Whether it can say all of them: not where another rule speaks of something that does not read or that nobody has. */
  readonly isWhole: boolean;
}

export interface Nameless {
  readonly field: Field;
  readonly span: Span;
  readonly text: string;
  /** The person without Handle and E-mail, by name; undefined where the name stands for no people. */
  readonly person: string | undefined;
}

/**
 * Who is asked for a review: the accountable, and the backup, who stands in. One of them is enough for either platform.
 * A team is its people, since what a platform calls a team is known to it alone.
 */
export function codeownersOf(view: View, dialect: CodeownersDialect): Codeowners {
  const rows: string[] = [];
  const unsayable: { paths: Field<readonly PathPattern[]>; glob: string }[] = [];
  const nameless: Nameless[] = [];
  let isUnknown = false;
  for (const { cells } of view.rows('components')) {
    const { paths, accountable, backup } = cells;
    isUnknown ||= paths?.state === 'unread';
    const globs = globsHere(paths?.value);
    if (globs.length === 0) continue;
    const found = [accountable, backup].map((field) => ownersIn(field, view, dialect));
    isUnknown ||= found.some((its) => its === undefined) || accountable?.state !== 'read';
    nameless.push(...found.flatMap((its) => its?.nameless ?? []));
    const owners = [...new Set(found.flatMap((its) => its?.owners ?? []))].join(' ');
    for (const glob of globs) {
      const patterns = codeownersPatterns(glob, dialect);
      if (!patterns && paths) unsayable.push({ paths, glob });
      rows.push(...(patterns ?? []).map((pattern) => `${pattern} ${owners}`.trimEnd()));
    }
  }
  return {
    rows,
    unsayable,
    nameless,
    isWhole: !isUnknown && unsayable.length === 0 && nameless.length === 0,
  };
}

/** The owners that a value names, as platforms write them; undefined where it names somebody whom nobody knows. */
function ownersIn(
  field: Field | undefined,
  view: View,
  dialect: CodeownersDialect,
): { readonly owners: readonly string[]; readonly nameless: readonly Nameless[] } | undefined {
  const owners: string[] = [];
  const nameless: Nameless[] = [];
  if (!field) return { owners, nameless };
  for (const { text, span, target } of view.who(field)) {
    if (!target) return undefined;
    const people = peopleOf(target, view);
    if (!people) return undefined;
    if (people.length === 0) nameless.push({ field, span, text, person: undefined });
    for (const row of people) {
      const owner = ownerOf(row, dialect);
      if (owner !== undefined) owners.push(owner);
      else nameless.push({ field, span, text, person: row.cells.person?.source.text ?? text });
    }
  }
  return { owners, nameless };
}

/** The people behind a name, none for a party; undefined where a team names somebody whom nobody knows. */
function peopleOf(
  named: NonNullable<ReturnType<View['findWho']>>,
  view: View,
): readonly Row<'people'>[] | undefined {
  if (named.is === 'person') return [named.row];
  if (named.is !== 'team') return [];
  const members = view.who(named.row.cells.people);
  if (members.some(({ target }) => !target)) return undefined;
  return members.flatMap(({ target }) => (target?.is === 'person' ? [target.row] : []));
}

/** `@handle`, else the address. GitHub skips a line with a handle that it would not give, such as one with a point. */
function ownerOf(
  { cells: { handle, e_mail } }: Row<'people'>,
  dialect: CodeownersDialect,
): string | undefined {
  const name = handle?.state === 'read' ? handle.source.text.trim().replace(/^@/, '') : '';
  const isHandle = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(name);
  if (isHandle && (dialect === 'any' || isGithubOwner(`@${name}`))) return `@${name}`;
  const address = e_mail?.state === 'read' ? e_mail.source.text.trim() : '';
  return /^[^\s@#]+@[^\s@#]+$/.test(address) ? address : undefined;
}
