import type { Targets } from '../resolve/link-targets.ts';
import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Finding, Fix, Question, Severity } from '../model/finding.ts';
import { rangeOf, type Span } from '../model/text.ts';
import { foldName } from '../values/fold.ts';
import type { CheckRule, Rule } from './define.ts';
import { placesOf } from './deviation-place.ts';
import { placeOf, type ExactPlace } from './place-of.ts';
import { failureText, render } from './render.ts';
import type { Said, SaidFix } from './said.ts';
import { compareText } from '../values/compare-text.ts';

export type SeveritySetting = Severity | 'off';

/** The rules in force: profiles, then settings by code or name. */
export interface RuleSettings {
  readonly profiles: ReadonlySet<string>;
  readonly severities: ReadonlyMap<string, SeveritySetting>;
}

/** The severity of a rule under these settings; "off" where no profile holds it or a setting says so. */
export function severityOf(rule: Rule, settings: RuleSettings): SeveritySetting {
  const set = settings.severities.get(rule.code) ?? settings.severities.get(rule.name);
  if (set !== undefined) return set;
  return rule.meta.profiles.some((profile) => settings.profiles.has(profile)) ? rule.meta.severity : 'off';
}

/** A row under Accepted deviations that is filled enough to count. */
export interface Deviation {
  readonly row: Row<'accepted_deviations'>;
  readonly rule: string;
  readonly matches: (place: ExactPlace) => boolean;
}

/** The deviations that both sides have written down: rows with Rule, Reason, Approved by and Until filled. */
export function deviationsIn(view: View, targets: Targets): readonly Deviation[] {
  return view.rows('accepted_deviations').flatMap((row) => {
    const { rule, reason, approved_by, until, where } = row.cells;
    const filled = [rule, reason, approved_by, until].every((cell) => cell?.state === 'read');
    if (!filled || !rule) return [];
    return [
      {
        row,
        rule: foldName(rule.source.text),
        matches: placesOf(where?.source, row.section.document.path, targets),
      },
    ];
  });
}

/** Whether a rule's words at this place are accepted. */
export function isAccepted(rule: Rule, place: ExactPlace, deviations: readonly Deviation[]): boolean {
  if (rule.meta.unacceptable) return false;
  return deviations.some(
    (deviation) =>
      (deviation.rule === rule.code.toLowerCase() || deviation.rule === rule.name) &&
      deviation.matches(place),
  );
}

/** Whether what a rule says is accepted. What is wrong with Outrigger itself is nobody's to accept. */
export function isSaidAccepted({ failed, rule, place }: Said, deviations: readonly Deviation[]): boolean {
  return !failed && isAccepted(rule, place, deviations);
}

/** A finding as the world sees it. */
export function toFinding(said: Said, severity: Severity): Finding {
  const { rule, place } = said;
  const template = said.missing ? rule.missing[said.messageId]?.message : rule.messages[said.messageId];
  return {
    code: rule.code,
    name: rule.name,
    severity: said.failed ? 'error' : severity,
    messageId: said.messageId,
    data: said.data,
    message: said.failed
      ? failureText(rule.code, said.data['error'])
      : render(template ?? said.messageId, said.data),
    path: place.document.path,
    range: rangeOf(place.document.lineStarts, place.span),
    at: place.at,
    related: said.related.map(({ at, message }) => {
      const there = placeOf(at);
      return {
        path: there.document.path,
        range: rangeOf(there.document.lineStarts, there.span),
        message,
      };
    }),
    fixes: said.fixes.map(toFix),
  };
}

/** A missing thing of a draft as a question in plain words. */
export function toQuestion(said: Said): Question {
  const { rule, place } = said;
  const text = rule.missing[said.messageId];
  return {
    code: rule.code,
    path: place.document.path,
    range: rangeOf(place.document.lineStarts, place.span),
    at: place.at,
    messageId: said.messageId,
    data: said.data,
    ask: render(text?.ask ?? '', said.data),
    how: render(text?.how ?? '', said.data),
  };
}

function toFix({ title, safe, edits }: SaidFix): Fix {
  return {
    title,
    safe,
    edits: edits.map(({ document, span, text }) => ({
      path: document.path,
      range: rangeIn(document, span),
      newText: text,
    })),
  };
}

function rangeIn(document: GovernedDocument, span: Span): ReturnType<typeof rangeOf> {
  return rangeOf(document.lineStarts, span);
}

/** Path by code unit, line, column, code, message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Path, line, column, question. */
export function compareQuestions(a: Question, b: Question): number {
  return (
    compareText(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    compareText(a.ask, b.ask)
  );
}

/** Rules of the `check` channel in force, each with its severity. */
export function rulesInForce(
  rules: readonly CheckRule[],
  settings: RuleSettings,
): ReadonlyMap<CheckRule, Severity> {
  const inForce = new Map<CheckRule, Severity>();
  for (const rule of rules) {
    const severity = severityOf(rule, settings);
    if (severity !== 'off') inForce.set(rule, severity);
  }
  return inForce;
}
