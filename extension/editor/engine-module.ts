/**
 * What the editor uses of the engine at run time. It is loaded once a workspace holds an engagement, and
 * never before: everywhere else in this folder only types may be imported from it, and the few names and
 * paths that stand in files without imports (`model/config-path.ts`, `model/file-paths.ts`).
 */
export { checkRules, createEngine, dueRules, templatesOf } from '../engine/index.ts';
export { dayAt } from '../engine/calendar/day-at.ts';
export { answerChoices } from '../engine/features/answer-choices.ts';
export { applySafeFixes } from '../engine/features/apply-fixes.ts';
export { changedSpan } from '../engine/features/changed-span.ts';
export {
  asksPhase,
  completedAnswers,
  engagementQuestions,
  phaseQuestion,
  proposedAnswer,
} from '../engine/features/engagement-questions.ts';
export { firstDate } from '../engine/features/first-date.ts';
export { firstGap } from '../engine/features/first-gap.ts';
export { engagementPaths, freePaths } from '../engine/features/free-paths.ts';
export { createIgnoreRules } from '../engine/features/ignore-rules.ts';
export { overviewFacts, overviewOf } from '../engine/features/overview.ts';
export { createRecogniser } from '../engine/features/recognise.ts';
export { inheritedValues } from '../engine/features/inherited-values.ts';
export { kindsOffered } from '../engine/features/kinds-offered.ts';
export { meantBy } from '../engine/features/readings.ts';
export { problemOfSetting, problemOfValue } from '../engine/features/read-setting.ts';
export { fileNameOf, namingKeys, scaffold, scaffoldKinds, titleOf } from '../engine/features/scaffold.ts';
export { isReserved } from '../engine/features/slug.ts';
export { templateLanguage, templateLanguages } from '../engine/features/template-language.ts';
export { wordsFor } from '../engine/features/words-for.ts';
export { catalogue } from '../engine/model/generated/catalogue.ts';
export { loadRuleTexts } from '../engine/report/load-rule-texts.ts';
export { dueLines } from '../engine/report/due-report.ts';
export { factValue } from '../engine/report/fact-value.ts';
export { factLines } from '../engine/report/facts-report.ts';
export { ruleRows, ruleSays } from '../engine/report/rule-page.ts';
export { standingFacts } from '../engine/report/standing.ts';
export { byUrgency } from '../engine/report/urgency.ts';
