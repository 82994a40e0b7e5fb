import { catalogue } from '../model/generated/catalogue.ts';
import { folderOf, isInside, isPattern } from '../model/file-paths.ts';
import validators from '../model/generated/validators.cjs';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { partOf } from '../values/part.ts';
import { readRegion } from '../values/regions.ts';
import { foldHeading } from './vocabulary.ts';

/** Keys whose value does not fit, each with the entries that are to blame; without any the whole value is. */
export function wrongPlaces(value: Record<string, unknown>): {
  has(key: string): boolean;
  get(key: string): ReadonlySet<string> | undefined;
} {
  const entries = new Map<string, Set<string>>();
  if (!validators.config(value)) {
    for (const { instancePath } of validators.config.errors ?? []) {
      const [key, entry] = instancePath.split('/').slice(1).map(unescaped);
      if (key === undefined) continue;
      const its = entries.get(key) ?? new Set();
      // A value with two forms is also said not to be the other one: the entry tells more.
      if (entry !== undefined) its.add(entry);
      entries.set(key, its);
    }
  }
  return {
    has: (key) => entries.get(key)?.size === 0,
    get: (key) => entries.get(key),
  };
}

/** A part of a JSON pointer. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Whether a text is a section, or a section and one of its columns. */
export function isPlace(name: string): boolean {
  const dot = name.indexOf('.');
  const section = named(Object.values(catalogue.sections), dot < 0 ? name : name.slice(0, dot));
  return section !== undefined && (dot < 0 || named(section.columns, name.slice(dot + 1)) !== undefined);
}

function named<S extends SectionSpec | FieldSpec>(specs: readonly S[], name: string): S | undefined {
  const folded = foldHeading(name);
  return specs.find(({ aliases }) => aliases.includes(folded));
}

/** More stars in one part of a path than any real pattern has: matching takes time exponential in them. */
const starsAtMost = 4;

/** Whether a pattern is one of folders: groups and repetitions of regular expressions may take forever. */
export function isGlob(glob: string): boolean {
  if (/[()]|[\]}]\+/.test(glob)) return false;
  return glob.split('/').every((part) => part === '**' || (part.match(/\*/g) ?? []).length <= starsAtMost);
}

/** Whether a text is the path of a file below the root, whatever the system, or a pattern of files in one folder. */
export function isPathBelow(text: string): boolean {
  const path = pathBelow(text);
  if (path === '' || !isInside(path) || /[\\?\p{Cc}]|^[A-Za-z]:/u.test(path)) return false;
  return !isPattern(folderOf(path));
}

/** The same path without what may stand before it. */
export function pathBelow(text: string): string {
  return text.replace(/^(?:\.\/+)+/, '');
}

/** A country, region, date or "eves" as it is looked up. */
export function regionIn(entry: string): string | undefined {
  const read = readRegion(partOf(entry));
  return 'value' in read ? read.value : undefined;
}

/** A scalar of YAML as text; empty for what is none. */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
