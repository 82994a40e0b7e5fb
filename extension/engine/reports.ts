import type { DueItem } from './model/finding.ts';
import type { IsoDate } from './model/value.ts';
import type { ReportLanguage } from './report/language.ts';

// The door to what is shown of the engine's answers.

export type { ReportLanguage };
export type { FirstDate } from './features/first-date.ts';
export type { DocumentOverview, Overview, PillarOverview } from './features/overview.ts';
export type { SignoffStanding } from './features/signoff-standing.ts';
export type { Knowledge, TopicState } from './kinds/kt-plan/knowledge.ts';
export { askingJson, askingText, type AskedDraft } from './report/asking-report.ts';
export type { ChangeLog, Since } from './report/change-log.ts';
export { changesJson, changesMarkdown, changesText } from './report/change-log-report.ts';
export { checkJson, checkText } from './report/check-report.ts';
export { clausesJson, clausesMarkdown, clausesText } from './report/clauses-report.ts';
export { claimLetter } from './report/claim-letter.ts';
export type { LetterFor } from './report/claim-letter.ts';
export { creditsJson, creditsMarkdown, creditsText } from './report/credits-report.ts';
export type { CreditsStanding } from './report/credits-standing.ts';
export {
  documentLogJson,
  documentLogMarkdown,
  documentLogTable,
  documentLogText,
} from './report/document-log-report.ts';
export { codeownersJson, driftText } from './report/codeowners-report.ts';
export type { CodeownersStanding } from './kinds/ownership-map/codeowners-standing.ts';
export { dueJson, dueLines, dueMarkdown, dueText } from './report/due-report.ts';
export { exportJson } from './report/export.ts';
export { factLines, factsJson, factsText } from './report/facts-report.ts';
export { knowledgeMarkdown } from './report/knowledge-markdown.ts';
export { knowledgePicture } from './report/knowledge-picture.ts';
export { knowledgeJson, knowledgeText } from './report/knowledge-report.ts';
export type { KnowledgeStanding } from './report/knowledge-standing.ts';
export { knowledgeTable } from './report/knowledge-table.ts';
export { leaverJson, leaverLines, leaverMarkdown, leaverText, leftLines } from './report/leaver-report.ts';
export type { HandOver } from './kinds/people/handed-over.ts';
export { loadRuleTexts } from './report/load-rule-texts.ts';
export { notRunLines } from './report/not-run-lines.ts';
export { portfolioJson, portfolioMarkdown, portfolioText } from './report/portfolio-report.ts';
export { absenceReason } from './resolve/absence-said.ts';
export { ruleRows, ruleSays } from './report/rule-page.ts';
export type { RuleExample } from './report/rule-text.ts';
export { factText, ruleInFull, ruleText, rulesJson, rulesText } from './report/rules-report.ts';
export { isSnapshot, snapshotJson } from './report/snapshot-json.ts';
export type { FinalDate, Standing } from './report/standing.ts';
export { dateSaid, statusJson, statusMarkdown, statusText } from './report/status-report.ts';
export { byUrgency } from './report/urgency.ts';
export type { Rule } from './rules/define.ts';
export { isRuleName } from './rules/generated/rule-names.ts';
export { figures, joined, words } from './values/say.ts';

/** Items with a day as an iCalendar file; what writes one is loaded by the first who asks. */
export async function dueCalendar(
  items: readonly DueItem[],
  asOf: IsoDate,
  language?: ReportLanguage,
): Promise<string> {
  const calendar = await import('./report/due-calendar.ts');
  return calendar.dueCalendar(items, asOf, language);
}
