import { formerNames, formerNamesIn } from '../../resolve/former-names.ts';
import { cellOf, nameOfRow } from '../../resolve/names.ts';
import { isFilled } from '../../resolve/is-filled.ts';
import type { Field, GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { catalogue } from '../../model/generated/catalogue.ts';
import type { SectionKey } from '../../model/schema.ts';
import { lineOf } from '../../model/text.ts';
import type { Measure } from '../../model/value.ts';
import { splitRow } from '../../parse/split-row.ts';
import { fold, foldName } from '../../values/fold.ts';
import { isAskedFor } from '../../values/asked-for.ts';
import { quote } from '../../values/quote.ts';
import { defineRule, type FixDraft, type Reporter } from '../define.ts';
import { say, words, sectionTitle } from '../../values/say.ts';

const messages = {
  twice:
    '{{section}} has "{{name}}" twice: a name stands for one row, so rename one of them or join the two.',
  idTwice:
    '{{section}} has the number "{{id}}" twice: it stands for one row, so give one of them another one.',
  formerTwice:
    '"{{name}}" was the name of "{{other}}" too: a former name leads to one row, so leave it to one of them.',
  taken:
    '"{{name}}" already names a {{other}} of this engagement: people, teams, subcontractors and the two parties share one set of names.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'DOC002',
  name: 'names-unique',
  meta: {
    kinds: ['*'],
    reads: ['file/tables', 'engagement/client', 'engagement/supplier'],
    summary: 'Require names of rows to be unique where they must be told apart',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    ended: true,
    unacceptable: true,
    leavesTo: ['KPI016'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    // A draft's row is the one reported beside an active one, so active documents come first.
    const documents = [...view.documents].sort((a, b) => rank(a) - rank(b));
    const seen = new Map<string, Row>();
    for (const document of documents) {
      compareWithParties(document, view, report);
      compareRows(document, seen, report);
      compareIds(document, report);
    }
    compareFormer(documents, view, report);
    for (const document of view.everything) {
      if (document.status !== 'ended') continue;
      compareRows(document, new Map(), report);
      compareIds(document, report);
    }
  },
});

function rank(document: GovernedDocument): number {
  return document.status === 'active' ? 0 : 1;
}

/** People, teams and subcontractors share one set of names with the two parties (rules.md 1.6). */
const named = ['people', 'teams', 'subcontractors'] as const;
const isNamed: ReadonlySet<SectionKey> = new Set(named);
/** Two documents that state one of these differently are left to KPI016. */
const leftToDeliverables: ReadonlySet<SectionKey> = new Set(['milestones', 'reports']);
/** `client`, `supplier` and their other forms stand for the parties wherever a name may stand. */
const partyWords: ReadonlySet<string> = new Set(catalogue.words.party.words.flatMap(({ forms }) => forms));

function compareWithParties(document: GovernedDocument, view: View, report: Report): void {
  const parties = partiesOf(view);
  for (const key of named) {
    for (const row of document.sections.get(key)?.rows ?? []) {
      const cell = cellOf(row, row.section.spec.identity[0]!);
      if (cell?.state !== 'read') continue;
      const name = foldName(cell.source.text);
      const [party] = parties.filter((one) => foldName(one.source.text) === name);
      if (!party && !partyWords.has(fold(cell.source.text))) continue;
      const related = party ? [{ at: party, message: say('the party of this name') }] : [];
      report.wrong(
        cell,
        'taken',
        { name: quote(cell.source.text), other: words('party', 'what') },
        { related },
      );
    }
  }
}

/** The two parties, as they stand. */
function partiesOf(view: View): readonly Field[] {
  const { client, supplier } = view.lead?.keys ?? {};
  return [client, supplier]
    .flatMap((one) => (one?.state === 'read' ? [one] : []))
    .sort((a, b) => a.source.span.start - b.source.span.start);
}

function compareRows(document: GovernedDocument, seen: Map<string, Row>, report: Report): void {
  const here = new Map<string, Row>();
  for (const section of document.sections.values()) {
    const { spec } = section;
    // Names that two sections share are looked at once.
    if (spec.reach === 'none' || section.within) continue;
    const known = spec.reach === 'document' || leftToDeliverables.has(section.key) ? here : seen;
    for (const row of section.rows) {
      const identity = identityOf(row);
      if (identity === undefined) continue;
      const key = `${isNamed.has(section.key) ? 'who' : section.key}\u0000${identity}`;
      const first = known.get(key);
      if (!first) known.set(key, row);
      else sayTwice(row, first, report);
    }
  }
}

/** Numbers of rows: those with letters within the section, bare ones within their table, since each begins anew. */
function compareIds(document: GovernedDocument, report: Report): void {
  for (const { rows, spec, within } of document.sections.values()) {
    if (within) continue;
    if (!rows.some(({ id }) => id?.state === 'read')) continue; // equivalent: without numbers there is nothing to walk for
    const seen = new Map<string, Row>();
    let bare = new Map<string, Row>();
    let end: number | undefined;
    for (const row of rows) {
      if (end !== undefined && dashes.test(document.text.slice(end, row.span.start))) bare = new Map();
      end = row.span.end;
      if (row.id?.state !== 'read') continue;
      const id = foldName(row.id.source.text);
      const known = /\p{L}/u.test(id) ? seen : bare;
      const first = known.get(id)?.id;
      if (!first) known.set(id, row);
      else
        report.wrong(
          row.id,
          'idTwice',
          { section: sectionTitle(spec), id: quote(row.id.source.text) },
          { related: [{ at: first, message: say('the first row of this number') }] },
        );
    }
  }
}

/** Former names that two rows have and that none has now. */
function compareFormer(documents: readonly GovernedDocument[], view: View, report: Report): void {
  const former = formerNames(view);
  if (!former) return; // equivalent: it saves the walk over all rows
  const seen = new Map<string, Row>();
  for (const { sections } of documents)
    for (const { key, rows, within } of sections.values())
      for (const row of within ? [] : rows)
        for (const name of formerNamesIn(row)) {
          if (former.isPresentIn(key, name)) continue;
          const id = `${isNamed.has(key) ? 'who' : key}\u0000${foldName(name)}`;
          const first = seen.get(id);
          if (!first) seen.set(id, row);
          else if (first !== row)
            report.wrong(
              row.formerly!,
              'formerTwice',
              { name: quote(name), other: quote(nameOfRow(first) ?? '') },
              { related: [{ at: first.formerly!, message: say('the first row of this name') }] },
            );
        }
}

/** The line below the header of a table. */
const dashes = /[\r\n][ \t|:]*-[-:| \t]*(?:[\r\n]|$)/;

function sayTwice(row: Row, first: Row, report: Report): void {
  const cells = filledIdentity(row);
  const related = [{ at: filledIdentity(first)[0]!, message: say('the first row of this name') }];
  if (row.section.key === first.section.key) {
    const name = cells.map(({ source }) => source.text).join(', ');
    const fixes = isSameRow(row, first) ? [withoutRow(row)] : [];
    report.wrong(
      cells[0]!,
      'twice',
      { section: sectionTitle(row.section.spec), name: quote(name) },
      { related, fixes },
    );
  } else {
    const other =
      first.section.key === 'people' ? 'person' : first.section.key === 'teams' ? 'team' : 'subcontractor';
    report.wrong(
      cells[0]!,
      'taken',
      { name: quote(cells[0]!.source.text), other: words(other, 'what') },
      { related },
    );
  }
}

/** Whether two rows of one table say the same, cell for cell. */
function isSameRow(a: Row, b: Row): boolean {
  const { document, columns } = a.section;
  if (a.section !== b.section || a.further.length !== b.further.length) return false;
  const cellsOf = ({ span }: Row): string => {
    const places = splitRow(document.text, span.start, span.end);
    const cells = places.flatMap((start, i) =>
      i % 2 === 0 ? document.text.slice(start, places[i + 1]).trim() : [],
    );
    while (cells.at(-1) === '') cells.pop();
    return JSON.stringify(cells);
  };
  // In another table of the section the same cells may stand under other headers.
  return cellsOf(a) === cellsOf(b) && [...columns.keys()].every((key) => hasSameCell(a, b, key));
}

function hasSameCell(a: Row, b: Row, key: string): boolean {
  return cellOf(a, key)?.source.text === cellOf(b, key)?.source.text;
}

function withoutRow({ section: { document }, span }: Row): FixDraft {
  const { lineStarts, text } = document;
  const line = lineOf(lineStarts, span.start);
  // With the line break before it: the row may be the last of the file.
  const start =
    /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, lineStarts[line]! - 2), lineStarts[line]))?.[0].length ?? 0;
  const whole = {
    start: lineStarts[line]! - start,
    end: span.end + (/^[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0),
  };
  return { title: say('Remove this row'), edits: [{ document, span: whole, text: '' }] };
}

