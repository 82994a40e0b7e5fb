import type { Field, Row } from '../model/document.ts';
import { addTo } from '../values/add-to.ts';
import { foldName } from '../values/fold.ts';

/**
 * People by what they are called beside their key, folded: by their full name, by their role, by their first name with
 * the first letter of the last or without (settled 3 and 27). Several where more than one is called so; a full name is
 * nobody's role, and a role nobody's first name.
 */
export function peopleByCalling(
  rows: Iterable<Row<'people'>>,
): ReadonlyMap<string, readonly Row<'people'>[]> {
  const tiers = [
    new Map<string, Row<'people'>[]>(),
    new Map<string, Row<'people'>[]>(),
    new Map<string, Row<'people'>[]>(),
  ] as const;
  for (const row of rows) {
    const [names, roles, firsts] = tiers;
    const name = textOf(row.cells.name);
    if (name !== '') addTo(names, name, row);
    for (const role of rolesIn(textOf(row.cells.role))) addTo(roles, role, row);
    for (const first of firstNames(name)) addTo(firsts, first, row);
  }
  const called = new Map<string, readonly Row<'people'>[]>();
  for (const tier of tiers)
    for (const [calling, its] of tier) if (!called.has(calling)) called.set(calling, its);
  return called;
}

function textOf(field: Field | undefined): string {
  return field?.state === 'read' ? foldName(field.source.text) : '';
}

/** A role as a whole, and each of several. */
function rolesIn(role: string): ReadonlySet<string> {
  return new Set([role, ...role.split(/[,;/]/).map((one) => one.trim())].filter((one) => one.length > 1));
}

/** "helena", "helena b", "helena b." of "helena berg". */
function firstNames(name: string): readonly string[] {
  const [first = '', ...others] = name.split(' ', 5);
  const initial = [...(others.at(-1) ?? '')][0];
  if (first.length < 2 || initial === undefined) return [];
  return [first, `${first} ${initial}`, `${first} ${initial}.`];
}
