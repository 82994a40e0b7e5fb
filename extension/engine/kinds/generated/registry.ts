// Generated from the files of rules and facts by `npm run generate`. Do not edit.
import type { CheckRule, DueRule, FactDefinition } from '../../rules/define.ts';
import CMM001 from '../../kinds/communication-plan/rules/weekly-and-monthly.ts';
import CMM002 from '../../kinds/communication-plan/rules/meeting-in-working-hours.ts';
import CMM003 from '../../kinds/communication-plan/rules/overlap-kept.ts';
import CMM004 from '../../kinds/communication-plan/rules/report-crosses-parties.ts';
import CMM005 from '../../kinds/communication-plan/rules/tools-shared.ts';
import CMM006 from '../../kinds/communication-plan/rules/escalation-ordered.ts';
import CMM007 from '../../kinds/communication-plan/rules/both-parties-attend.ts';
import CMM009 from '../../kinds/communication-plan/rules/language-agreed.ts';
import CMM011 from '../../kinds/communication-plan/rules/sponsor-time-bounded.ts';
import CMM012 from '../../kinds/communication-plan/rules/meeting-on-holiday.ts';
import CMM014 from '../../kinds/communication-plan/rules/local-time-exists.ts';
import DOC001 from '../../rules/any/front-matter-reads.ts';
import DOC002 from '../../rules/any/names-unique.ts';
import DOC003 from '../../rules/any/reference-resolves.ts';
import DOC008 from '../../rules/any/reviewed-in-time.ts';
import DOC014 from '../../rules/any/required-present.ts';
import DOC015 from '../../kinds/engagement/rules/people-still-here.ts';
import DOC016 from '../../kinds/engagement/rules/deviation-in-date.ts';
import DOC017 from '../../rules/any/one-engagement-per-folder.ts';
import DOC018 from '../../rules/any/prose-links-resolve.ts';
import DOC019 from '../../rules/any/value-reads.ts';
import DOC020 from '../../rules/any/table-reads.ts';
import DOC021 from '../../rules/any/near-miss-meant.ts';
import DOC022 from '../../rules/any/draft-finished.ts';
import DOC023 from '../../rules/any/owner-and-counterpart-differ.ts';
import DOC024 from '../../rules/any/email-only-in-people.ts';
import DOC026 from '../../rules/any/kind-known.ts';
import DOC027 from '../../rules/any/engagement-above.ts';
import DOC028 from '../../rules/any/wanted-present.ts';
import ENG001 from '../../kinds/engagement/rules/term-in-order.ts';
import ENG002 from '../../kinds/engagement/rules/sponsor-per-party.ts';
import ENG003 from '../../kinds/engagement/rules/motive-besides-cost.ts';
import ENG004 from '../../kinds/engagement/rules/phase-documents-present.ts';
import ENG005 from '../../kinds/engagement/rules/ready-on-day-one.ts';
import ENG006 from '../../kinds/engagement/rules/opt-out-decided.ts';
import ENG009 from '../../kinds/engagement/rules/subcontractors-approved.ts';
import ENG010 from '../../kinds/engagement/rules/countries-declared.ts';
import ENG011 from '../../kinds/engagement/rules/notice-stated.ts';
import ENG012 from '../../kinds/engagement/rules/scope-lists-disjoint.ts';
import ENG019 from '../../kinds/engagement/rules/phase-follows-end.ts';
import ENG020 from '../../kinds/engagement/rules/leaver-replaced.ts';
import ENG021 from '../../kinds/engagement/rules/data-assessed-first.ts';
import ENG022 from '../../kinds/engagement/rules/data-has-keeper.ts';
import ENG023 from '../../kinds/engagement/rules/exit-planned-in-time.ts';
import ENG024 from '../../kinds/engagement/rules/cleared-for-class.ts';
import EXT001 from '../../kinds/exit-plan/rules/exit-feasible.ts';
import EXT003 from '../../kinds/exit-plan/rules/exit-time-covered.ts';
import EXT004 from '../../kinds/exit-plan/rules/phases-in-order.ts';
import EXT005 from '../../kinds/exit-plan/rules/triggers-complete.ts';
import EXT007 from '../../kinds/exit-plan/rules/option-exists.ts';
import EXT008 from '../../kinds/exit-plan/rules/data-return-planned.ts';
import EXT009 from '../../kinds/exit-plan/rules/exit-managers-named.ts';
import EXT010 from '../../kinds/exit-plan/rules/exit-plan-tested.ts';
import EXT011 from '../../kinds/exit-plan/rules/failed-test-acted-on.ts';
import EXT012 from '../../kinds/exit-plan/rules/sudden-exit-planned.ts';
import EXT013 from '../../kinds/exit-plan/rules/success-defined.ts';
import EXT014 from '../../kinds/exit-plan/rules/hard-to-replace-has-risk.ts';
import EXT015 from '../../kinds/exit-plan/rules/quality-trigger-measured.ts';
import EXT017 from '../../kinds/exit-plan/rules/everything-handed-over.ts';
import EXT018 from '../../kinds/exit-plan/rules/knowledge-moves-in-time.ts';
import EXT019 from '../../kinds/exit-plan/rules/option-checked-lately.ts';
import EXT021 from '../../kinds/exit-plan/rules/handover-fits-notice.ts';
import EXT022 from '../../kinds/exit-plan/rules/deleted-after-return.ts';
import EXT023 from '../../kinds/exit-plan/rules/trigger-not-fired.ts';
import EXT024 from '../../kinds/exit-plan/rules/preferred-option-fits.ts';
import EXT025 from '../../kinds/exit-plan/rules/exit-fits-term.ts';
import EXT026 from '../../kinds/exit-plan/rules/data-returned.ts';
import EXT027 from '../../kinds/exit-plan/rules/right-to-use-stated.ts';
import EXT028 from '../../kinds/exit-plan/rules/distress-watched.ts';
import KPI002 from '../../kinds/goals/rules/kpi-baseline-present.ts';
import KPI004 from '../../kinds/goals/rules/target-agrees-with-better.ts';
import KPI005 from '../../kinds/goals/rules/every-objective-measured.ts';
import KPI006 from '../../kinds/goals/rules/kpi-target-measured.ts';
import KPI007 from '../../kinds/goals/rules/quality-and-timeliness.ts';
import KPI008 from '../../kinds/goals/rules/milestone-delivered.ts';
import KPI010 from '../../kinds/goals/rules/motives-measured.ts';
import KPI016 from '../../kinds/goals/rules/deliverable-due-agrees.ts';
import KPI017 from '../../kinds/goals/rules/milestone-in-term.ts';
import KPI018 from '../../kinds/goals/rules/milestone-not-weakened.ts';
import KPI019 from '../../kinds/goals/rules/trial-before-live.ts';
import KPI020 from '../../kinds/goals/rules/live-after-trial.ts';
import KPI021 from '../../kinds/goals/rules/milestones-in-order.ts';
import KPI022 from '../../kinds/goals/rules/forecast-fits-status.ts';
import KTP001 from '../../kinds/kt-plan/rules/critical-has-topic.ts';
import KTP002 from '../../kinds/kt-plan/rules/receiver-on-right-side.ts';
import KTP003 from '../../kinds/kt-plan/rules/critical-two-receivers.ts';
import KTP005 from '../../kinds/kt-plan/rules/topic-has-session.ts';
import KTP006 from '../../kinds/kt-plan/rules/topics-accepted-in-time.ts';
import KTP009 from '../../kinds/kt-plan/rules/giver-stays-until-accepted.ts';
import KTP010 from '../../kinds/kt-plan/rules/kt-dates-in-order.ts';
import KTP011 from '../../kinds/kt-plan/rules/accepted-has-proof.ts';
import KTP012 from '../../kinds/kt-plan/rules/receiver-has-practised.ts';
import KTP013 from '../../kinds/kt-plan/rules/documented-has-document.ts';
import KTP014 from '../../kinds/kt-plan/rules/rest-list-cleared.ts';
import KTP015 from '../../kinds/kt-plan/rules/access-before-shadow.ts';
import KTP016 from '../../kinds/kt-plan/rules/work-follows-knowledge.ts';
import LAW001 from '../../kinds/engagement/rules/clauses-placed.ts';
import LAW004 from '../../kinds/engagement/rules/subprocessor-authorised.ts';
import LAW005 from '../../kinds/engagement/rules/processing-under-contract.ts';
import LAW006 from '../../kinds/exit-plan/rules/data-leaves-at-the-end.ts';
import LAW007 from '../../kinds/engagement/rules/transfer-tool-named.ts';
import LAW008 from '../../kinds/engagement/rules/access-from-outside-stated.ts';
import LAW009 from '../../kinds/engagement/rules/transfer-assessed.ts';
import LAW010 from '../../kinds/engagement/rules/transfer-reassessed.ts';
import LAW011 from '../../kinds/risk-register/rules/supplier-risk-recorded.ts';
import LAW012 from '../../kinds/partner-evaluation/rules/supplier-security-evaluated.ts';
import LAW013 from '../../kinds/exit-plan/rules/dora-triggers-complete.ts';
import LAW014 from '../../kinds/engagement/rules/exit-help-agreed.ts';
import LAW015 from '../../kinds/partner-evaluation/rules/diligence-before-start.ts';
import LAW016 from '../../kinds/risk-register/rules/risk-categories-dora.ts';
import LAW017 from '../../kinds/engagement/rules/review-yearly.ts';
import LAW018 from '../../kinds/exit-plan/rules/exit-test-planned.ts';
import LAW019 from '../../kinds/engagement/rules/switching-notice-bounded.ts';
import LAW020 from '../../kinds/exit-plan/rules/retrieval-period-kept.ts';
import OWN001 from '../../kinds/ownership-map/rules/one-accountable.ts';
import OWN002 from '../../kinds/ownership-map/rules/someone-does-it.ts';
import OWN004 from '../../kinds/ownership-map/rules/paths-not-contested.ts';
import OWN005 from '../../kinds/ownership-map/rules/every-file-owned.ts';
import OWN006 from '../../kinds/ownership-map/rules/client-accountable.ts';
import OWN007 from '../../kinds/ownership-map/rules/backup-exists.ts';
import OWN008 from '../../kinds/ownership-map/rules/codeowners-current.ts';
import OWN009 from '../../kinds/ownership-map/rules/knowledge-spread.ts';
import OWN010 from '../../kinds/ownership-map/rules/parties-share-work.ts';
import OWN011 from '../../kinds/ownership-map/rules/decision-has-next.ts';
import OWN015 from '../../kinds/ownership-map/rules/work-as-declared.ts';
import OWN016 from '../../kinds/ownership-map/rules/paths-match-files.ts';
import OWN017 from '../../kinds/ownership-map/rules/decision-has-limit.ts';
import PRC002 from '../../kinds/process/rules/step-roles-known.ts';
import PRC003 from '../../kinds/process/rules/runbook-rehearsed.ts';
import PRC006 from '../../kinds/process/rules/critical-has-runbook.ts';
import PRC007 from '../../kinds/process/rules/process-keeps-up.ts';
import PRC009 from '../../kinds/process/rules/runbook-has-fallback.ts';
import PRC010 from '../../kinds/process/rules/rehearsed-by-several.ts';
import PRC011 from '../../kinds/process/rules/procedure-has-a-day.ts';
import REC003 from '../../kinds/record/rules/decided-by-the-right-person.ts';
import REC004 from '../../kinds/record/rules/records-complete.ts';
import REC005 from '../../kinds/record/rules/results-complete.ts';
import REC006 from '../../kinds/record/rules/report-sent.ts';
import REC007 from '../../kinds/record/rules/breach-has-action.ts';
import REC008 from '../../kinds/record/rules/action-done-in-time.ts';
import REC010 from '../../kinds/record/rules/watermelon.ts';
import REC011 from '../../kinds/record/rules/final-record-unchanged.ts';
import REC012 from '../../kinds/record/rules/session-has-both.ts';
import REC013 from '../../kinds/record/rules/planned-session-held.ts';
import REC014 from '../../kinds/record/rules/change-carried-out.ts';
import REC015 from '../../kinds/record/rules/plans-reviewed-after-change.ts';
import REC016 from '../../kinds/record/rules/waiting-answered.ts';
import REC017 from '../../kinds/record/rules/record-dates-in-order.ts';
import REC018 from '../../kinds/record/rules/disputed-result-settled.ts';
import REC019 from '../../kinds/record/rules/result-fits-target.ts';
import REC020 from '../../kinds/record/rules/result-worded-as-level.ts';
import REC021 from '../../kinds/record/rules/result-answers-target.ts';
import REC022 from '../../kinds/record/rules/stated-verdict-true.ts';
import RSK003 from '../../kinds/risk-register/rules/residual-not-worse.ts';
import RSK004 from '../../kinds/risk-register/rules/above-appetite-acted-on.ts';
import RSK005 from '../../kinds/risk-register/rules/acceptance-has-end.ts';
import RSK006 from '../../kinds/risk-register/rules/risk-action-done.ts';
import RSK009 from '../../kinds/risk-register/rules/risk-categories-complete.ts';
import RSK011 from '../../kinds/risk-register/rules/rating-in-scale.ts';
import RSK012 from '../../kinds/risk-register/rules/concentration-seen.ts';
import RSK013 from '../../kinds/risk-register/rules/above-appetite-owned.ts';
import SCR001 from '../../kinds/partner-evaluation/rules/weights-sum-to-100.ts';
import SCR002 from '../../kinds/partner-evaluation/rules/score-in-scale.ts';
import SCR003 from '../../kinds/partner-evaluation/rules/cost-weight-bounded.ts';
import SCR004 from '../../kinds/partner-evaluation/rules/criteria-categories-complete.ts';
import SCR005 from '../../kinds/partner-evaluation/rules/scores-have-evidence.ts';
import SCR006 from '../../kinds/partner-evaluation/rules/two-candidates.ts';
import SCR008 from '../../kinds/partner-evaluation/rules/evidence-fresh.ts';
import SCR011 from '../../kinds/partner-evaluation/rules/gate-respected.ts';
import SGN001 from '../../kinds/signoff/rules/signoff-has-document.ts';
import SGN002 from '../../kinds/signoff/rules/signoff-by-own-party.ts';
import SGN003 from '../../kinds/signoff/rules/content-as-signed.ts';
import SGN004 from '../../kinds/signoff/rules/approved-by-both.ts';
import SGN005 from '../../kinds/signoff/rules/four-eyes.ts';
import SGN006 from '../../kinds/signoff/rules/signed-by-committer.ts';
import SGN007 from '../../kinds/signoff/rules/signoff-unchanged.ts';
import SGN008 from '../../kinds/signoff/rules/signature-of-signer.ts';
import SGN009 from '../../kinds/signoff/rules/signoff-commit-signed.ts';
import SKL001 from '../../kinds/skills/rules/motive-names-skills.ts';
import SKL002 from '../../kinds/skills/rules/level-in-scale.ts';
import SKL003 from '../../kinds/skills/rules/skill-covered.ts';
import SKL004 from '../../kinds/skills/rules/more-than-one-knows.ts';
import SKL005 from '../../kinds/skills/rules/certificate-valid.ts';
import SKL006 from '../../kinds/skills/rules/gap-has-development.ts';
import SKL007 from '../../kinds/skills/rules/team-size-in-capacity.ts';
import SKL008 from '../../kinds/skills/rules/training-current.ts';
import SLA001 from '../../kinds/sla/rules/target-achievable.ts';
import SLA003 from '../../kinds/sla/rules/every-service-has-level.ts';
import SLA004 from '../../kinds/sla/rules/credit-tiers-contiguous.ts';
import SLA005 from '../../kinds/sla/rules/credits-monotone.ts';
import SLA006 from '../../kinds/sla/rules/credits-start-at-target.ts';
import SLA007 from '../../kinds/sla/rules/credit-cap-fits.ts';
import SLA008 from '../../kinds/sla/rules/target-within-dependencies.ts';
import SLA009 from '../../kinds/sla/rules/breach-has-consequence.ts';
import SLA010 from '../../kinds/sla/rules/incident-times-ordered.ts';
import SLA011 from '../../kinds/communication-plan/rules/escalation-fits-response.ts';
import SLA012 from '../../kinds/engagement/rules/working-time-has-hours.ts';
import SLA013 from '../../kinds/sla/rules/hours-are-staffed.ts';
import SLA014 from '../../kinds/sla/rules/recovery-within-promise.ts';
import SLA016 from '../../kinds/sla/rules/internal-stricter.ts';
import SLA019 from '../../kinds/sla/rules/recovery-tested.ts';
import SLA020 from '../../kinds/sla/rules/obligation-on-own-side.ts';
import SLA021 from '../../kinds/sla/rules/both-parties-owe.ts';
import SLA022 from '../../kinds/sla/rules/maintenance-bounded.ts';
import SLA023 from '../../kinds/sla/rules/claim-after-report.ts';
import SLA024 from '../../kinds/sla/rules/target-fits-measure.ts';
import SLA025 from '../../kinds/sla/rules/dependency-hours-cover.ts';
import SLA026 from '../../kinds/record/rules/credit-claimed.ts';
import SLA027 from '../../kinds/record/rules/credit-received.ts';
import SLA028 from '../../kinds/sla/rules/recovery-stated.ts';
import SLA029 from '../../kinds/sla/rules/incident-informed.ts';
import achievableAvailability from '../../kinds/sla/facts/achievable-availability.ts';
import actionAge from '../../kinds/record/facts/action-age.ts';
import allowedDowntime from '../../kinds/sla/facts/allowed-downtime.ts';
import busFactor from '../../kinds/ownership-map/facts/bus-factor.ts';
import cadenceCompleteness from '../../kinds/engagement/facts/cadence-completeness.ts';
import capacityUsed from '../../kinds/engagement/facts/capacity-used.ts';
import claimBy from '../../kinds/record/facts/claim-by.ts';
import clauseCoverage from '../../kinds/engagement/facts/clause-coverage.ts';
import committedBySilence from '../../kinds/engagement/facts/committed-by-silence.ts';
import creditDue from '../../kinds/record/facts/credit-due.ts';
import creditsOpen from '../../kinds/engagement/facts/credits-open.ts';
import dataDeletionDay from '../../kinds/exit-plan/facts/data-deletion-day.ts';
import dataReturnDay from '../../kinds/exit-plan/facts/data-return-day.ts';
import errorBudget from '../../kinds/record/facts/error-budget.ts';
import exitCost from '../../kinds/exit-plan/facts/exit-cost.ts';
import exitLatestHandover from '../../kinds/exit-plan/facts/exit-latest-handover.ts';
import exitLatestStart from '../../kinds/exit-plan/facts/exit-latest-start.ts';
import exitSlackDays from '../../kinds/exit-plan/facts/exit-slack-days.ts';
import exitUncoveredDays from '../../kinds/exit-plan/facts/exit-uncovered-days.ts';
import knowledge from '../../kinds/kt-plan/facts/knowledge.ts';
import knowledgeShare from '../../kinds/ownership-map/facts/knowledge-share.ts';
import ktLastSession from '../../kinds/kt-plan/facts/kt-last-session.ts';
import lastNoticeDate from '../../kinds/engagement/facts/last-notice-date.ts';
import lastOptOutDate from '../../kinds/engagement/facts/last-opt-out-date.ts';
import leaverImpact from '../../kinds/people/facts/leaver-impact.ts';
import meetingLocalTime from '../../kinds/engagement/facts/meeting-local-time.ts';
import nextReview from '../../rules/facts/next-review.ts';
import overlapHours from '../../kinds/engagement/facts/overlap-hours.ts';
import phaseDates from '../../kinds/exit-plan/facts/phase-dates.ts';
import questionsLeft from '../../rules/facts/questions-left.ts';
import renewedEnd from '../../kinds/engagement/facts/renewed-end.ts';
import resultVerdict from '../../kinds/record/facts/result-verdict.ts';
import riskScore from '../../kinds/risk-register/facts/risk-score.ts';
import scorecardTotal from '../../kinds/partner-evaluation/facts/scorecard-total.ts';
import serviceCreditAt from '../../kinds/sla/facts/service-credit-at.ts';
import signoffState from '../../rules/facts/signoff-state.ts';
import skillCoverage from '../../kinds/skills/facts/skill-coverage.ts';
import suspect from '../../rules/facts/suspect.ts';
import trueLastDay from '../../kinds/engagement/facts/true-last-day.ts';
import waitingDays from '../../kinds/record/facts/waiting-days.ts';

