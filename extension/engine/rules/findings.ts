import type { Targets } from '../resolve/link-targets.ts';
import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Finding, Fix, Question, Severity } from '../model/finding.ts';
import { dataInEnglish, inEnglish, type Said } from '../model/said.ts';
import { rangeOf, type Span } from '../model/text.ts';
import { foldName } from '../values/fold.ts';
import type { CheckRule, EditedFile, Rule } from './define.ts';
import { placesOf } from './deviation-place.ts';
import { placeOf, type ExactPlace } from './place-of.ts';
import { failure } from './render.ts';
import type { Remark, WordedFix } from './remark.ts';
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
export function isSaidAccepted({ failed, rule, place }: Remark, deviations: readonly Deviation[]): boolean {
  return !failed && isAccepted(rule, place, deviations);
}

/** A finding as the world sees it. */
export function toFinding(remark: Remark, severity: Severity): Finding {
  const { rule, place, messageId, data } = remark;
  const said = saidBy(remark);
  return {
    code: rule.code,
    name: rule.name,
    severity: remark.failed ? 'error' : severity,
    messageId,
    data: dataInEnglish(data),
    said,
    message: inEnglish(said),
    path: place.document.path,
    range: rangeOf(place.document.lineStarts, place.span),
    at: place.at,
    related: remark.related.map(({ at, message }) => {
      const there = placeOf(at);
      return {
        path: there.document.path,
        range: rangeOf(there.document.lineStarts, there.span),
        said: message,
        message: inEnglish(message),
      };
    }),
    fixes: remark.fixes.map(toFix),
  };
}

function saidBy({ rule, messageId, missing, data, failed }: Remark): Said {
  if (failed) return { template: failure.template, data: { code: rule.code, ...data } };
  const template = missing ? rule.missing[messageId]?.message : rule.messages[messageId];
  return { template: template ?? messageId, data };
}

/** A missing thing of a draft as a question in plain words. */
export function toQuestion({ rule, place, messageId, data }: Remark): Question {
  const text = rule.missing[messageId];
  const said = {
    ask: { template: text?.ask ?? '', data },
    how: { template: text?.how ?? '', data },
  };
  return {
    code: rule.code,
    path: place.document.path,
    range: rangeOf(place.document.lineStarts, place.span),
    at: place.at,
    messageId,
    data: dataInEnglish(data),
    said,
    ask: inEnglish(said.ask),
    how: inEnglish(said.how),
  };
}

/** What a finding says, as data, for shells that speak other languages, and in English. */
export function worded(
  messageId: string,
  said: Said,
): Pick<Finding, 'messageId' | 'data' | 'said' | 'message'> {
  return { messageId, data: dataInEnglish(said.data), said, message: inEnglish(said) };
}

/** The title of a fix, for shells that speak other languages and in English. */
export function titled(said: Said): Pick<Fix, 'said' | 'title'> {
  return { said, title: inEnglish(said) };
}

function toFix({ title, safe, edits }: WordedFix): Fix {
  return {
    ...titled(title),
    safe,
    edits: edits.map(({ document, span, text }) => ({
      path: document.path,
      range: rangeIn(document, span),
      newText: text,
    })),
  };
}

function rangeIn(document: EditedFile, span: Span): ReturnType<typeof rangeOf> {
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
