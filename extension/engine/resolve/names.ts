import { catalogue } from '../model/generated/catalogue.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { Named } from '../model/engagement.ts';
import type { SectionKey } from '../model/schema.ts';
import type { Side } from '../model/value.ts';
import { fold, foldName } from '../values/fold.ts';
import { companiesByCalling } from './parties-called.ts';
import { peopleByCalling } from './people-called.ts';

/**
 * What names stand for among some documents of an engagement, built section by section when first asked.
 * The first row by path and line has the name; that there are two is for DOC002 to say.
 */
export interface Names {
  /** Those whose names they are. */
  readonly documents: readonly GovernedDocument[];
  row(section: SectionKey, name: string): Row | undefined;
  rowNames(section: SectionKey): readonly string[];
  who(name: string): Named | undefined;
  /** A Party cell: one of the two parties, a third party, or a subcontractor. */
  party(name: string): Named | undefined;
  whoNames(): readonly string[];
  /** Headers of the further columns of Scores. */
  candidate(name: string): string | undefined;
  candidateNames(): readonly string[];
}

/** A name without what stands in brackets behind it, which says more of whom it names and is not another name. */
export function withoutNote(text: string): { readonly name: string; readonly note: string } | undefined {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const name = text.slice(0, Math.max(open, 0)).trim();
  const note = text.slice(open + 1, -1).trim();
  return name === '' || note === '' || note.includes(')') ? undefined : { name, note };
}

/** Names of the rows of these documents, which must be sorted by path. */
export function namesOf(documents: readonly GovernedDocument[], lead: GovernedDocument | undefined): Names {
  const rows = new Map<SectionKey, ReadonlyMap<string, Row>>();
  const ids = new Map<SectionKey, ReadonlyMap<string, Row>>();
  let who: ReadonlyMap<string, Named> | undefined;
  let called: ReadonlyMap<string, Named> | undefined;
  let candidates: Map<string, string> | undefined;

  function rowsOf(section: SectionKey): ReadonlyMap<string, Row> {
    let known = rows.get(section);
    if (!known) rows.set(section, (known = rowsByName(documents, section)));
    return known;
  }
  function idsOf(section: SectionKey): ReadonlyMap<string, Row> {
    let known = ids.get(section);
    if (!known) ids.set(section, (known = rowsById(documents, section)));
    return known;
  }
  function whoIsThere(): ReadonlyMap<string, Named> {
    return (who ??= whoByName(lead, rowsOf, idsOf));
  }
  function whoIsCalled(): ReadonlyMap<string, Named> {
    return (called ??= whoByCalling(whoIsThere(), rowsOf('people')));
  }
  function candidatesOf(): ReadonlyMap<string, string> {
    if (!candidates) {
      candidates = new Map();
      for (const document of documents) {
        for (const { text } of document.sections.get('scores')?.furtherHeaders ?? []) {
          candidates.set(foldName(text), text);
        }
      }
    }
    return candidates;
  }
  // Most are named as they are written where they are defined.
  const foundAs = (folded: string): Named | undefined =>
    whoIsThere().get(folded) ?? whoIsCalled().get(folded);
  const find = (name: string): Named | undefined => {
    const whole = foundAs(foldName(name)) ?? foundAs(fold(name));
    if (whole) return whole;
    const parts = withoutNote(name);
    if (!parts) return undefined;
    // "Project manager (anna)" names who has the role.
    const within = foundAs(foldName(parts.note));
    return foundAs(foldName(parts.name)) ?? (within?.is === 'person' ? within : undefined);
  };

  return {
    documents,
    row: (section, name) => rowsOf(section).get(foldName(name)) ?? idsOf(section).get(foldName(name)),
    rowNames: (section) => [...rowsOf(section).values()].map((row) => nameOfRow(row)!),
    who: find,
    party(name) {
      const named = find(name);
      return named?.is === 'party' || named?.is === 'subcontractor' ? named : undefined;
    },
    whoNames: () => [...new Set([...whoIsThere().values()].map((named) => named.name))],
    candidate: (name) => candidatesOf().get(foldName(name)),
    candidateNames: () => [...candidatesOf().values()],
  };
}

/** The text of the first identity column of a row, as written; undefined where it is empty. */
export function nameOfRow(row: Row): string | undefined {
  const field = nameCellOf(row);
  return field && field.state !== 'empty' && field.state !== 'placeholder' ? field.source.text : undefined;
}

/** The cell that names a row. */
export function nameCellOf(row: Row): Field | undefined {
  const [identity] = row.section.spec.identity;
  return identity === undefined ? undefined : cellOf(row, identity);
}