export const checkRules: readonly CheckRule[] = [
  CMM001,
  CMM002,
  CMM003,
  CMM004,
  CMM005,
  CMM006,
  CMM007,
  CMM009,
  CMM011,
  CMM014,
  DOC001,
  DOC002,
  DOC003,
  DOC014,
  DOC017,
  DOC018,
  DOC019,
  DOC020,
  DOC021,
  DOC022,
  DOC023,
  DOC024,
  DOC026,
  DOC027,
  DOC028,
  ENG001,
  ENG002,
  ENG003,
  ENG004,
  ENG009,
  ENG010,
  ENG011,
  ENG012,
  ENG020,
  ENG021,
  ENG022,
  ENG024,
  EXT003,
  EXT004,
  EXT005,
  EXT007,
  EXT008,
  EXT009,
  EXT011,
  EXT012,
  EXT013,
  EXT014,
  EXT015,
  EXT017,
  EXT018,
  EXT021,
  EXT022,
  EXT023,
  EXT024,
  EXT025,
  EXT027,
  EXT028,
  KPI002,
  KPI004,
  KPI005,
  KPI007,
  KPI010,
  KPI016,
  KPI017,
  KPI018,
  KPI020,
  KPI021,
  KPI022,
  KTP001,
  KTP002,
  KTP003,
  KTP005,
  KTP009,
  KTP010,
  KTP011,
  KTP012,
  KTP013,
  KTP015,
  KTP016,
  LAW001,
  LAW004,
  LAW005,
  LAW006,
  LAW007,
  LAW008,
  LAW009,
  LAW011,
  LAW012,
  LAW013,
  LAW014,
  LAW015,
  LAW016,
  LAW017,
  LAW018,
  LAW019,
  LAW020,
  OWN001,
  OWN002,
  OWN004,
  OWN005,
  OWN006,
  OWN007,
  OWN008,
  OWN009,
  OWN010,
  OWN011,
  OWN015,
  OWN016,
  OWN017,
  PRC002,
  PRC006,
  PRC007,
  PRC009,
  PRC010,
  PRC011,
  REC003,
  REC005,
  REC007,
  REC010,
  REC011,
  REC012,
  REC014,
  REC015,
  REC017,
  REC019,
  REC020,
  REC021,
  REC022,
  RSK003,
  RSK004,
  RSK005,
  RSK009,
  RSK011,
  RSK012,
  RSK013,
  SCR001,
  SCR002,
  SCR003,
  SCR004,
  SCR005,
  SCR006,
  SCR011,
  SGN001,
  SGN002,
  SGN003,
  SGN004,
  SGN005,
  SGN006,
  SGN007,
  SGN008,
  SGN009,
  SKL001,
  SKL002,
  SKL003,
  SKL004,
  SKL006,
  SKL007,
  SLA001,
  SLA003,
  SLA004,
  SLA005,
  SLA006,
  SLA007,
  SLA008,
  SLA009,
  SLA010,
  SLA011,
  SLA012,
  SLA013,
  SLA014,
  SLA016,
  SLA020,
  SLA021,
  SLA022,
  SLA023,
  SLA024,
  SLA025,
  SLA028,
  SLA029,
];

