import type { Field, Row } from '../model/document.ts';
import type { ValueType } from '../model/schema.ts';
import { fixedAnchorNames } from '../values/date.ts';
import type { Names } from './names.ts';

/** What a sign may begin with. */
const signed = ['services', 'kpis'] as const;

/** Whether a value of this field's type may be this name. */
export function isNamed(field: Field, name: string, names: Names): boolean {
  const { type } = field.spec;
  if (type.is === 'who') return names.who(name) !== undefined;
  if (type.is === 'party') return names.party(name) !== undefined;
  if (type.is === 'date') return names.row('milestones', name) !== undefined;
  if (type.is === 'sign') return signed.some((key) => names.row(key, name) !== undefined);
  if (type.is !== 'name' && type.is !== 'names' && type.is !== 'depends') return false;
  return type.of.some((key) =>
    key === 'candidates'
      ? names.candidate(name) !== undefined
      : key !== 'any' && names.row(key, name) !== undefined,
  );
}

/** What a value of this field's type may name, as written. */
export function namesFor(field: Field, names: Names): readonly string[] {
  const { type } = field.spec;
  if (type.is === 'who' || type.is === 'party') return names.whoNames();
  if (type.is === 'date') return [...names.rowNames('milestones'), ...fixedAnchorNames];
  if (type.is === 'sign') return signed.flatMap((key) => names.rowNames(key));
  if (type.is !== 'name' && type.is !== 'names' && type.is !== 'depends') return [];
  return type.of.flatMap((key) =>
    key === 'candidates' ? names.candidateNames() : key === 'any' ? [] : names.rowNames(key),
  );
}

/** The row that a value of this type names. */
export function rowNamed(type: ValueType, name: string, names: Names): Row | undefined {
  if (type.is !== 'name' && type.is !== 'names' && type.is !== 'depends') return undefined;
  for (const key of type.of) {
    const row = key === 'candidates' || key === 'any' ? undefined : names.row(key, name);
    if (row) return row;
  }
  return undefined;
}
