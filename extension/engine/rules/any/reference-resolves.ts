import { isRelative } from '../../resolve/link-targets.ts';
import { nearTarget } from '../../resolve/near-target.ts';
import { nameOfRow } from '../../resolve/names.ts';
import type { Field, GovernedDocument, Link, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { catalogue } from '../../model/generated/catalogue.ts';
import type { FieldSpec, SectionKey } from '../../model/schema.ts';
import type { Span } from '../../model/text.ts';
import { foldName } from '../../values/fold.ts';
import { nearMiss } from '../../values/near-miss.ts';
import { quote } from '../../values/quote.ts';
import { defineRule, type Reporter } from '../define.ts';
import { isRuleName, ruleNames } from '../generated/rule-names.ts';
import { partOf } from '../place-of.ts';
import { nameReplacement, replacement } from '../replacement.ts';
import { words, listSaid } from '../../values/say.ts';
import type { SaidPart } from '../../model/said.ts';

const messages = {
  unknown: '"{{name}}" names no {{what}} of this engagement: write a name that it has, or add the row.',
  near: '"{{name}}" names no {{what}} of this engagement; did you mean "{{near}}"?',
  ended: '"{{name}}" stands only in a document that has ended: refer to something that still holds.',
  target: 'The link to "{{target}}" leads nowhere: no such file or heading stands in the workspace.',
  rule: '"{{name}}" is no rule: write a code such as OWN009, or its name.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'DOC003',
  name: 'reference-resolves',
  meta: {
    kinds: ['*'],
    reads: ['*/owner', '*/counterpart', 'file/links', 'file/tables'],
    summary: 'Require every name and link in a value or cell to lead to something of the engagement',
    severity: 'error',
    profiles: ['base'],
    unacceptable: true,
    since: '0.1.0',
  },
  messages,
  document(document, view, report) {
    for (const field of document.fields) {
      if (field.state !== 'read') continue;
      const { type } = field.spec;
      if (type.is === 'who') checkWho(field, view, report);
      else if (type.is === 'date') checkAnchor(field, view, report);
      else if ('of' in type) checkRows(field, type.of, view, report);
      else if (field.spec.key === 'rule' && field.row?.section.key === 'accepted_deviations')
        checkRule(field, report);
      else if (field.spec.key === 'knowledge_transfer' && !field.row) checkPlan(field, view, report);
      // SGN001 is the reference rule of sign-offs, and their document key is no link.
      for (const link of field.source.links ?? []) checkLink(link, field, view, report);
    }
    checkHeaders(document, view, report);
  },
});

function checkWho(field: Field, view: View, report: Report): void {
  // PRC002 is the reference rule of Steps, where a role may stand too.
  if (field.row?.section.key === 'steps') return;
  for (const { text, span, known } of view.who(field)) {
    if (!known) sayUnknown(field, text, span, whoWords, view, report);
  }
}

/** What a date is counted from (settled 9). */
function checkAnchor(field: Field, view: View, report: Report): void {
  const anchor = view.anchor(field);
  if (anchor && !anchor.known)
    sayUnknown(field, anchor.text, anchor.span, words('milestone', 'what'), view, report);
}

const whoWords = listSaid(
  ['person', 'team', 'party'].map((word) => words(word, 'what')),
  'or',
);

type RowsOf = Extract<FieldSpec['type'], { readonly of: unknown }>['of'];

function checkRows(field: Field, of: RowsOf, view: View, report: Report): void {
  const references =
    field.spec.type.is === 'depends' ? view.dependencies(field).flatMap((one) => one.of) : view.named(field);
  const what = listSaid(
    of.map((key) => words(wordFor(key), 'what')),
    'or',
  );
  for (const { text, span, known } of references) {
    if (!known) sayUnknown(field, text, span, what, view, report);
  }
}

const otherWords: Readonly<Record<string, string>> = { candidates: 'candidate', any: 'row' };

/** What a row of a section is called: by the heading of its first column, in small letters unless it is short for something. */
function wordFor(key: RowsOf[number]): string {
  const other = otherWords[key];
  if (other !== undefined) return other;
  const word = catalogue.sections[key as SectionKey].columns[0]!.title;
  return word === word.toUpperCase() ? word : word.toLowerCase();
}

