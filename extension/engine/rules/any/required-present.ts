import { isGate } from '../../resolve/gates.ts';
import { cellOf, keyOf } from '../../resolve/names.ts';
import { levelsOf } from '../../resolve/service-levels.ts';
import type { Field, GovernedDocument, Row, Section } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { catalogue } from '../../model/generated/catalogue.ts';
import type { FieldSpec, SectionKey } from '../../model/schema.ts';
import { quote } from '../../values/quote.ts';
import { defineRule, type Reporter } from '../define.ts';
import { emptyKey, emptyTable, tableLines } from '../insert.ts';
import { takenOver } from '../keys-in-text.ts';
import { hasProblemUnder, isSomebodyIn, sayLackingCells } from '../lacking-cells.ts';
import { fenceOf, kindOf } from '../place-of.ts';
import { missingColumns, missingKeys } from '../validate.ts';
import { wantedColumns } from '../wanted-columns.ts';
import { isAskedFor } from '../../values/asked-for.ts';
import { say, words, listSaid, formatText, sectionTitle } from '../../values/say.ts';

const missing = {
  key: {
    message:
      'This document lacks the key "{{key}}": add it to the front matter, for example "{{key}}: {{example}}".',
    ask: '{{ask}}',
    how: 'Write it behind "{{key}}:" in the front matter, for example {{example}}.',
  },
  emptyKey: {
    message: 'The key "{{key}}" is empty: give it a value, for example {{example}}.',
    ask: '{{ask}}',
    how: 'Write it behind "{{key}}:" in the front matter, for example {{example}}.',
  },
  title: {
    message: 'This document has no title: add the key "title", or a heading of level 1.',
    ask: 'What is this document called?',
    how: 'Write it behind "title:" in the front matter.',
  },
  column: {
    message: 'The table under "{{section}}" lacks the column "{{column}}".',
    ask: '{{ask}}',
    how: 'Add a column "{{column}}" to the table under "{{section}}", for example with {{example}}.',
  },
  cell: {
    message: '"{{column}}" is empty here, and each row of {{section}} needs it: for example {{example}}.',
    ask: '{{ask}}',
    how: 'Write it into the column "{{column}}" of {{section}}, for example {{example}}.',
  },
  noCell: {
    message:
      'This row ends before the column "{{column}}", and each row of {{section}} needs it: for example {{example}}.',
    ask: '{{ask}}',
    how: 'Write it into the column "{{column}}" of {{section}}, for example {{example}}.',
  },
  placeholder: {
    message: '"{{text}}" is a placeholder: replace it by the real value, or leave it empty.',
    ask: '{{ask}}',
    how: 'Replace "{{text}}", for example by {{example}}.',
  },
  section: {
    message: 'A document of kind "{{kind}}" needs {{sections}}: add the section with at least one row.',
    ask: 'What belongs under {{sections}}?',
    how: 'Add a heading "{{section}}" with its table, and one row for each.',
  },
  rows: {
    message:
      '"{{section}}" has no rows: add at least one, for it is what a document of kind "{{kind}}" is for.',
    ask: 'What belongs under {{section}}?',
    how: 'Write a table under the heading "{{section}}", and one row for each.',
  },
  term: {
    message:
      '"{{value}}" does not say for how long the contract is renewed: add the length, for example "automatic, 12 months".',
    ask: 'For how long does the contract go on if nobody refuses the renewal?',
    how: 'Write the length behind the comma, for example "automatic, 12 months".',
  },
  anything: {
    message: 'This record says nothing: add a section, or a few lines of prose.',
    ask: 'What was said and decided?',
    how: 'Add a section such as Decisions, Actions or Notes.',
  },
} as const;

type Report = Reporter<Record<never, never>, typeof missing>;

export default defineRule({
  code: 'DOC014',
  name: 'required-present',
  meta: {
    kinds: ['*'],
    reads: ['*/kind', '*/title', '*/owner', '*/counterpart', 'file/tables'],
    summary: 'Require the keys, columns, cells and sections without which a document cannot be relied on',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    leavesTo: ['DOC001', 'DOC020', 'DOC028'],
    since: '0.1.0',
  },
  missing,
  document(document, view, report) {
    // Keys of front matter that does not read as a whole cannot be asked for: DOC001 speaks alone.
    const isWhole = !document.problems.some(({ code, id }) => code === 'DOC001' && !partial.has(id));
    if (isWhole) checkKeys(document, report);
    for (const section of document.sections.values()) checkRows(section, view, report);
    checkLead(document, view, report);
    checkPlaceholders(document, report);
  },
});

/** Problems of single keys or of the body: the other keys of such front matter are read. */
const partial: ReadonlySet<string> = new Set([
  'conflict',
  'invalidUtf8',
  'sharedKey',
  'duplicateKey',
  'nestedMap',
  'listOfLists',
]);

function checkKeys(document: GovernedDocument, report: Report): void {
  const kind = catalogue.kinds[document.kind];
  const lacking = new Set(missingKeys(document));
  for (const spec of kind.keys) {
    if (!lacking.has(spec.key)) continue;
    const field = keyOf(document, spec.key);
    const data = { key: spec.key, ask: formatText(spec.ask), example: words(spec.example, 'example') };
    if (!field) {
      const fixes = [...takenOver(document, spec.key), ...(emptyKey(document, spec.key).fixes ?? [])];
      report.missing(fenceOf(document), 'key', data, { fixes });
    } else if (field.state === 'empty') report.missing(field, 'emptyKey', data);
  }
  checkTitle(document, report);
  const { renewal } = document.keys;
  // What silence commits to cannot be computed without a length (settled 10).
  if (renewal?.value?.kind === 'automatic' && renewal.value.term === undefined)
    report.missing(renewal, 'term', { value: quote(renewal.source.text) });
}