/** A cell by the key of its column, for code that works on any section. */
export function cellOf(row: Row, column: string): Field | undefined {
  return ownField(row.cells, column);
}

/** A front matter value by its key, for code that works on any kind. */
export function keyOf(document: GovernedDocument, key: string): Field | undefined {
  return ownField(document.keys, key);
}

/** What was read, and not what every object has: people write keys such as `constructor`. */
function ownField(fields: object, name: string): Field | undefined {
  return Object.hasOwn(fields, name)
    ? (fields as Readonly<Record<string, Field | undefined>>)[name]
    : undefined;
}

function rowsByName(documents: readonly GovernedDocument[], key: SectionKey): ReadonlyMap<string, Row> {
  const known = new Map<string, Row>();
  for (const document of documents) {
    for (const row of document.sections.get(key)?.rows ?? []) {
      const name = nameOfRow(row);
      if (name === undefined) continue;
      const folded = foldName(name);
      if (!known.has(folded)) known.set(folded, row);
    }
  }
  return known;
}

/** Rows by the number that they have beside their name, as far as only one has it. */
function rowsById(documents: readonly GovernedDocument[], key: SectionKey): ReadonlyMap<string, Row> {
  const known = new Map<string, Row>();
  const shared = new Set<string>();
  for (const document of documents) {
    for (const row of document.sections.get(key)?.rows ?? []) {
      if (row.id?.state !== 'read' || nameOfRow(row) === undefined) continue;
      const folded = foldName(row.id.source.text);
      if (known.has(folded)) shared.add(folded);
      else known.set(folded, row);
    }
  }
  for (const id of shared) known.delete(id);
  return known;
}

function whoByName(
  lead: GovernedDocument | undefined,
  rowsOf: (section: SectionKey) => ReadonlyMap<string, Row>,
  idsOf: (section: SectionKey) => ReadonlyMap<string, Row>,
): ReadonlyMap<string, Named> {
  const who = new Map<string, Named>();
  for (const { word, forms } of catalogue.words.party.words) {
    const side = word === 'client' || word === 'supplier' ? word : undefined;
    for (const form of forms) who.set(form, { is: 'party', name: word, side });
  }
  for (const side of ['client', 'supplier'] as const) {
    const name = lead?.keys[side]?.value;
    if (name !== undefined) who.set(foldName(name), { is: 'party', name, side });
  }
  for (const [folded, row] of rowsOf('subcontractors')) {
    addNew(who, folded, {
      is: 'subcontractor',
      name: nameOfRow(row)!,
      row: row as unknown as Row<'subcontractors'>,
      side: 'supplier',
    });
  }
  // Sides are read off parties and subcontractors alone, so a team cannot be the party of a person.
  const parties = new Map([...companiesByCalling(who.values()), ...who]);
  for (const is of ['person', 'team'] as const) {
    for (const [folded, row] of rowsOf(is === 'person' ? 'people' : 'teams')) {
      const named = { is, name: nameOfRow(row)!, row, side: sideOfParty(row, parties) };
      addNew(who, folded, named as unknown as Named);
    }
  }
  for (const section of ['people', 'teams', 'subcontractors'] as const) {
    for (const [folded, row] of idsOf(section)) {
      const named = who.get(foldName(nameOfRow(row)!));
      if (named && named.is !== 'party' && (named.row as unknown) === row) addNew(who, folded, named);
    }
  }
  return who;
}

/** What else people and parties are called, as far as it is nobody's name. */
function whoByCalling(
  who: ReadonlyMap<string, Named>,
  people: ReadonlyMap<string, Row>,
): ReadonlyMap<string, Named> {
  const called = new Map<string, Named>();
  const add = (calling: string, named: Named): void => {
    if (!who.has(calling)) addNew(called, calling, named);
  };
  const rows = people.values() as Iterable<unknown> as Iterable<Row<'people'>>;
  for (const [calling, its] of peopleByCalling(rows)) {
    const named = who.get(foldName(nameOfRow(its[0] as unknown as Row)!));
    if (its.length === 1 && named?.is === 'person' && named.row === its[0]) add(calling, named);
  }
  for (const [name, named] of companiesByCalling(who.values())) add(name, named);
  return called;
}

function sideOfParty(row: Row, parties: ReadonlyMap<string, Named>): Side | undefined {
  const party = cellOf(row, 'party');
  if (party?.state !== 'read') return undefined;
  return (parties.get(foldName(party.source.text)) ?? parties.get(fold(party.source.text)))?.side;
}

function addNew(who: Map<string, Named>, folded: string, named: Named): void {
  if (!who.has(folded)) who.set(folded, named);
}
