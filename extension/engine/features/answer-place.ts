import type { Field, GovernedDocument, Row, Section } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import { dataInEnglish } from '../model/said.ts';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { keyOf, nameOfRow } from '../resolve/names.ts';
import { isFilled } from '../resolve/is-filled.ts';
import { placeOf } from '../rules/place-of.ts';
import { toQuestion } from '../rules/findings.ts';
import type { Remark, WordedFix } from '../rules/remark.ts';
import { isAskedFor } from '../values/asked-for.ts';
import { formatText, joined } from '../values/say.ts';
import { openValues, rowCalled, type OpenValue } from './answers.ts';
import { withEdits } from './write-cells.ts';

/**
 * Where the answer to a question goes. The document is as it stands once the answer has room: with the key, the column or
 * the section that a fix of the question adds.
 */
export type AnswerPlace =
  | { readonly is: 'value'; readonly document: GovernedDocument; readonly open: OpenValue }
  /** A new row, of which these columns are asked for, the first one first. */
  | {
      readonly is: 'row';
      readonly document: GovernedDocument;
      readonly section: SectionSpec;
      readonly columns: readonly [FieldSpec, ...FieldSpec[]];
    }
  /** Text or an item of a list below a heading. */
  | { readonly is: 'text'; readonly document: GovernedDocument; readonly section: SectionSpec };

/** Reads the text that a document of that path would have. */
export type ReadText = (path: string, text: string) => GovernedDocument | undefined;

/** Where the answer to a question of a draft goes; undefined where only a person who reads the document can know. */
export function answerPlace(remark: Remark, read: ReadText): AnswerPlace | undefined {
  const { document, at } = remark.place;
  const open = openAt(remark);
  if (open) return { is: 'value', document, open };
  const section = [...document.sections.values()].find(({ spec }) => spec.title === at);
  if (section && isEmpty(section)) return belowHeading(remark, document, section.spec);
  for (const fix of remark.fixes) {
    const opened = openedBy(fix, remark, read);
    if (opened) return opened;
  }
  const named = keyNamed(remark);
  if (named) return { is: 'value', document, open: named };
  const key = remark.rule.meta.looksIn?.find(
    (one) => document.sections.has(one) || catalogue.kinds[document.kind].sections.includes(one),
  );
  return key === undefined || document.isOpenAtEnd
    ? undefined
    : belowHeading(remark, document, catalogue.sections[key]);
}

/** The key or cell at which a question stands, where that is empty, or holds what is asked to be put right. */
function openAt(remark: Remark): OpenValue | undefined {
  const { document } = remark.place;
  const [open] = openValues(document, [toQuestion(remark)]);
  if (!open || open.at === 'kind') return undefined;
  // Of a value that is there another rule asks for something else.
  return remark.rule.code === 'DOC014' || !isFilled(keyOf(document, open.at)) ? open : undefined;
}

/** The key behind which the answer goes, as the question says, where the document has no value for it. */
function keyNamed(remark: Remark): OpenValue | undefined {
  const { document } = remark.place;
  const { how, said } = toQuestion(remark);
  const [, name] = /"([a-z_]+):"/.exec(how) ?? [];
  const spec = catalogue.kinds[document.kind].keys.find(({ key }) => key === name);
  return spec && !isFilled(keyOf(document, spec.key)) ? { at: spec.key, spec, asks: [said.ask] } : undefined;
}

/** Whether a section that is there holds nothing of what it is for; what explains it does not count. */
function isEmpty({ spec: { shape }, rows, items, prose }: Section): boolean {
  if (shape === 'prose') return prose === '';
  if (shape === 'table') return rows.length === 0;
  return (
    items.length === 0 && (shape === 'list' || (shape === 'table or list' ? rows.length === 0 : prose === ''))
  );
}

function belowHeading(
  { rule }: Remark,
  document: GovernedDocument,
  section: SectionSpec,
): AnswerPlace | undefined {
  if (!section.shape.includes('table')) return { is: 'text', document, section };
  // Such a row says something only below the names of people, teams or candidates.
  if (section.further) return undefined;
  const titles = new Set(rule.meta.reads.map((one) => one.split('/')[1]));
  const there = document.sections.get(section.key)?.columns;
  const [first, ...others] = section.columns.filter(
    (column) =>
      (isAskedFor(column) || titles.has(`${section.title}.${column.title}`)) &&
      (!there || there.size === 0 || there.has(column.key)),
  );
  return first && { is: 'row', document, section, columns: [first, ...others] };
}

/** The first empty place that a fix opens: a key, a cell of a new row or column, or a section. */
function openedBy({ edits }: WordedFix, remark: Remark, read: ReadText): AnswerPlace | undefined {
  const edited = edits[0]?.document;
  if (!edited || !('text' in edited) || edits.some(({ document }) => document !== edited)) return undefined;
  const document = read(edited.path, withEdits(edited.text, edits));
  if (!document) return undefined;
  const added = [...document.sections.values()].find(({ key }) => !edited.sections.has(key));
  if (added && added.rows.length === 0) return belowHeading(remark, document, added.spec);
  const known = new Set(edited.fields.map((field) => placeOf(field).at));
  const opened = document.fields.filter(
    (field) => field.state === 'empty' && !known.has(placeOf(field).at) && isAsked(field),
  );
  const [field] = [...opened.filter(({ row }) => isNamed(row, remark)), ...opened];
  return field && { is: 'value', document, open: openOf(field, remark) };
}

/** Cells below names of people and teams have no question of their own. */
function isAsked({ row, spec }: Field): boolean {
  if (row && !row.section.spec.columns.includes(spec)) return false;
  return row === undefined || isAskedFor(spec) || nameOfRow(row) !== undefined;
}

/** Whether the question names the row: a new column is there for every row, and often asked of some. */
function isNamed(row: Row | undefined, { data }: Remark): boolean {
  const name = row && nameOfRow(row);
  return name !== undefined && Object.values(dataInEnglish(data)).some((text) => text.includes(`"${name}"`));
}

function openOf(field: Field, remark: Remark): OpenValue {
  const { ask } = toQuestion(remark).said;
  const [name] = field.row ? rowCalled(field.row) : [];
  const asks = name === undefined ? [ask] : [ask, joined([name, formatText(field.spec.ask)], ': ')];
  return { at: placeOf(field).at, spec: field.spec, asks };
}
