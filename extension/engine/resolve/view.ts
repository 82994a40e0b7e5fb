import type { Field, GovernedDocument, Row, Section } from '../model/document.ts';
import type { Dependency, RowReference, View, WhoReference } from '../model/engagement.ts';
import type { Language } from '../model/language.ts';
import type { Holidays } from '../model/ports.ts';
import type { KindKey, SectionKey, ValueType } from '../model/schema.ts';
import type { DateValue, IsoDate } from '../model/value.ts';
import { anchorIn, fixedAnchorNames, isFixedAnchor } from '../values/date.ts';
import { foldName } from '../values/fold.ts';
import { spanWithin } from '../values/span-within.ts';
import { leadOf } from './lead.ts';
import { joinPath, resolveTarget, type Targets } from './link-targets.ts';
import { cellOf, namesOf, nameOfRow, type Names } from './names.ts';
import { createDateResolver } from './resolve-date.ts';
import { splitNames } from './split-names.ts';
import { ownerDays } from './work-calendars.ts';

export interface ViewInput {
  readonly folder: string;
  /** In the view, by path. */
  readonly documents: readonly GovernedDocument[];
  /** Every governed document of the engagement, by path. */
  readonly everything: readonly GovernedDocument[];
  /** Names of active documents and drafts together: what a reference may stand on. */
  readonly known: Names;
  readonly profiles: ReadonlySet<string>;
  readonly defaultHolidays: readonly string[];
  readonly defaultLanguage: Language | undefined;
  readonly holidays: Holidays | undefined;
  readonly targets: Targets;
  /** Remembers what it computed for a document. */
  readonly digestOf: (document: GovernedDocument) => string;
}

/** The model of one engagement, with its names resolved lazily and once. */
export function createView(input: ViewInput): View {
  const { documents, everything, known, targets } = input;
  const lead = leadOf(documents);
  // Where the view has no fewer documents than references may stand on, the names are those.
  const names = documents.length === known.documents.length ? known : namesOf(documents, lead);
  const byKind = new Map<KindKey, GovernedDocument[]>();
  const bySection = new Map<SectionKey, Section[]>();
  for (const document of documents) {
    push(byKind, document.kind, document);
    for (const section of document.sections.values()) push(bySection, section.key, section);
  }
  const rowsOf = new Map<SectionKey, readonly Row[]>();
  const whoOf = new Map<Field, readonly WhoReference[]>();
  const namedOf = new Map<Field, readonly RowReference[]>();
  let resolve: ((field: Field<DateValue> | undefined) => IsoDate | undefined) | undefined;
  let ended: Names | undefined;
  let signoffs: Map<string, GovernedDocument[]> | undefined;

  function rows(key: SectionKey): readonly Row[] {
    let found = rowsOf.get(key);
    if (!found) rowsOf.set(key, (found = (bySection.get(key) ?? []).flatMap((section) => section.rows)));
    return found;
  }

  const view: View = {
    folder: input.folder,
    documents,
    everything,
    lead,
    profiles: input.profiles,
    defaultHolidays: input.defaultHolidays,
    defaultLanguage: input.defaultLanguage,
    holidays: input.holidays,
    documentsOf: (kind) => byKind.get(kind) ?? [],
    sections: <K extends SectionKey>(key: K) =>
      (bySection.get(key) ?? []) as unknown as readonly Section<K>[],
    rows: <K extends SectionKey>(key: K) => rows(key) as unknown as readonly Row<K>[],
    who(field) {
      if (field?.state !== 'read') return [];
      let found = whoOf.get(field);
      if (!found) {
        const kind = field.spec.type.is === 'party' ? 'party' : 'who';
        const isKnown = (name: string): boolean => known[kind](name) !== undefined;
        found = piecesOf(field, isKnown).map(({ text, span }) => {
          const target = names[kind](text);
          return { text, span, target, known: target !== undefined || isKnown(text) };
        });
        whoOf.set(field, found);
      }
      return found;
    },
    named(field) {
      if (field?.state !== 'read') return [];
      let found = namedOf.get(field);
      if (!found) namedOf.set(field, (found = namedIn(field, names, known)));
      return found;
    },
    anchor(field) {
      const date = field?.spec.type.is === 'date' ? (field as Field<DateValue>).value : undefined;
      if (field === undefined || typeof date !== 'object' || isFixedAnchor(date.anchor)) return undefined;
      const { from, to } = anchorIn(field.source.text);
      return {
        text: date.anchor,
        span: spanWithin(field.source, from, to),
        target: names.row('milestones', date.anchor),
        known: known.row('milestones', date.anchor) !== undefined,
      };
    },
    dayOf(field) {
      resolve ??= createDateResolver({
        lead,
        milestone: (name) => view.find('milestones', name),
        work: ({ row }) => ownerDays(row && cellOf(row, 'owner'), view),
      });
      return resolve(field);
    },
    dependencies: (field) => (field?.state === 'read' ? dependenciesIn(field, names, known) : []),
    find: <K extends SectionKey>(key: K, name: string) => names.row(key, name) as Row<K> | undefined,
    findWho: (name) => names.who(name),
    headed: ({ text, span }) => ({
      text,
      span,
      target: names.who(text),
      known: known.who(text) !== undefined,
    }),
    candidatesFor: (field) => namesFor(field, known),
    onlyInEnded(field, name) {
      ended ??= namesOf(
        everything.filter((document) => document.status === 'ended'),
        undefined,
      );
      return isNamed(field, name, ended);
    },
    teamsOf(person) {
      const name = foldName(nameOfRow(person) ?? '');
      return view
        .rows('teams')
        .filter((team) => view.who(team.cells.people).some((member) => foldName(member.text) === name));
    },
    signoffsOf(document) {
      signoffs ??= groupSignoffs(input.folder, everything);
      return signoffs.get(document.path) ?? [];
    },
    digestOf: input.digestOf,
    linkResolves: (from, target) => resolveTarget(from.path, target, targets) !== undefined,
    linked(from, target) {
      const resolved = resolveTarget(from.path, target, targets);
      return resolved && everything.find((document) => document.path === resolved.path);
    },
  };
  return view;
}