function sayUnknown(
  field: Field,
  name: string,
  span: Span,
  what: SaidPart,
  view: View,
  report: Report,
): void {
  const at = partOf(field, span);
  if (view.onlyInEnded(field, name)) {
    report.wrong(at, 'ended', { name: quote(name) });
    return;
  }
  // Nothing is counted from itself.
  const own = field.row && nameOfRow(field.row);
  const near = nearMiss(
    name,
    view.candidatesFor(field).filter((candidate) => candidate !== own),
  );
  if (near === undefined) report.wrong(at, 'unknown', { name: quote(name), what });
  else {
    const fixes = nameReplacement(field, span, near, field.row !== undefined);
    report.wrong(at, 'near', { name: quote(name), what, near: quote(near) }, { fixes });
  }
}

function checkHeaders(document: GovernedDocument, view: View, report: Report): void {
  for (const section of document.sections.values()) {
    const headers = section.spec.further?.headers;
    if (headers !== 'who' && headers !== 'teams') continue;
    const what = headers === 'who' ? whoWords : words('team', 'what');
    for (const header of section.furtherHeaders) {
      if (header.text.trim() === '' || view.headed(header).known) continue;
      const at = { document, span: header.span, at: `${section.spec.title}.${header.text}` };
      const name = quote(header.text);
      // A header that another column has already is not what this one means.
      const others = section.furtherHeaders.map(({ text }) => foldName(text));
      const near = nearMiss(
        header.text,
        headerNames(headers, view).filter((candidate) => !others.includes(foldName(candidate))),
      );
      if (isOnlyInEnded(header.text, headers, view)) report.wrong(at, 'ended', { name });
      else if (near === undefined) report.wrong(at, 'unknown', { name, what });
      else {
        const fixes = nameReplacement({ document, source: header }, header.span, near, true);
        report.wrong(at, 'near', { name, what, near: quote(near) }, { fixes });
      }
    }
  }
}

const headerSections = { who: ['people', 'teams', 'subcontractors'], teams: ['teams'] } as const;

function headerNames(headers: 'who' | 'teams', view: View): readonly string[] {
  return headerSections[headers].flatMap((key) =>
    (view.rows(key) as unknown as readonly Row[]).flatMap(textOfName),
  );
}

function isOnlyInEnded(name: string, headers: 'who' | 'teams', view: View): boolean {
  const folded = foldName(name);
  return view.everything.some(
    ({ status, sections }) =>
      status === 'ended' &&
      headerSections[headers].some((key) =>
        (sections.get(key)?.rows ?? [])
          .flatMap((row) => textOfName(row))
          .some((one) => foldName(one) === folded),
      ),
  );
}

function textOfName(row: Row): readonly string[] {
  const name = nameOfRow(row);
  return name === undefined ? [] : [name];
}

function checkRule(field: Field, report: Report): void {
  const name = field.source.text.trim();
  if (isRuleName(name)) return;
  const near = nearMiss(name, ruleNames);
  const fixes = near === undefined ? [] : nameReplacement(field, field.source.span, near, true);
  report.wrong(field, 'rule', { name: quote(name) }, { fixes });
}

/** A plan is named by its path from the document (format-details 25), or by one of its topics. */
function checkPlan(field: Field, view: View, report: Report): void {
  const target = field.source.text.trim();
  if (field.source.links?.length || view.linkResolves(field.document, target)) return;
  const isTopic = view.everything.some(
    ({ status, sections }) =>
      status !== 'ended' &&
      sections.get('topics')?.rows.some((row) => foldName(nameOfRow(row) ?? '') === foldName(target)),
  );
  if (isTopic) return;
  const near = nearTarget(field.document, target, view);
  const fixes = near === undefined ? [] : [replacement(field, field.source.span, near)];
  report.wrong(field, 'target', { target: quote(target) }, { fixes });
}

function checkLink(link: Link, field: Field, view: View, report: Report): void {
  if (link.image || !isRelative(link.target) || view.linkResolves(field.document, link.target)) return;
  const near = nearTarget(field.document, link.target, view);
  const fixes = near === undefined ? [] : [replacement(field, link.targetSpan, near)];
  report.wrong(partOf(field, link.targetSpan), 'target', { target: quote(link.target) }, { fixes });
}
