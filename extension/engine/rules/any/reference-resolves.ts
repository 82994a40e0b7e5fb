import { fieldsOf } from '../../index/fields.ts';
import { isRelative } from '../../index/link-targets.ts';
import type { Field, GovernedDocument, Link } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { catalogue } from '../../model/generated/catalogue.ts';
import type { Span } from '../../model/text.ts';
import { nearMiss } from '../../values/near-miss.ts';
import { quote } from '../../values/quote.ts';
import { defineRule, type Reporter } from '../define.ts';
import { isRuleName, ruleNames } from '../generated/rule-names.ts';
import { partOf } from '../place-of.ts';

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
    since: '0.1.0',
  },
  messages,
  document(document, view, report) {
    for (const field of fieldsOf(document)) {
      if (field.state !== 'read') continue;
      const { is } = field.spec.type;
      if (is === 'who') checkWho(field, view, report);
      else if (is === 'name' || is === 'names' || is === 'depends') checkRows(field, view, report);
      else if (field.spec.key === 'rule' && field.row?.section.key === 'accepted_deviations') checkRule(field, report);
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
    if (!known) sayUnknown(field, text, span, 'person, team or party', view, report);
  }
}

function checkRows(field: Field, view: View, report: Report): void {
  const references =
    field.spec.type.is === 'depends' ? view.dependencies(field).flatMap(({ of }) => of) : view.named(field);
  for (const { text, span, known } of references) {
    if (!known) sayUnknown(field, text, span, whatRows(field), view, report);
  }
}

function whatRows({ spec: { type } }: Field): string {
  if (type.is !== 'name' && type.is !== 'names' && type.is !== 'depends') return 'row';
  const words = type.of.map((key) => {
    if (key === 'candidates') return 'candidate';
    return key === 'any' ? 'row' : catalogue.sections[key].columns[0]!.title;
  });
  return words.map((word) => (word === word.toUpperCase() || word === 'KPI' ? word : word.toLowerCase())).join(' or ');
}

function sayUnknown(field: Field, name: string, span: Span, what: string, view: View, report: Report): void {
  const at = partOf(field, span);
  if (view.onlyInEnded(field, name)) {
    report.wrong(at, 'ended', { name: quote(name) });
    return;
  }
  const near = nearMiss(name, view.candidatesFor(field));
  if (near === undefined) report.wrong(at, 'unknown', { name: quote(name), what });
  else {
    report.wrong(at, 'near', { name: quote(name), what, near }, { fixes: [replaceBy(field.document, span, near)] });
  }
}

function checkHeaders(document: GovernedDocument, view: View, report: Report): void {
  for (const section of document.sections.values()) {
    const headers = section.spec.further?.headers;
    if (headers !== 'who' && headers !== 'teams') continue;
    for (const header of section.furtherHeaders) {
      if (header.text.trim() === '' || view.headed(header).known) continue;
      const at = { document, span: header.span, at: `${section.spec.title}.${header.text}` };
      const what = 'person, team or party';
      const name = quote(header.text);
      const near = nearMiss(header.text, whoNames(view));
      if (near === undefined) report.wrong(at, 'unknown', { name, what });
      else report.wrong(at, 'near', { name, what, near }, { fixes: [replaceBy(document, header.span, near)] });
    }
  }
}

function whoNames(view: View): readonly string[] {
  const names = [...view.rows('people').map((row) => row.cells.person), ...view.rows('teams').map((row) => row.cells.team)];
  return names.flatMap((field) => (field?.state === 'read' ? [field.source.text] : []));
}

function checkRule(field: Field, report: Report): void {
  const name = field.source.text.trim();
  if (isRuleName(name)) return;
  const near = nearMiss(name, ruleNames);
  report.wrong(field, 'rule', { name: quote(name) }, {
    fixes: near === undefined ? [] : [replaceBy(field.document, field.source.span, near)],
  });
}

function checkPlan(field: Field, view: View, report: Report): void {
  const target = field.source.text.trim();
  if (field.source.links?.length) return;
  const isTopic = view.find('topics', target) !== undefined;
  if (!isTopic && !view.linkResolves(field.document, target)) report.wrong(field, 'target', { target: quote(target) });
}

function checkLink(link: Link, field: Field, view: View, report: Report): void {
  if (link.image || !isRelative(link.target) || view.linkResolves(field.document, link.target)) return;
  report.wrong(partOf(field, link.targetSpan), 'target', { target: quote(link.target) });
}

function replaceBy(document: GovernedDocument, span: Span, text: string) {
  return { title: `Replace by "${text}"`, safe: true, edits: [{ document, span, text }] };
}
