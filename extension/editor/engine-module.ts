/**
 * What the editor uses of the engine at run time. It is loaded once a workspace holds an engagement, and
 * never before: everywhere else in this folder only types may be imported from it, and the few names and
 * paths that stand in files without imports (`model/config-path.ts`, `model/file-paths.ts`).
 */
export {
  checkRules,
  createEngine,
  createIgnoreRules,
  dayAt,
  dueRules,
  loadHolidays,
} from '../engine/index.ts';
export {
  answerChoices,
  applySafeFixes,
  askedKeys,
  asksPhase,
  changedSpan,
  closing,
  completedAnswers,
  createDialogue,
  createRecogniser,
  engagementPaths,
  engagementQuestions,
  fileNameOf,
  firstGap,
  freePaths,
  importCounts,
  importLines,
  importUnread,
  inheritedValues,
  isReserved,
  meantBy,
  meetingAtLine,
  meetingsWithRecord,
  personAtLine,
  phaseQuestion,
  problemOfSetting,
  problemOfValue,
  proposedAnswer,
  recordText,
  scaffold,
  scaffoldKinds,
  separatedValues,
  templateLanguage,
  templateLanguages,
  titleOf,
  wordsFor,
} from '../engine/editing.ts';
export {
  byUrgency,
  claimLetter,
  documentLogTable,
  dueLines,
  factLines,
  knowledgeTable,
  leaverLines,
  loadRuleTexts,
  ruleRows,
  ruleSays,
} from '../engine/reports.ts';
export { english } from '../engine/text.ts';
export { catalogue } from '../engine/model/generated/catalogue.ts';