export const dueRules: readonly DueRule[] = [
  CMM012,
  DOC008,
  DOC015,
  DOC016,
  ENG005,
  ENG006,
  ENG019,
  ENG023,
  EXT001,
  EXT010,
  EXT019,
  EXT026,
  KPI006,
  KPI008,
  KPI019,
  KTP006,
  KTP014,
  LAW010,
  PRC003,
  REC004,
  REC006,
  REC008,
  REC013,
  REC016,
  REC018,
  RSK006,
  SCR008,
  SKL005,
  SKL008,
  SLA019,
  SLA026,
  SLA027,
];

export const facts: readonly FactDefinition[] = [
  achievableAvailability,
  actionAge,
  allowedDowntime,
  busFactor,
  cadenceCompleteness,
  capacityUsed,
  claimBy,
  clauseCoverage,
  committedBySilence,
  creditDue,
  creditsOpen,
  dataDeletionDay,
  dataReturnDay,
  errorBudget,
  exitCost,
  exitLatestHandover,
  exitLatestStart,
  exitSlackDays,
  exitUncoveredDays,
  knowledge,
  knowledgeShare,
  ktLastSession,
  lastNoticeDate,
  lastOptOutDate,
  leaverImpact,
  meetingLocalTime,
  nextReview,
  overlapHours,
  phaseDates,
  questionsLeft,
  renewedEnd,
  resultVerdict,
  riskScore,
  scorecardTotal,
  serviceCreditAt,
  signoffState,
  skillCoverage,
  suspect,
  trueLastDay,
  waitingDays,
];
