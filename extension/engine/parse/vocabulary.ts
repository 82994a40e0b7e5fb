import type { Catalogue, FieldSpec, KindKey, KindSpec, SectionKey, SectionSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { onceEach } from '../values/once-for.ts';
import { remembered } from './remembered.ts';
import { headingWords } from './heading-words.ts';
import { dividedSections, type Division } from './divided-names.ts';

/** Further words for headings and columns: "Service levels" or "Service levels.Target" to its aliases. */
export type Aliases = ReadonlyMap<string, readonly string[]>;

/** The words of headings, columns and keys, ready to be looked up. */
export interface Vocabulary {
  readonly catalogue: Catalogue;
  readonly sections: readonly SectionSpec[];
  /** Sections that a heading may mean, in both languages; several for Decision and Decisions. */
  sectionsNamed(heading: string): readonly SectionSpec[];
  /** Headings by their folded form, with the way they are written. */
  readonly headings: ReadonlyMap<string, { readonly spec: SectionSpec; readonly written: string }>;
  columnNamed(section: SectionKey, header: string): FieldSpec | undefined;
  /** How well a header names its column, the lower the better: by its own name, by an alias, without its remark. */
  nearnessOf(column: FieldSpec, header: string): number;
  /** Words for the columns of a section, folded, with the way they are written. */
  columnWords(
    section: SectionKey,
  ): ReadonlyMap<string, { readonly spec: FieldSpec; readonly written: string }>;
  kindNamed(text: string): KindSpec | undefined;
  readonly kindNames: readonly KindKey[];
  keyOf(kind: KindKey, key: string): FieldSpec | undefined;
  /** The keys of all kinds. */
  readonly keys: ReadonlySet<string>;
  /** Whether a key belongs to every kind. */
  isCommon(key: string): boolean;
  /** What else a key is called, folded: not read, but known. */
  otherNamesOf(key: string): ReadonlySet<string>;
  /** Kinds that a folded word means without being their key: titles, plurals and other names in both languages. */
  kindsCalled(word: string): readonly KindSpec[];
  /** Kinds whose documents normally hold a section. */
  kindsHolding(section: SectionKey): readonly KindKey[];
  /** How lists that name rows of a section are divided; undefined where there are none. */
  divisionOf(section: SectionKey): Division | undefined;
}

export function createVocabulary(catalogue: Catalogue, aliases?: Aliases): Vocabulary {
  const sections = Object.values(catalogue.sections);
  const kinds = Object.values(catalogue.kinds);
  const named = new Map<string, SectionSpec[]>();
  const headings = new Map<string, Word<SectionSpec>>();
  const columns = new Map<SectionKey, Map<string, Word<FieldSpec>>>();
  const addHeading = (folded: string, spec: SectionSpec, written?: string): void => {
    const known = named.get(folded) ?? [];
    if (!known.includes(spec)) named.set(folded, [...known, spec]);
    if (!headings.has(folded)) headings.set(folded, new Word(folded, spec, written));
  };
  /** A document has few of the sections that there are, and each has dozens of words. */
  const wordsIn = (section: SectionKey): Map<string, Word<FieldSpec>> => {
    let words = columns.get(section);
    if (!words) columns.set(section, (words = wordsOf(catalogue.sections[section].columns)));
    return words;
  };
  for (const spec of sections) for (const alias of spec.aliases) addHeading(alias, spec);
  for (const [place, forms] of aliases ?? []) {
    const dot = place.indexOf('.');
    const [spec] = named.get(foldHeading(dot < 0 ? place : place.slice(0, dot))) ?? [];
    if (!spec) continue;
    const words = wordsIn(spec.key);
    const column = dot < 0 ? undefined : words.get(foldHeading(place.slice(dot + 1)))?.spec;
    for (const form of forms) {
      if (dot < 0) addHeading(foldHeading(form), spec, form);
      else if (column && !words.has(foldHeading(form)))
        words.set(foldHeading(form), new Word(foldHeading(form), column, form));
    }
  }
  const divisions = whenAsked(() => dividedSections(catalogue));
  const kindByName = new Map(kinds.map((kind) => [fold(kind.key), kind]));
  const keys = new Map(kinds.map((kind) => [kind.key, new Map(kind.keys.map((key) => [key.key, key]))]));
  const common = new Set(kinds[0]?.keys.map(({ key }) => key));
  for (const key of common) if (!kinds.every((kind) => keys.get(kind.key)?.has(key))) common.delete(key);
  const called = whenAsked(() => kindsByOtherNames(kinds));
  const otherNames = whenAsked(() => otherNamesOfKeys(kinds));
  const kindsHolding = onceEach((section: SectionKey): readonly KindKey[] => [
    ...new Set([
      catalogue.sections[section].kind,
      ...kinds.filter((one) => one.sections.includes(section)).map((one) => one.key),
    ]),
  ]);
  const columnOf = onceEach((section: SectionKey) => {
    const words = wordsIn(section);
    return remembered((header) => meaningOf(header, (form) => words.get(form)?.spec));
  });
  return {
    catalogue,
    sections,
    sectionsNamed: remembered((heading) => {
      const found = meaningOf(heading, (form) => named.get(form));
      return found ?? named.get(headingWords(heading)) ?? [];
    }),
    headings,
    columnNamed: (section, header) => columnOf(section)(header),
    nearnessOf,
    columnWords: wordsIn,
    kindNamed: (text) => kindByName.get(fold(text)),
    kindNames: kinds.map((kind) => kind.key),
    keys: new Set(kinds.flatMap((kind) => kind.keys.map(({ key }) => key))),
    isCommon: (key) => common.has(key),
    otherNamesOf: (key) => otherNames().get(key) ?? new Set(),
    kindsCalled: (word) => called().get(squeezed(word)) ?? [],
    keyOf: (kind, key) => keys.get(kind)?.get(key),
    kindsHolding,
    divisionOf: (section) => divisions().get(section),
  };
}

/** Makes something when it is first asked for: most runs read no heading, key or kind that they do not know. */
function whenAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** A word of the format by its folded form. How it is written is asked of few, and never of most. */
class Word<S extends SectionSpec | FieldSpec> {
  readonly spec: S;
  readonly #folded: string;
  #written: string | undefined;

  constructor(folded: string, spec: S, written?: string) {
    this.#folded = folded;
    this.spec = spec;
    this.#written = written;
  }

  get written(): string {
    return (this.#written ??= writtenForm(this.#folded, this.spec));
  }
}

function wordsOf(columns: readonly FieldSpec[]): Map<string, Word<FieldSpec>> {
  const words = new Map<string, Word<FieldSpec>>();
  for (const column of columns)
    for (const alias of column.aliases) if (!words.has(alias)) words.set(alias, new Word(alias, column));
  return words;
}

function nearnessOf({ title, titleSv, aliases }: FieldSpec, header: string): number {
  const bare = withoutNumber(fold(header));
  const name = withoutRemark(bare);
  const remark = name === bare ? 0 : 0.5;
  if (name === fold(title) || name === fold(titleSv)) return remark;
  const place = aliases.indexOf(name);
  return remark + 1 + (place < 0 ? aliases.length : place);
}

function otherNamesOfKeys(kinds: readonly KindSpec[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    kinds.flatMap((kind) =>
      kind.keys.map(({ key, titleSv, aliases }) => [
        key,
        new Set([fold(titleSv), ...aliases].filter((name) => name !== key)),
      ]),
    ),
  );
}

function kindsByOtherNames(kinds: readonly KindSpec[]): ReadonlyMap<string, readonly KindSpec[]> {
  const called = new Map<string, KindSpec[]>();
  for (const kind of kinds) {
    const { key, title, titleSv, plural, pluralSv, aliases } = kind;
    const singular = key.replace(/s$/, '');
    const names = [key, title, titleSv, plural, pluralSv, singular, `${key}s`, `${title}s`, ...aliases];
    for (const name of new Set(names.map((one) => squeezed(fold(one))))) {
      const known = called.get(name);
      if (known) known.push(kind);
      else called.set(name, [kind]);
    }
  }
  return called;
}

/** A name without what joins its words. */
function squeezed(folded: string): string {
  return folded.replace(/[ _.-]/g, '');
}

/** A heading or column header as it is matched: folded, without its number ("2.1", "3)") and trailing colon. */
export function foldHeading(text: string): string {
  return withoutNumber(fold(text));
}

function withoutNumber(folded: string): string {
  return folded.replace(/^(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+/, '').replace(/\s*:+$/, '');
}

/**
 * What a heading or a header means: as it stands, without its number, without its remark, without the full stop of an
 * abbreviation, or each of several names.
 */
function meaningOf<T>(text: string, known: (form: string) => T | undefined): T | undefined {
  const folded = fold(text);
  const bare = withoutNumber(folded);
  const plain = withoutRemark(bare);
  return (
    known(folded) ?? known(bare) ?? known(plain) ?? known(plain.replace(/\.$/, '')) ?? sameOf(plain, known)
  );
}

/** What each of several names joined by a slash or by "and" means, where that is one thing: "task / activity". */
function sameOf<T>(folded: string, meaningOf: (part: string) => T | undefined): T | undefined {
  if (folded.length > 80) return undefined;
  const parts = folded.split(/ ?[/&] ?| (?:and|or|och|eller) /, 4);
  if (parts.length < 2 || parts.length > 3) return undefined;
  const first = meaningOf(parts[0]!);
  return first !== undefined && parts.every((part) => isSame(meaningOf(part), first)) ? first : undefined;
}

/** Lists of what a word may mean are the same where they hold the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

/** Without what stands in brackets or braces behind it: a remark, or the unit or the scale of what stands below. */
function withoutRemark(folded: string): string {
  return /^([^([{]+?) ?[([{][^()[\]{}]*[)\]}]$/.exec(folded)?.[1] ?? folded;
}

/** An alias, which is folded, as a person writes it. */
function writtenForm(alias: string, spec: SectionSpec | FieldSpec): string {
  if (fold(spec.title) === alias) return spec.title;
  if (fold(spec.titleSv) === alias) return spec.titleSv;
  return alias.charAt(0).toUpperCase() + alias.slice(1);
}