/** The cells that tell a row from others, without those that are empty. */
function filledIdentity(row: Row): readonly Field[] {
  return row.section.spec.identity.flatMap((column) => {
    const field = cellOf(row, column);
    return field && isFilled(field) ? [field] : [];
  });
}

/**
 * What tells a row from others. Undefined where a cell of it is empty that must be filled, or does not
 * read: such a row is not comparable. General tiers have no Service, and results of a KPI no Measure.
 */
function identityOf(row: Row): string | undefined {
  const { identity, columns } = row.section.spec;
  const parts: string[] = [];
  for (const column of identity) {
    const field = cellOf(row, column);
    if (field?.state === 'read') parts.push(textOf(field));
    else if (columns.some((one) => one.key === column && isAskedFor(one))) return undefined;
    // A service or a measure, which always reads.
    else parts.push('');
  }
  return parts.join('\u0000');
}

/** Measures, words and the lower ends of tiers compare as values (format-details 21), names as names. */
function textOf({ spec, value, source }: Field): string {
  if (spec.type.is === 'measure') {
    const { kind, detail } = value as Measure;
    return `${kind}\u0001${detail === undefined ? '' : fold(detail)}`;
  }
  if (spec.type.is === 'percent') return (value as string).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return spec.type.is === 'word' ? fold(String(value)) : foldName(source.text);
}