/** `title`, unless the body has a level-1 heading (rules.md 1.7); sign-offs are written without one. */
function checkTitle(document: GovernedDocument, report: Report): void {
  const title = keyOf(document, 'title');
  if (document.kind === 'signoff' || document.headings.some(({ level }) => level === 1)) return;
  if (!title) report.missing(fenceOf(document), 'title', {}, emptyKey(document, 'title'));
  else if (title.state === 'empty') report.missing(title, 'title', {});
}

function checkRows(section: Section, view: View, report: Report): void {
  // What is wanted alone is asked for while the document is written; after that it is for DOC028 to say.
  const isDraft = section.document.status === 'draft';
  // Nearly every row is complete, and then nothing needs to be asked of the schemas.
  const isAsked = isDraft ? isAskedFor : isRequired; // equivalent: it is only asked less often
  const isWhole = (row: Row): boolean => isComplete(row, isAsked);
  if (section.key !== 'results' && section.rows.every(isWhole)) return; // equivalent: it saves the question
  const lackingOf = (row: Row): ReadonlySet<string> =>
    new Set([...missingColumns(row), ...(isDraft ? wantedColumns(row) : [])]);
  const lacking = new Map(section.rows.map((row) => [row, lackingOf(row)]));
  const tables = { linesAt: tableLines(section.document), isSomebody: isSomebodyIn(view) };
  for (const column of section.spec.columns) {
    // A name that two sections share is asked for once.
    if (section.within && column.key === section.spec.identity[0]) continue;
    const rows = section.rows.filter(
      (row) =>
        (lacking.get(row)!.has(column.key) && !(column.key === 'weight' && isGate(row))) ||
        (column.key === 'measure' && isOfService(row, view)),
    );
    sayLackingCells(section, column, rows, tables, report);
  }
}

/** Whether everything that is asked of a row was read. */
function isComplete({ section, cells }: Row, isAsked: (column: FieldSpec) => boolean): boolean {
  const fields: Readonly<Record<string, Field | undefined>> = cells;
  return section.spec.columns.every((column) => !isAsked(column) || fields[column.key]?.state === 'read'); // equivalent: of an incomplete row the schemas are asked
}

function isRequired({ required }: FieldSpec): boolean {
  return required; // equivalent: of an incomplete row the schemas are asked
}

/** Results.Measure is required only where Of names a service (rules.md 1.7) of which more than one thing is measured. */
function isOfService(row: Row, view: View): boolean {
  return view
    .named(cellOf(row, 'of'))
    .some(({ text, target }) => target?.section.key === 'services' && levelsOf(text, view).length !== 1);
}

function checkLead(document: GovernedDocument, view: View, report: Report): void {
  if (document.kind === 'record') {
    checkRecord(document, report);
    return;
  }
  const { lead, leadAnywhere } = catalogue.kinds[document.kind];
  if (lead.length === 0 || hasMeantLead(document)) return;
  const documents = leadAnywhere ? view.documents : [document];
  const isThere = documents.some(({ sections }) => lead.some((key) => isPresent(sections.get(key))));
  if (!isThere) saySection(document, lead, report);
}

/** Lead sections of a record depend on its type (rules.md 1.7, format-details 19). */
function checkRecord(document: GovernedDocument, report: Report): void {
  const type = document.keys.type?.value;
  if (type === undefined) return;
  const lead: SectionKey | undefined =
    type === 'service-review' ? 'results' : type === 'change' ? 'changes' : undefined;
  if (lead) {
    if (!isPresent(document.sections.get(lead)) && !hasMeantLead(document))
      saySection(document, [lead], report);
  } else if (!document.hasText) report.missing(kindOf(document), 'anything', {});
}

/** Whether DOC020 says of a table or of cards that they are what the document is kept for. */
function hasMeantLead({ problems }: GovernedDocument): boolean {
  return problems.some(({ id }) => meantLead.has(id));
}

const meantLead: ReadonlySet<string> = new Set([
  'leadTable',
  'leadHeading',
  'nearLead',
  'titleIsNoLead',
  'cards',
]);

/** A section with rows or text, or with a table of which DOC020 says that it was not read. */
function isPresent(section: Section | undefined): boolean {
  if (!section) return false;
  const isFilled = section.rows.length > 0 || section.items.length > 0 || section.prose !== '';
  return isFilled || hasUnreadTable(section);
}

function hasUnreadTable(section: Section): boolean {
  return hasProblemUnder(section, ({ code }) => code === 'DOC020');
}

function saySection(document: GovernedDocument, keys: readonly SectionKey[], report: Report): void {
  const empty = keys.map((key) => document.sections.get(key)).find((section) => section !== undefined);
  if (empty) {
    report.missing(empty, 'rows', { section: quote(empty.heading.text), kind: document.kind });
    return;
  }
  const titles = keys.map((key) => sectionTitle(catalogue.sections[key]));
  report.missing(
    kindOf(document),
    'section',
    { kind: document.kind, sections: listSaid(titles, 'or'), section: titles[0]! },
    emptyTable(document, keys[0]!),
  );
}

function checkPlaceholders(document: GovernedDocument, report: Report): void {
  for (const field of document.fields) {
    if (field.state !== 'placeholder') continue;
    const { ask, example, title, type } = field.spec;
    report.missing(field, 'placeholder', {
      text: quote(field.source.text),
      ask: ask ? formatText(ask) : say('What belongs into "{{column}}"?', { column: quote(title) }),
      example: words(example || furtherExamples[type.is]!, 'example'),
    });
  }
}

/** What may stand in a column that is headed by a name, and has no question and example of its own. */
const furtherExamples: Readonly<Record<string, string>> = {
  raci: 'R',
  step: '2',
  score: '4',
  scoreOrPass: '4',
};