interface FieldPiece {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly joinedBy: 'start' | 'comma' | 'or';
}

function piecesOf(
  field: Field,
  isKnown: (text: string) => boolean,
  alternatives = false,
  from = 0,
): readonly FieldPiece[] {
  const { source } = field;
  if (source.items) {
    return source.items
      .filter((item) => item.text.trim() !== '')
      .map((item) => ({ text: item.text.trim(), span: item.span, joinedBy: 'comma' }));
  }
  const text = source.text.slice(from);
  return splitNames(text, isKnown, alternatives).map((piece) => ({
    text: piece.text,
    span: spanWithin(source, from + piece.from, from + piece.to),
    joinedBy: piece.joinedBy,
  }));
}

/** Whether a value of this field's type may be this name. */
function isNamed(field: Field, name: string, names: Names): boolean {
  const { type } = field.spec;
  if (type.is === 'who') return names.who(name) !== undefined;
  if (type.is === 'party') return names.party(name) !== undefined;
  if (type.is === 'date') return names.row('milestones', name) !== undefined;
  if (type.is !== 'name' && type.is !== 'names' && type.is !== 'depends') return false;
  return type.of.some((key) =>
    key === 'candidates'
      ? names.candidate(name) !== undefined
      : key !== 'any' && names.row(key, name) !== undefined,
  );
}

function namesFor(field: Field, names: Names): readonly string[] {
  const { type } = field.spec;
  if (type.is === 'who' || type.is === 'party') return names.whoNames();
  if (type.is === 'date') return [...names.rowNames('milestones'), ...fixedAnchorNames];
  if (type.is !== 'name' && type.is !== 'names' && type.is !== 'depends') return [];
  return type.of.flatMap((key) =>
    key === 'candidates' ? names.candidateNames() : key === 'any' ? [] : names.rowNames(key),
  );
}

function rowNamed(type: ValueType, name: string, names: Names): Row | undefined {
  if (type.is !== 'name' && type.is !== 'names' && type.is !== 'depends') return undefined;
  for (const key of type.of) {
    const row = key === 'candidates' || key === 'any' ? undefined : names.row(key, name);
    if (row) return row;
  }
  return undefined;
}

function namedIn(field: Field, names: Names, known: Names): readonly RowReference[] {
  const { type } = field.spec;
  const isKnown = (name: string): boolean => isNamed(field, name, known);
  const pieces =
    type.is === 'names'
      ? piecesOf(field, isKnown)
      : [{ text: field.source.text.trim(), span: field.source.span }];
  return pieces.map(({ text, span }) => ({
    text,
    span,
    target: rowNamed(type, text, names),
    known: isKnown(text),
  }));
}

const kOfN = /^\s*(\d{1,9})\s+(?:of|av)\s+/iu;

function dependenciesIn(field: Field, names: Names, known: Names): readonly Dependency[] {
  const isKnown = (name: string): boolean => isNamed(field, name, known);
  const reference = ({ text, span }: FieldPiece): RowReference => ({
    text,
    span,
    target: rowNamed(field.spec.type, text, names),
    known: isKnown(text),
  });
  const counted = field.source.items || isKnown(field.source.text) ? null : kOfN.exec(field.source.text);
  if (counted) {
    const of = piecesOf(field, isKnown, true, counted[0].length).map(reference);
    const digits = counted[0].search(/\d/);
    const count = spanWithin(field.source, digits, digits + counted[1]!.length);
    return [{ needed: Number(counted[1]), of, count }];
  }
  const series: { needed: number; of: RowReference[] }[] = [];
  for (const piece of piecesOf(field, isKnown, true)) {
    const last = series.at(-1);
    if (piece.joinedBy === 'or' && last) last.of.push(reference(piece));
    else series.push({ needed: 1, of: [reference(piece)] });
  }
  return series;
}

function groupSignoffs(
  folder: string,
  everything: readonly GovernedDocument[],
): Map<string, GovernedDocument[]> {
  const groups = new Map<string, GovernedDocument[]>();
  for (const signoff of everything) {
    const target = signoff.kind === 'signoff' ? signoff.keys.document?.value : undefined;
    // `document` is relative to the engagement's folder (format-details 13).
    const path = target === undefined ? undefined : joinPath(folder === '' ? '.' : `${folder}/.`, target);
    if (path !== undefined) push(groups, path, signoff);
  }
  for (const group of groups.values()) {
    group.sort(
      (a, b) => compare(a.keys.date?.value ?? '', b.keys.date?.value ?? '') || compare(a.path, b.path),
    );
  }
  return groups;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
