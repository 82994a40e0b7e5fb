// The door to what begins and changes documents, and understands what a person types.

export { answerChoices } from './features/answer-choices.ts';
export { withValue } from './features/answers.ts';
export { createDialogue, type Dialogue, type PutQuestion } from './features/asking-dialogue.ts';
export { applySafeFixes } from './features/apply-fixes.ts';
export type { FixResult } from './features/apply-fixes.ts';
export { closing, type AskClosing, type Closing, type ClosingQuestion } from './features/closing.ts';
export { changedSpan } from './features/changed-span.ts';
export {
  asksPhase,
  completedAnswers,
  engagementQuestions,
  phaseQuestion,
  proposedAnswer,
} from './features/engagement-questions.ts';
export { firstGap } from './features/first-gap.ts';
export { engagementPaths, freePaths } from './features/free-paths.ts';
export { inheritedValues } from './features/inherited-values.ts';
export { importCounts, importLines, importUnread } from './features/import-said.ts';
export type { OwnersDialect } from './features/imported-owners.ts';
export { componentSaid, ownersCounts } from './features/owners-said.ts';
export type { ResultsImport } from './features/imported-results.ts';
export type { KindsOffered } from './features/kinds-offered.ts';
export { problemOfSetting, problemOfValue } from './features/read-setting.ts';
export { meetingAtLine, meetingsWithRecord } from './features/meetings.ts';
export { personAtLine } from './features/person-at-line.ts';
export { meantBy } from './features/readings.ts';
export type { Meant } from './features/readings.ts';
export type { Preparation } from './features/prepared-record.ts';
export { readApproval } from './features/read-approval.ts';
export { recordText } from './features/record-text.ts';
export { createRecogniser } from './features/recognise.ts';
export { askedKeys, fileNameOf, scaffold, scaffoldKinds, titleOf } from './features/scaffold.ts';
export type { TemplateLanguage } from './features/scaffold.ts';
export type { TableLine } from './features/results-table.ts';
export { separatedValues } from './features/separated-values.ts';
export { possibleSplits } from './features/possible-splits.ts';
export { joinDocument } from './features/join-document.ts';
export { restructurable } from './features/restructure.ts';
export type { FileChange, Restructured } from './features/restructure.ts';
export { splitSection } from './features/split-section.ts';
export type { EngagementParts } from './features/split-section.ts';
export { isReserved } from './features/slug.ts';
export type { Signing, SigningRequest } from './features/signing.ts';
export { absenceSaid } from './resolve/absence-said.ts';
export { templateLanguage, templateLanguages } from './features/template-language.ts';
export { wordsFor } from './features/words-for.ts';
