import { cellOf, keyOf } from '../../index/names.ts';
import { fieldsOf } from '../../index/fields.ts';
import type { Field, GovernedDocument, Row, Section } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { catalogue } from '../../model/generated/catalogue.ts';
import type { FieldSpec, SectionKey } from '../../model/schema.ts';
import { defineRule, type Reporter } from '../define.ts';
import { emptyKey, emptyTable } from '../insert.ts';
import { fenceOf, kindOf } from '../place-of.ts';
import { missingColumns, missingKeys } from '../validate.ts';

const missing = {
  key: {
    message: 'This document lacks the key "{{key}}": add it to the front matter, for example "{{key}}: {{example}}".',
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
  placeholder: {
    message: '"{{text}}" is a placeholder: replace it by the real value, or leave it empty.',
    ask: '{{ask}}',
    how: 'Replace "{{text}}", for example by {{example}}.',
  },
  section: {
    message: 'A document of kind "{{kind}}" needs {{sections}}: add the section with at least one row.',
    ask: 'What belongs under {{sections}}?',
    how: 'Add a heading "{{first}}" with its table, and one row for each.',
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
    profiles: ['base'],
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
    const data = { key: spec.key, ask: spec.ask, example: spec.example };
    if (!field) report.missing(fenceOf(document), 'key', data, emptyKey(document, spec.key));
    else if (field.state === 'empty') report.missing(field, 'emptyKey', data);
  }
  const hasTitle = keyOf(document, 'title')?.state === 'read' || document.headings.some(({ level }) => level === 1);
  if (document.kind !== 'signoff' && !hasTitle && keyOf(document, 'title')?.state !== 'placeholder') {
    report.missing(fenceOf(document), 'title', {}, emptyKey(document, 'title'));
  }
}

function checkRows(section: Section, view: View, report: Report): void {
  if (section.rows.length === 0) return;
  const { spec, columns } = section;
  const required = new Map(spec.columns.filter(({ required }) => required).map((column) => [column.key, column]));
  for (const column of required.values()) {
    if (!columns.has(column.key)) report.missing(section, 'column', { section: spec.title, ...textsOf(column) });
  }
  for (const row of section.rows) {
    for (const key of missingColumns(row)) {
      const field = cellOf(row, key);
      const column = required.get(key);
      if (column && field?.state === 'empty') report.missing(field, 'cell', { section: spec.title, ...textsOf(column) });
    }
    if (section.key === 'results') checkMeasure(row as unknown as Row<'results'>, view, report);
  }
}

/** Results.Measure is required only where Of names a service (rules.md 1.7). */
function checkMeasure(row: Row<'results'>, view: View, report: Report): void {
  const isService = view.named(row.cells.of).some(({ target }) => target?.section.key === 'services');
  const { measure } = row.cells;
  const spec = row.section.spec.columns.find(({ key }) => key === 'measure')!;
  if (isService && (measure === undefined || measure.state === 'empty')) {
    report.missing(measure ?? row.cells.of!, 'cell', { section: row.section.spec.title, ...textsOf(spec) });
  }
}

function textsOf(spec: FieldSpec): { column: string; ask: string; example: string } {
  return { column: spec.title, ask: spec.ask, example: spec.example };
}

function checkLead(document: GovernedDocument, view: View, report: Report): void {
  if (document.kind === 'record') {
    checkRecord(document, report);
    return;
  }
  const { lead, leadAnywhere } = catalogue.kinds[document.kind];
  if (lead.length === 0 || lead.some((key) => isPresent(document.sections.get(key)))) return;
  if (leadAnywhere && lead.some((key) => view.sections(key).some(isPresent))) return;
  saySection(document, lead, report);
}

/** Lead sections of a record depend on its type (rules.md 1.7, format-details 19). */
function checkRecord(document: GovernedDocument, report: Report): void {
  const type = document.keys.type?.value;
  const lead: SectionKey | undefined =
    type === 'service-review' ? 'results' : type === 'change' ? 'changes' : undefined;
  if (lead) {
    if (!isPresent(document.sections.get(lead))) saySection(document, [lead], report);
  } else if (!document.hasText) report.missing(kindOf(document), 'anything', {});
}

function isPresent(section: Section | undefined): boolean {
  return section !== undefined && (section.rows.length > 0 || section.items.length > 0 || section.prose !== '');
}

function saySection(document: GovernedDocument, keys: readonly SectionKey[], report: Report): void {
  const titles = keys.map((key) => catalogue.sections[key].title);
  const sections = titles.length === 1 ? titles[0]! : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)!}`;
  report.missing(
    kindOf(document),
    'section',
    { kind: document.kind, sections, first: titles[0]! },
    document.sections.has(keys[0]!) ? {} : emptyTable(document, keys[0]!),
  );
}

function checkPlaceholders(document: GovernedDocument, report: Report): void {
  for (const field of fieldsOf(document)) {
    if (field.state !== 'placeholder') continue;
    report.missing(field, 'placeholder', { text: field.source.text, ask: askOf(field), example: field.spec.example });
  }
}

function askOf(field: Field): string {
  return field.spec.ask === '' ? `What belongs into "${field.spec.title}"?` : field.spec.ask;
}

