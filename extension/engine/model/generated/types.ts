// Generated from schemas/ by `npm run generate`. Do not edit.
import type {
  DateValue,
  Decimal,
  DurationValue,
  Every,
  Hours,
  IsoDate,
  Measure,
  MeasuredOver,
  Money,
  NumberRange,
  PathPattern,
  Period,
  Quantity,
  Renewal,
  Scale,
  Weekday,
  When,
  WordDetail,
} from '../value.ts';

/**
 * The front matter keys of all kinds. Where kinds share a key with different types, their union.
 */
export interface KeyValues {
  /**
   * What the document is, such as sla or exit-plan. It decides which questions are asked and where the document stands in the tree.
   */
  kind?: string;
  /**
   * The name under which people know the document. The first heading serves if this is left out.
   */
  title?: string;
  /**
   * Where the document stands. A draft is asked no questions aloud, active documents count, ended ones are history.
   */
  status?: 'draft' | 'active' | 'ended' | 'final';
  /**
   * The one person who keeps the document true. Without a name everybody believes that somebody else does.
   */
  owner?: string;
  /**
   * The person on the other side who keeps it true together with the owner. Where both parties sign, both must know it.
   */
  counterpart?: string;
  /**
   * The first day on which it holds. Results before that day are judged by what held then.
   */
  valid_from?: IsoDate;
  /**
   * How often it is gone through. Three months for what changes, a year for the rest; the tool works out the day.
   */
  review_every?: DurationValue;
  /**
   * The language it is written in, as a code such as en or sv. Words are read in both, whatever it says.
   */
  language?: string;
  /**
   * Where it stood before it was renamed or moved, as paths from the engagement's folder. What was signed there stays signed.
   */
  formerly?: readonly PathPattern[];
  /**
   * The name of the party that buys, as in the contract.
   */
  client?: string;
  /**
   * The name of the party that delivers, as in the contract.
   */
  supplier?: string;
  /**
   * The first day of the contract. Notice, sprints and many deadlines are counted from it.
   */
  start?: IsoDate;
  /**
   * The last day of the contract, included. Leave it out for a contract without an end; then notice is what ends it.
   */
  end?: IsoDate;
  /**
   * Where the engagement stands in its life. Each phase asks for other documents, so move it on when reality does.
   */
  phase?: 'selection' | 'transition' | 'delivery' | 'exit' | 'closed';
  /**
   * The number or name of the contract, so that others can find it. The contract itself lies elsewhere.
   */
  contract?: string;
  /**
   * How the work is bought. It says who bears the risk of a wrong estimate.
   */
  contract_type?: 'time and materials' | 'fixed price' | 'managed service' | 'dedicated team';
  /**
   * How long before its end the contract must be terminated, when it is the same for both. Moving the work usually takes longer than you think: compare it with the exit plan.
   */
  notice?: DurationValue;
  /**
   * The client's notice, where it differs from the supplier's. Short is freedom for you.
   */
  notice_client?: DurationValue;
  /**
   * The supplier's notice, where it differs. It is the time you have if they leave, so ask for more than your own.
   */
  notice_supplier?: DurationValue;
  /**
   * What happens at the end: nothing, it goes on by itself, or you may ask for more. Automatic renewal binds money by silence.
   */
  renewal?: Renewal;
  /**
   * How long before the end renewal must be refused. The tool shows the last day and what silence would cost.
   */
  opt_out?: DurationValue;
  /**
   * How long the supplier must help after the contract's end. If your move takes longer than notice and this together, you have a gap.
   */
  exit_help?: DurationValue;
  /**
   * What is paid, with currency and unit of time. Credits and the cost of silence are worked out from it.
   */
  fee?: Money;
  /**
   * The time zone in which days and hours of the engagement are meant. Use a city, since abbreviations do not know summer time.
   */
  zone?: string;
  /**
   * The hours that working hours and working days are counted in. Without them 8 working hours has no clock.
   */
  office_hours?: Hours;
  /**
   * Whose public holidays are no working days: countries, regions, single dates, eves.
   */
  holidays?: readonly string[];
  /**
   * How much the business depends on the work. It sets how careful an exit plan must be.
   */
  importance?: 'critical' | 'important' | 'standard';
  /**
   * Why you outsource. If the only motive is cost, decide now what must not get worse.
   */
  motives?: readonly string[];
  /**
   * The country whose law governs the contract, as a code of two letters.
   */
  law?: string;
  /**
   * The first day of sprint 1, so that dates can be counted in sprints, such as sprint 5 + 5 days.
   */
  sprint_start?: IsoDate;
  /**
   * The length of a sprint. The last day of sprint 3 follows from it.
   */
  sprint_length?: DurationValue;
  /**
   * The leader on the client's side who wants this to succeed and can decide. Without one, trouble has nowhere to go.
   */
  sponsor_client?: string;
  /**
   * The leader on the supplier's side who can free people and money. Meet this person before you need to.
   */
  sponsor_supplier?: string;
  /**
   * The fewest and most people the contract provides. It shows when the team is quietly growing or shrinking.
   */
  capacity?: NumberRange;
  /**
   * Which sets of rules apply, such as dora or gdpr. Empty: the base rules.
   */
  profiles?: readonly string[];
  /**
   * The window over which a level is judged. A calendar month has its real length; longer windows hide bad days.
   */
  measured_over?: MeasuredOver;
  /**
   * Whether planned maintenance counts as downtime. If not, bound it by a window.
   */
  maintenance?: 'not counted' | 'counted';
  /**
   * When planned maintenance may take place. Work outside it counts as downtime.
   */
  maintenance_window?: When;
  /**
   * How long before it must be announced. Long enough to warn your own customers.
   */
  maintenance_notice?: DurationValue;
  /**
   * What credits are a part of: the fee, or an amount. Say which fee if there are several.
   */
  credit_basis?: 'fee' | Money;
  /**
   * The most that can be credited for one window. It should not be below the highest step.
   */
  credit_cap?: Decimal;
  /**
   * How long a credit can be claimed after the window's end. Put the day in somebody's calendar: it lapses.
   */
  claim_within?: DurationValue;
  /**
   * How results and amounts are rounded. At 99.895 % it decides who pays.
   */
  rounding?: 'half up' | 'half even' | 'down';
  /**
   * Whether credits are all you can ask for. Yes gives away damages, and often the right to terminate.
   */
  sole_remedy?: boolean;
  /**
   * How soon after the window the supplier reports its results. It must leave time to claim.
   */
  report_due?: DurationValue;
  /**
   * The CODEOWNERS file, from the root of the repository, that should agree with this map.
   */
  codeowners?: string;
  /**
   * The language of meetings and documents, as a code such as en or sv. Once it is agreed aloud, people ask when they have not understood.
   */
  working_language?: string;
  /**
   * The least time a day in which both sides are at work. Four hours make it one team; one hour makes it an exchange of letters.
   */
  overlap?: DurationValue;
  /**
   * Periods without meetings and releases, from the first to the last day, such as Christmas. Both sides' holidays belong here.
   */
  closed_periods?: readonly Period[];
  /**
   * Whether it is an everyday process, a runbook for trouble, or a policy.
   *
   * What the record is of. It decides what a new one begins with, and what it must hold: a service review results, a change its changes.
   */
  type?:
    | 'process'
    | 'runbook'
    | 'policy'
    | 'check-in'
    | 'service-review'
    | 'strategic-review'
    | 'knowledge-session'
    | 'change'
    | 'exit-test'
    | 'closure';
  /**
   * The component it is about, named as in the ownership map.
   */
  component?: string;
  /**
   * What starts it, such as an alert or a day of the month. Use the words of the alert, so that a search finds it.
   */
  trigger?: string;
  /**
   * How often it is practised. What was not practised within a year does not work.
   */
  rehearse_every?: DurationValue;
  /**
   * Where the knowledge goes: to the supplier when it takes over, to the client before the end, to a third party when another supplier takes over.
   */
  direction?: 'to client' | 'to supplier' | 'to third party';
  /**
   * The day by which every topic is accepted. It must fall before those who know have left.
   */
  complete_by?: DateValue;
  /**
   * How long those who handed over can still be asked after that day, such as 4 weeks. They tend to leave in exactly these weeks.
   */
  aftercare?: DurationValue;
  /**
   * The scale of levels: lowest and highest number, or its words, lowest first. Say in the text what each level means.
   *
   * The scale of scores, lowest and highest. Write what each score means, or 3 means nothing.
   *
   * The scale of likelihood and impact: lowest and highest number, or its words, lowest first. Five steps are enough.
   */
  scale?: Scale;
  /**
   * Whether you choose a partner or look again at the one you have. A selection asks for more proof.
   */
  purpose?: 'selection' | 'periodic';
  /**
   * What an empty score does to the total: no total, left out, or count as zero. Decide before you know whom it favours.
   */
  missing_scores?: 'no total' | 'left out' | 'count as zero';
  /**
   * The highest product of likelihood and impact that you live with; a word stands for a risk with both of that step. Above it something must be done.
   */
  appetite?: string;
  /**
   * How long you need before handover can begin: decide, buy, hire. It is the part that people forget.
   */
  prepare?: DurationValue;
  /**
   * How long it takes to move the work once you are prepared. It must be over when the right to help ends.
   */
  handover?: DurationValue;
  /**
   * Whether handover must be done when the contract ends, or may use the exit help after it.
   */
  handover_ends?: 'with the contract' | 'after the contract';
  /**
   * How long old and new run side by side. It costs twice and saves the weekend.
   */
  parallel_run?: DurationValue;
  /**
   * How soon after the end your data must be back. Leave time to check it before copies are deleted.
   */
  data_returned_within?: DurationValue;
  /**
   * How soon after the end the supplier must have deleted its copies. Not before you have checked what came back.
   */
  data_deleted_within?: DurationValue;
  /**
   * How often the plan is tried. Once a year is a good beginning, and more often for what is critical.
   */
  test_every?: DurationValue;
  /**
   * How hard it is to find another supplier. If it is hard, the risk register should say what follows.
   */
  substitutability?: 'easy' | 'moderate' | 'hard' | 'impossible';
  /**
   * How hard it is to take the work back in house. Count the people you would have to hire.
   */
  reintegration?: 'easy' | 'moderate' | 'hard';
  /**
   * The plan by which knowledge moves back or on, as a path from this document.
   */
  knowledge_transfer?: string;
  /**
   * Who leads the exit on the client's side. Name the person before you need one.
   */
  exit_manager_client?: string;
  /**
   * Who leads the exit on the supplier's side. Not the person who loses the bonus, if you can choose.
   */
  exit_manager_supplier?: string;
  /**
   * The day it took place. The records of a series are ordered by it.
   */
  held?: IsoDate;
  /**
   * The period whose results it looks at, such as 2026-10 or 2026-Q4. Verdicts and credits are worked out for it.
   */
  period?: Period;
  /**
   * The meeting it belongs to, as the list of meetings names it. It shows which meetings left no record.
   */
  meeting?: string;
  /**
   * Who led it, and answers for the record.
   */
  chair?: string;
  /**
   * Who was there. A decision needs somebody from each side.
   */
  attended?: string;
  /**
   * Who should have been there and was not. Twice in a row is a sign.
   */
  absent?: string;
  /**
   * The topic of a knowledge session, named as in the transfer plan.
   */
  topic?: string;
  /**
   * What became of the change. Empty means approved: only an approved change has to be carried out.
   */
  outcome?: 'approved' | 'rejected' | 'deferred' | 'withdrawn';
  /**
   * The document that was signed, as a path from the engagement's folder.
   */
  document?: string;
  /**
   * The fingerprint of what was signed. One changed cell gives another.
   */
  digest?: string;
  /**
   * Who signed: the short name of a person.
   */
  by?: string;
  /**
   * For which side. A document is approved when both have signed the same content.
   */
  party?: string;
  /**
   * The day of signing. The next review is counted from the newest one.
   */
  date?: IsoDate;
  /**
   * Whether it was gone through, or approved. Only approval by both sides makes it binding between them.
   */
  means?: 'reviewed' | 'approved';
  /**
   * How it was signed, for instance in a meeting.
   */
  via?: 'editor' | 'cli' | 'meeting' | 'pull request';
}

/**
 * The columns of each section. Further columns (people, teams, candidates) are not among them.
 */
export interface RowValues {
  /**
   * Why this work was given to somebody else, in a few sentences. When people disagree about priorities later, this is what they come back to: say what should be better, and by when.
   */
  purpose: {};
  /**
   * What the supplier is engaged to do, one item a line. Disputes are about what nobody wrote down, so name systems and duties, not intentions.
   */
  in_scope: {};
  /**
   * What the supplier does not do, though one might think so. Each line here saves a discussion about extra work.
   */
  out_of_scope: {};
  /**
   * What the client keeps doing itself, such as product decisions and keys. Keep enough here to be able to judge the work, and to leave.
   */
  kept_in_house: {};
  /**
   * Everybody whom the documents name, once. Everywhere else the short key is enough, so a changed role or a leaver is one edit here.
   */
  people: {
    /**
     * The short key by which every other document names this person. Choose something people say aloud, such as a first name, and keep it when the role changes.
     */
    person: string;
    /**
     * The full name, for readers who do not know the short one. Write it as the person signs.
     */
    name?: string;
    /**
     * The side the person works for: the client, the supplier, or the name of a subcontractor. Many checks ask whether a duty lies with the right side.
     */
    party: string;
    /**
     * What the person does in this engagement, in the words that both sides use.
     */
    role: string;
    /**
     * The time zone the person works in, so that meetings and overlap can be worked out. Leave it out if it is that of the engagement.
     */
    zone?: string;
    /**
     * The work address. This is the only place for it: elsewhere the short key is enough, and addresses then do not spread.
     */
    e_mail?: string;
    /**
     * The user name at the code host. It connects the ownership map with reviews and code owners.
     */
    handle?: string;
    /**
     * The last day in this engagement, when it is known. Everything the person owns must have passed on before that day, so write it down as soon as you hear of it.
     */
    until?: IsoDate;
    /**
     * The day on which the person was cleared for the work, or yes or no. Ask before any access is given.
     */
    cleared?: IsoDate | boolean;
  };
  /**
   * Groups that work together and share hours. A promise to answer within working hours means nothing until a team's hours are known.
   */
  teams: {
    /**
     * The name by which other documents refer to this team. Keep it when the members change.
     */
    team: string;
    /**
     * The side the team belongs to: the client, the supplier, or the name of a subcontractor.
     */
    party: string;
    /**
     * The time zone of the team's hours. Two teams an hour apart lose two hours of shared day.
     */
    zone: string;
    /**
     * The hours in which the team works, in its own zone. Write 24x7 only if somebody is awake.
     */
    hours: Hours;
    /**
     * The days on which the team works; Monday to Friday if nothing is said.
     */
    days?: readonly Weekday[];
    /**
     * Whose public holidays the team keeps: countries, regions or single dates. A shared release plan needs to know both sides' holidays.
     */
    holidays?: readonly string[];
    /**
     * The members by their short names. A team of one is a risk that a list makes visible.
     */
    people?: string;
  };
  /**
   * The regular meetings, with who must be there. Short weekly check-ins and a monthly strategic review keep trouble small and both sides informed.
   */
  meetings: {
    /**
     * The name of the meeting, which its records refer to. One name for each series, so that a missing record shows.
     */
    meeting: string;
    /**
     * How often it takes place: day, week, 2 weeks, month, quarter. Counted from the day the document is valid, unless even or odd weeks are named.
     */
    every: Every;
    /**
     * The weekday and time, in the engagement's zone. Pick a time inside both sides' working day.
     */
    when?: When;
    /**
     * How long it takes. Many short meetings cost more than one honest long one.
     */
    length?: DurationValue;
    /**
     * Who leads the meeting and sees that decisions are written down. Let the side that owes the most answers prepare it.
     */
    chair?: string;
    /**
     * Who must be there, by person or team. Without someone from each side it coordinates nothing.
     */
    attends: string;
    /**
     * What the meeting is for. A meeting without a purpose of its own can go.
     */
    purpose?: string;
    /**
     * The type of record that each meeting must leave. Empty: none is asked for.
     */
    record?:
      | 'check-in'
      | 'service-review'
      | 'strategic-review'
      | 'knowledge-session'
      | 'change'
      | 'exit-test'
      | 'closure';
  };
  /**
   * Companies that the supplier brings in. Your data and your uptime depend on them too, so approve each of them before it starts.
   */
  subcontractors: {
    /**
     * The name of the company, as people and teams refer to it. Use the name in the register, so that it can be looked up.
     */
    subcontractor: string;
    /**
     * The part of the work it does. It tells you how much stops if it fails.
     */
    does?: string;
    /**
     * The country it works from, as a code of two letters. It decides which law reaches your data.
     */
    country?: string;
    /**
     * The day on which the client approved it, or yes or no. Ask for the approval before any access is given.
     */
    approved?: IsoDate | boolean;
  };
  /**
   * The kinds of data in the work, and where they are. You must know this to answer an authority, a customer, or the question what comes back at the end.
   */
  data: {
    /**
     * A kind of data that both sides would call the same. Divide by what would happen if it leaked, not by tables.
     */
    data: string;
    /**
     * Whether it says anything about living people. If yes, the rules on personal data apply from the first day.
     */
    personal?: boolean;
    /**
     * The component that holds it, which leads to who answers for it and to what must be handed over.
     */
    component?: string;
    /**
     * The countries in which it lies, backups included. Ask for the region of each cloud service.
     */
    stored_in?: readonly string[];
    /**
     * The countries from which somebody can read it. A support desk abroad with read access counts as a transfer.
     */
    accessed_from?: readonly string[];
    /**
     * What makes the transfer lawful when the data can be reached from outside the EEA.
     */
    transfer_tool?: string;
    /**
     * The day on which it was last assessed what can go wrong there, with a transfer too. Laws and suppliers change, so look again every year.
     */
    assessed?: IsoDate;
    /**
     * How far the data may spread, by your own classes. It decides who may see it and where it may lie.
     */
    class?: 'open' | 'internal' | 'confidential' | 'secret';
  };
  /**
   * Where the contract answers each demand of a law or standard. An empty Where shows you the gap before an auditor does.
   */
  clauses: {
    /**
     * The code of the demand in the list of a profile. The list says which demands apply to you.
     */
    clause: string;
    /**
     * The place that answers it: a link to a document and heading, or the number of the contract clause.
     */
    where: string;
    /**
     * What a reader should know about the answer, for instance that it was agreed by letter.
     */
    note?: string;
  };
  /**
   * Rules that you have decided not to follow for now. Each needs a reason, somebody who approved it, and an end: an exception without an end is a new rule.
   */
  accepted_deviations: {
    /**
     * The code or the name of the rule, as the finding shows it.
     */
    rule: string;
    /**
     * Why following it would be worse. Write it for the person who finds this in a year.
     */
    reason: string;
    /**
     * Who took the decision. It should be somebody who bears the consequence.
     */
    approved_by: string;
    /**
     * The last day of the exception. A quarter or two is usually enough to repair the cause.
     */
    until: IsoDate;
    /**
     * The document or row that is excepted. Leave it empty only if the whole engagement is meant.
     */
    where?: string;
  };
  /**
   * What the business wants from the engagement. Every figure and service level should serve one of these; otherwise you measure what is easy.
   */
  objectives: {
    /**
     * The result in a few words, as a state that is reached, not as an activity.
     */
    objective: string;
    /**
     * Who answers for reaching it, on the client's side as a rule. An objective of everybody is nobody's.
     */
    owner?: string;
    /**
     * The day by which it should be reached. Without a day it cannot be missed, nor reached.
     */
    by?: DateValue;
  };
  /**
   * The figures that show whether the objectives are being reached. Few, agreed and measured by someone beat many that nobody looks at.
   */
  kpis: {
    /**
     * The name of the figure, as reports and records use it. Name what is counted, such as failed payments.
     */
    kpi: string;
    /**
     * The objective that it measures. A figure without an objective is a habit: drop it.
     */
    objective?: string;
    /**
     * What it shows: quality, timeliness, cost, value, satisfaction, capability or risk. Watch quality and timeliness together, because each can be bought with the other.
     */
    category?: string;
    /**
     * Whether higher or lower is an improvement. Leave it empty where the target says at least or at most.
     */
    better?: 'higher' | 'lower';
    /**
     * The value before the work began. Without it nobody can say whether anything got better.
     */
    baseline?: Quantity;
    /**
     * The value that was agreed. Say at least or at most, so that the verdict is never a matter of opinion.
     */
    target: Quantity;
    /**
     * The day from which the target counts. Until then the figure is on its way.
     */
    by?: DateValue;
    /**
     * How and from which source the value is taken. Choose a source that both sides can see.
     */
    measured_by?: string;
    /**
     * How often it is measured. It should be often enough to still change the outcome.
     */
    every?: Every;
    /**
     * Who sees that the value is measured and acted on. Not the one whose work is measured, if you can choose.
     */
    owner?: string;
  };
  /**
   * Deliveries with a day and a test for being done. A milestone without a test is delivered when the louder side says so.
   */
  milestones: {
    /**
     * The name of the delivery. Other dates can be counted from it, so keep it short and stable.
     */
    milestone: string;
    /**
     * The day that was agreed, or one counted from a named day, such as end - 30 days. A delay goes under Forecast, not here.
     */
    due: DateValue;
    /**
     * The test that both sides accept as proof. Write it so that a third person could decide.
     */
    accepted_when?: string;
    /**
     * Planned, on track, at risk, delivered or accepted; what is missed follows from the days. Say at risk early: that is what the column is for.
     */
    status?: 'planned' | 'on track' | 'at risk' | 'delivered' | 'accepted' | 'missed';
    /**
     * The day it was done. Filled in means done, whatever Status says.
     */
    done?: IsoDate;
    /**
     * Who sees that it is reached. One person, so that it is clear whom to ask.
     */
    owner?: string;
    /**
     * The day on which it is now expected. Due stays what was agreed.
     */
    forecast?: DateValue;
    /**
     * The milestones that must be reached before it. They show which delay moves it.
     */
    after?: string;
    /**
     * The components that go live with it. A critical one goes live after a trial that passed, not instead of it.
     */
    puts_live?: string;
  };
  /**
   * What was tried before it went live, and how that went. A trial is of a component, or of the milestone that puts it live.
   */
  trials: {
    /**
     * The component that was tried, or the milestone that it was tried for.
     */
    of: string;
    /**
     * The day of the trial. The last one before the milestone counts.
     */
    date: IsoDate;
    /**
     * What was tried: rehearsal of the way over, load, failover, restore, pilot, or full for all of it.
     */
    kind: 'rehearsal' | 'load' | 'failover' | 'restore' | 'pilot' | 'full';
    /**
     * Passed, partial or failed. What passed in part has not passed.
     */
    result: 'passed' | 'partial' | 'failed';
    /**
     * How much of the real thing it held: the share of the data, the load, the users.
     */
    covers?: string;
  };
  /**
   * The services that the agreement covers, with the hours in which they must work.
   */
  services: {
    /**
     * The name of the service in every other document. Use the name that users say on the telephone.
     */
    service: string;
    /**
     * When the service must work, in the engagement's zone. Downtime outside these hours is no breach.
     */
    hours?: Hours;
    /**
     * How much hurts when it stops. Critical services get backups, runbooks and two receivers of knowledge.
     */
    importance?: 'critical' | 'important' | 'standard';
    /**
     * What it cannot work without. A service cannot promise more than what stands under it: three parts at 99.9 % give 99.7 %.
     */
    depends_on?: string;
    /**
     * The availability that you have promised your own customers. The supplier's promise to you must be at least as good.
     */
    promised_onward?: Decimal;
  };
  /**
   * What is promised for each service, as a number that somebody measures. Promise what users notice, and few things well.
   */
  service_levels: {
    /**
     * The service that the promise is about, named as under Services.
     */
    service: string;
    /**
     * What is measured; a detail follows after a comma. Availability says that it answers, latency that it answers in time.
     */
    measure: Measure;
    /**
     * The value that is promised. 100 % cannot be kept by anyone; 99.9 % allows 43 minutes a month.
     */
    target: Quantity;
    /**
     * Whose measurement counts, and where it is taken. Agree on it now: two probes always disagree on the day that matters.
     */
    measured_by: string;
    /**
     * The objectives or figures that the level helps. It keeps green numbers from hiding unhappy users.
     */
    serves?: string;
    /**
     * The stricter value the team steers by, so that there is time to act before the promise breaks.
     */
    internal_target?: Quantity;
  };
  /**
   * How fast trouble is met, by how bad it is. The words under Means decide every discussion about priority, so use what users see.
   */
  incidents: {
    /**
     * The name of the class, the most urgent first. Three or four are enough.
     */
    priority: string;
    /**
     * What is broken, for whom. Write it so that the night shift can decide alone.
     */
    means: string;
    /**
     * The time until somebody competent works on it. Working hours stop the clock at night, so choose them knowingly.
     */
    respond: DurationValue;
    /**
     * The time until users can work again, by a repair or a way around. Finding the cause may take longer.
     */
    restore: DurationValue;
    /**
     * The time until the client is told, whatever is known by then. It runs from the same moment as the others.
     */
    inform?: DurationValue;
  };
  /**
   * What a missed level costs the supplier, in steps without gaps. Credits are a reminder more than a compensation: a cap and a way to claim belong to them.
   */
  service_credits: {
    /**
     * The service that the step is for. Empty: every service without steps of its own.
     */
    service?: string;
    /**
     * The lower end of the step, included. The lowest step begins at 0 %, or the worst month is free of charge.
     */
    from: Decimal;
    /**
     * The upper end of the step, not included. The highest step ends at the target.
     */
    below: Decimal;
    /**
     * The part of the basis that is credited. A worse result must never earn less.
     */
    credit: Decimal;
  };
  /**
   * How long a service may be gone and how much data may be lost in a disaster. These are promises only when they have been tried.
   */
  recovery: {
    /**
     * The service to be recovered. What it depends on must come back at least as fast.
     */
    service: string;
    /**
     * The longest time until the service works again after a disaster. Ask what it costs the business per hour.
     */
    rto?: DurationValue;
    /**
     * The most recent work that may be lost, as a length of time. It cannot be shorter than the time between two backups.
     */
    rpo?: DurationValue;
    /**
     * The day of the latest successful trial. A backup that was never restored is a hope.
     */
    tested?: IsoDate;
  };
  /**
   * What the client must do for the promises to hold: access, answers, decisions. Late answers are the commonest excuse, so write down how soon.
   */
  client_obligations: {
    /**
     * The duty, as something that one can see done. Begin with a verb: answer, provide, decide.
     */
    obligation: string;
    /**
     * Who on the client's side sees to it. A name here ends the discussion about whose delay it was.
     */
    owner: string;
    /**
     * How soon, counted from the request. Working days are usually fair.
     */
    within?: DurationValue;
  };
  /**
   * What the supplier must do besides the measured levels: reports, access lists, backups.
   */
  supplier_obligations: {
    /**
     * The duty, as something that one can see done. Begin with a verb: report, restore, delete.
     */
    obligation: string;
    /**
     * Who on the supplier's side sees to it. Choose the person who can, not the highest one.
     */
    owner: string;
    /**
     * How soon, counted from the event or the request. Laws may set it: 24 hours is common for incidents.
     */
    within?: DurationValue;
  };
  /**
   * How the figures are taken and what does not count, such as agreed maintenance or the client's own mistakes. Each exclusion makes the promise smaller, so keep the list short.
   */
  measurement_and_exclusions: {};
  /**
   * The parts of the system and who answers for each. Whoever is called at night should find one name here, not a department.
   */
  components: {
    /**
     * The name of the part, as people say it. Divide where responsibility changes hands.
     */
    component: string;
    /**
     * How much hurts when it stops; standard if nothing is said. Not everything can be critical.
     */
    importance?: 'critical' | 'important' | 'standard';
    /**
     * The one person who answers for it. Two are nobody, and for what is critical it should be the client's.
     */
    accountable: string;
    /**
     * Who steps in. Not the same person, and not someone on the same holiday.
     */
    backup?: string;
    /**
     * The person or team who builds and runs it. It may well be the supplier while the client answers for it.
     */
    does_the_work: string;
    /**
     * The files that belong to it, as patterns from the root of the repository. They show files that nobody owns.
     */
    paths?: readonly PathPattern[];
    /**
     * The instruction to follow when it breaks. Link to it, so that the night shift does not search.
     */
    runbook?: string;
  };
  /**
   * Who does the work, who answers for it, who is asked and who is told, one activity a row. One A in each row, and at least one R.
   */
  who_does_what: {
    /**
     * A task that comes again, such as a release. Tasks that cross the line between the parties need it most.
     */
    activity: string;
  };
  /**
   * Which decisions may be taken where, and where they go when they are too big. It saves weeks of waiting for someone who could have said yes.
   */
  who_decides: {
    /**
     * The question to be decided. Begin with those that you waited for last month.
     */
    decision: string;
    /**
     * Who may say yes or no. Put the decision as close to the work as its cost allows.
     */
    decides: string;
    /**
     * The amount up to which that holds. Leave it out where money is not the limit.
     */
    up_to?: Money;
    /**
     * Who decides beyond that. Somebody with more power than the one before, or it goes in a circle.
     */
    goes_to?: string;
  };
  /**
   * The tools both sides work in. Work that is spread over two trackers is seen by neither side.
   */
  tools: {
    /**
     * What the tool is for: issue tracking, chat, documentation, code, incident, or in your own words. Two tools for one purpose are worth a question.
     */
    purpose?: string;
    /**
     * The name of the tool, with the project or channel, so that a new member finds it.
     */
    tool: string;
    /**
     * Who uses it. A tool for common work needs both sides: give access before the first day.
     */
    used_by?: string;
    /**
     * Who gives and takes away access. On the day somebody leaves, this person must know.
     */
    owner?: string;
    /**
     * The countries in which its data lie. Chat and trackers hold more personal data than one thinks.
     */
    data_in?: readonly string[];
  };
  /**
   * Whom to turn to when an answer does not come, and after how long. Going up is a service to both sides and no complaint.
   */
  escalation: {
    /**
     * The step, such as 1 or L1, or what it is for. Four are enough for anyone.
     */
    level: string;
    /**
     * The person or team to call at that step. Somebody must answer whenever it may be needed, at night too.
     */
    contact: string;
    /**
     * How long after the matter began this step is taken; 0 minutes for the first. It must fall between answer and repair of the most urgent incident.
     */
    after?: DurationValue;
    /**
     * The way to reach them, such as a number or a channel. It must work at night too.
     */
    how?: string;
    /**
     * The kind of matter that goes this way. Leave it empty where all do.
     */
    for?: string;
  };
  /**
   * The reports that are owed, by whom and by when. Ask only for what somebody reads.
   */
  reports: {
    /**
     * The name of the report. Where a milestone has the same name it is the same delivery, and both must be due on the same day.
     */
    report?: string;
    /**
     * How often it comes. Match it to how often you can act on it.
     */
    every: Every;
    /**
     * Who writes it. A person, so that there is somebody to ask.
     */
    from?: string;
    /**
     * Who reads it and acts on it. If nobody comes to mind, do without the report.
     */
    to: string;
    /**
     * The time after the end of its period. It must leave you time to claim credits.
     */
    due?: DurationValue;
    /**
     * What it must tell. Figures first, then what will be done about them.
     */
    contains?: string;
    /**
     * The way it reaches its readers, such as a mail or a page.
     */
    how?: string;
  };
  /**
   * What to do, step by step, as a table or a numbered list. Write it for someone who is new and woken at night.
   */
  steps: {
    /**
     * The number or name of the step. Numbers are easy to call out.
     */
    step: string;
    /**
     * Who does it, if not everybody. Name a person who is awake at that hour.
     */
    who?: string;
    /**
     * The one thing to do. A command that can be copied is best; a sentence with and in it is two steps.
     */
    do: string;
    /**
     * What you see when it worked. Without it nobody knows whether to go on.
     */
    you_see?: string;
  };
  /**
   * Whom to call and what to leave alone when the steps do not help. Every instruction ends here sooner or later.
   */
  when_it_does_not_work: {};
  /**
   * When the instruction was practised, and by whom. An instruction that only one person has ever followed is a diary.
   */
  rehearsals: {
    /**
     * The day of the rehearsal. Practise again when the system has changed much.
     */
    date: IsoDate;
    /**
     * Who carried it out. Let different people do it, the newest first.
     */
    who: string;
    /**
     * How it went, and what was changed because of it. A smooth one that changed nothing teaches little.
     */
    result: string;
  };
  /**
   * What must be known to run the work, and how far each part has passed to its receivers. Knowledge has moved when the receiver has done it alone.
   */
  topics: {
    /**
     * Something that somebody must be able to do, such as a restore, narrow enough to be tested. Begin with what stops when one person is on holiday.
     */
    topic: string;
    /**
     * How much it hurts if nobody knows it any more: critical, important or standard. What is critical needs two receivers.
     */
    importance?: 'critical' | 'important' | 'standard';
    /**
     * The component that it is about, named as in the ownership map. So one sees which critical components nobody learns.
     */
    component?: string;
    /**
     * The people or the team who know it today. Make sure that they stay until it is accepted, in the contract if need be.
     */
    from?: string;
    /**
     * The people or the team who must know it afterwards. Two people for what is critical; a team counts as two.
     */
    to: string;
    /**
     * How far it has come: identified, documented, walkthrough, shadow (the receiver watches), reverse shadow (the giver watches), accepted. Empty is identified.
     */
    stage?: 'identified' | 'documented' | 'walkthrough' | 'shadow' | 'reverse shadow' | 'accepted';
    /**
     * The deed that proves it, not a document that was read. The receiver does it alone while the giver watches.
     */
    accepted_when?: string;
    /**
     * Where it is written down: a document, a runbook, a page.
     */
    document?: string;
    /**
     * A link to where the proof can be seen: a rehearsal, a change, a record.
     */
    evidence?: string;
    /**
     * Who accepted it; one of the receiver's side. The giver is never the judge.
     */
    accepted_by?: string;
    /**
     * The day it was accepted. Look again after three months: what was not practised has gone.
     */
    accepted_on?: IsoDate;
    /**
     * What is still missing although it is accepted, such as a run that nobody has seen yet. Empty means that nothing is.
     */
    left_to_do?: string;
  };
  /**
   * The planned sessions in which knowledge is passed on. Put them into the ordinary week: what is left for the last month is lost.
   */
  sessions: {
    /**
     * The topic of the session, named as under Topics.
     */
    topic: string;
    /**
     * The day it is planned for. It must fall before the day by which everything is accepted.
     */
    planned: DateValue;
    /**
     * How it is done: walkthrough, shadow, reverse shadow, pairing, recording, or in your own words. Doing together teaches more than showing slides.
     */
    method?: string;
    /**
     * Who leads the session. Mostly the one who knows the topic today.
     */
    who?: string;
    /**
     * Who shall be there, by key or team. The receivers of the topic at least.
     */
    attends?: string;
    /**
     * How long the session takes. Several short ones teach more than a long one.
     */
    length?: DurationValue;
  };
  /**
   * Which skills the work needs, how deep and in how many heads. It is a list about the team, not about people.
   */
  required_skills: {
    /**
     * The skill, narrow enough to be tested. PostgreSQL operation is one, databases is not.
     */
    skill: string;
    /**
     * The level on the scale of the document that one must have to count. Working alone is usually what you mean.
     */
    level: string;
    /**
     * How many people must have it; empty is one. One is a risk: people fall ill.
     */
    people?: Decimal;
    /**
     * How much it hurts if nobody has it: critical, important or standard. It shows where to train first.
     */
    importance?: 'critical' | 'important' | 'standard';
  };
  /**
   * Who has the skill: for a team how many people at the required level, for a person their level. Counting heads names nobody.
   */
  coverage: {
    /**
     * The required skill that is counted. Give every required skill a row, also where the count is 0.
     */
    skill: string;
  };
  /**
   * Certificates that the engagement relies on. They lapse silently, so the day is what matters.
   */
  certificates: {
    /**
     * The name and edition of the certificate. An old edition may have lost its value.
     */
    certificate: string;
    /**
     * The party, team or person that holds it. Check that it is the company that does your work.
     */
    holder: string;
    /**
     * The last day on which it is valid. Ask for the next one three months before.
     */
    expires: IsoDate;
    /**
     * Where it can be seen. Read its scope as well: it may leave out your service.
     */
    evidence?: string;
  };
  /**
   * Courses that people must have taken, and how often. Some laws ask that the supplier's people take part as well.
   */
  training: {
    /**
     * The name of the training, as the attendance list has it.
     */
    training: string;
    /**
     * The teams, parties or people who must take it. New members take it in their first month.
     */
    required_of: string;
    /**
     * How often it must be taken again. Empty means once; a year is common.
     */
    every?: Every;
    /**
     * The day on which all of them had last taken it. One who is missing moves the day.
     */
    last?: IsoDate;
  };
  /**
   * Plans to raise a team's level in a skill. A gap without a plan and a day stays a gap.
   */
  development: {
    /**
     * The required skill to be raised, named as under Required skills.
     */
    skill: string;
    /**
     * The team that learns. Plans for single people belong to their employer.
     */
    team?: string;
    /**
     * The level it has now, on the scale of the document.
     */
    from: string;
    /**
     * The level it will reach. One level at a time is honest.
     */
    to: string;
    /**
     * The day by which it is reached. Before the person who has the skill leaves.
     */
    due: DateValue;
    /**
     * Who sees to it, with time set aside for it.
     */
    owner?: string;
    /**
     * What is done to get there. A course alone seldom lifts a level.
     */
    action?: string;
  };
  /**
   * What partners are judged by, with weights that add up to 100. Settle them before the first offer is opened, or the offer will settle them.
   */
  criteria: {
    /**
     * What is judged, as an observation that one can make. Delivers on time can be checked, good culture cannot.
     */
    criterion: string;
    /**
     * What it shows of a partner, such as technical expertise, delivery management, culture fit, security or cost. Price is one of many.
     */
    category?: string;
    /**
     * Its part of 100; a demand that is only passed or failed has none. If cost has more than 50 you buy the cheapest.
     */
    weight: Decimal;
    /**
     * The score below which a candidate is out, whatever the total. Use it for what cannot be made up for.
     */
    minimum?: Decimal;
  };
  /**
   * The scores of each candidate, one column a candidate. Score first alone, then talk.
   */
  scores: {
    /**
     * The criterion that is scored, named as under Criteria.
     */
    criterion: string;
  };
  /**
   * What the scores rest on. References and work you have seen weigh more than a good presentation.
   */
  evidence: {
    /**
     * The candidate, as the header of Scores writes it. Look for the same kinds of proof for each.
     */
    candidate: string;
    /**
     * The criterion that it supports. A criterion without proof is an impression.
     */
    criterion: string;
    /**
     * Portfolio, case study, reference call, audit report, certificate, trial task or interview. Two reference calls tell more than ten reviews.
     */
    type: string;
    /**
     * The day it is from. Old proof says little about today's team.
     */
    date: IsoDate;
    /**
     * Where it can be read, if it was written down.
     */
    link?: string;
  };
  /**
   * Whom you chose and why, in a few sentences. Name the reasons against it as well: they are your first risks.
   */
  decision: {};
  /**
   * What could go wrong, how likely and how bad it is, and what is done about it. A risk without an owner and a day is a worry.
   */
  risks: {
    /**
     * What may happen, in a few words. Say the event, not the area: checkout knowledge leaves with one person.
     */
    risk: string;
    /**
     * What area it belongs to, such as skills, oversight or exit and lock-in. Going through the list of areas finds the risks that nobody thought of.
     */
    category?: string;
    /**
     * What would make it happen. The best action takes the cause away.
     */
    cause?: string;
    /**
     * What it would do to the business. It tells you how bad, and who should care.
     */
    effect?: string;
    /**
     * How likely it is, on the scale of the document. Agree on what its steps mean before you use them.
     */
    likelihood: string;
    /**
     * How bad it would be, on the same scale. Think of the worst day that could really come.
     */
    impact: string;
    /**
     * What you do about it: avoid, reduce, transfer or accept. To accept needs a day on which you look again.
     */
    response?: 'avoid' | 'reduce' | 'transfer' | 'accept';
    /**
     * The next thing that is done. Small and with a day beats large and some time.
     */
    action?: string;
    /**
     * The one person who watches it. It should be someone who can act.
     */
    owner?: string;
    /**
     * The day the action is done, or an accepted risk is looked at again. Without it the register is a memorial.
     */
    due?: DateValue;
    /**
     * How likely it will be once the action is done. If nothing changes, choose another action.
     */
    likelihood_after?: string;
    /**
     * How bad it will be once the action is done. Most actions change only one of the two.
     */
    impact_after?: string;
    /**
     * Open, treating, accepted or closed. Close it when it cannot happen any more, not when it gets old.
     */
    status?: 'open' | 'treating' | 'accepted' | 'closed';
  };
  /**
   * The events that would make you leave. Settle them in calm times: on the day itself everybody finds a reason to wait.
   */
  triggers: {
    /**
     * The event, in a few words. At least one for each kind: end, choice, breach, insolvency, quality.
     */
    trigger: string;
    /**
     * What sort of event it is. Some laws ask for certain kinds.
     */
    kind: string;
    /**
     * What you can see when it has happened. Tie it to a service level or figure and the tool sees it too.
     */
    sign?: string;
    /**
     * The notice that this way out needs under the contract. None if you may leave at once.
     */
    notice?: DurationValue;
  };
  /**
   * Where the work could go, and how long that would take. One checked option is worth more than three ideas.
   */
  options: {
    /**
     * The way out, by name. A named company that has said maybe is worth more than the market.
     */
    option: string;
    /**
     * What sort of place it is. Two different sorts make you safer than two of one.
     */
    to: 'other supplier' | 'in house' | 'hybrid' | 'wind down';
    /**
     * How long it takes until the new side stands alone. It must fit into notice and exit help.
     */
    takes: DurationValue;
    /**
     * What the move costs, once. A rough figure is enough to compare with a year's fee.
     */
    costs?: Money;
    /**
     * The day you last asked whether it is still open. Ask once a year.
     */
    checked?: IsoDate;
    /**
     * Whether this is the way you would take. Its time must fit into the handover.
     */
    preferred?: boolean;
  };
  /**
   * Everything that must change hands when the work does. What is not on the list is found when it is missing.
   */
  handover_items: {
    /**
     * What is handed over. Walk through components, accounts, keys, domains and licences.
     */
    item: string;
    /**
     * Code, data, access, licence, domain, hardware, documentation or contract; a detail follows after a comma. Data needs a form and a day of deletion.
     */
    kind: WordDetail;
    /**
     * Whose property it is. Settle this for code and domains before anybody wants to leave.
     */
    belongs_to: string;
    /**
     * How it is handed over, and what is deleted afterwards. Try it once while you are friends.
     */
    how: string;
    /**
     * The form in which it comes. Choose one that others can read without the supplier's tools.
     */
    form?: string;
    /**
     * The component or service that it belongs to. It shows components that nobody hands over.
     */
    component?: string;
    /**
     * By what right the receiver may go on using it. Without one it cannot be used, even if it was handed over.
     */
    right_to_use?: string;
    /**
     * The day on which it was handed over, or yes or no. Empty means that it still is to be.
     */
    done?: IsoDate | boolean;
  };
  /**
   * The steps of an exit or a knowledge transfer in time. They show whether all of it fits before the contract ends.
   */
  phases: {
    /**
     * The name of the step, such as parallel run.
     */
    phase: string;
    /**
     * The day it starts, or a day counted from a named one. Empty: when those before it are done.
     */
    starts?: DateValue;
    /**
     * How long it takes. Ask those who will do it, then add the summer.
     */
    takes: DurationValue;
    /**
     * The steps that must be done before it. They decide when it can start.
     */
    after?: string;
    /**
     * Who sees that it happens. One person, from the side that does most of it.
     */
    owner: string;
    /**
     * What there is when it is done, such as a plan or a signed list.
     */
    delivers?: string;
    /**
     * What must be so before the next phase begins. Something that both parties can see.
     */
    accepted_when?: string;
  };
  /**
   * What leaving costs. Knowing the sum early makes staying a choice.
   */
  costs: {
    /**
     * What is paid for: people in parallel, licences twice, lawyers, help after the end.
     */
    item: string;
    /**
     * The amount, once. Round figures are fine; forgotten ones are not.
     */
    cost: Money;
  };
  /**
   * How you will know that the exit succeeded, one test a line. Agree on them before it begins, since both sides are tired when it ends.
   */
  success_criteria: {};
  /**
   * What to do if it ends from one day to the next: who freezes what, who takes the pager, where the keys are. Half a page that works without the supplier.
   */
  sudden_exit: {};
  /**
   * When the exit plan was tried, and what it taught. A talk around a table with the real list of credentials already finds most holes.
   */
  tests: {
    /**
     * The day of the test. The next one is counted from the last that passed, at least in part.
     */
    date: IsoDate;
    /**
     * How far it went, from a talk around a table to the real thing.
     */
    kind: 'tabletop' | 'walkthrough' | 'partial' | 'full';
    /**
     * How it went. A partial pass that changed something is worth more than an easy pass.
     */
    result: 'passed' | 'partial' | 'failed';
    /**
     * What was changed because of it, or a link to it. A test that failed and changed nothing was wasted.
     */
    what_we_changed?: string;
  };
  /**
   * The measured values of the period, beside what was promised. Write them down even when they are good: trends are made of them.
   */
  results: {
    /**
     * The service or figure that was measured, named as in its own table.
     */
    of: string;
    /**
     * Which level of the service it is, in the words of the service levels, such as availability. A key figure needs none.
     */
    measure?: Measure;
    /**
     * The value, with its unit; no data if it could not be measured. Copy it with all its digits.
     */
    result: Quantity;
    /**
     * Whether the level was met, as the report states it.
     */
    status?: 'met' | 'not met' | 'on the way' | 'no data';
    /**
     * The level as the report states it. What was agreed stands in the service levels.
     */
    target?: Quantity;
    /**
     * Where the value comes from, so that somebody else finds the same.
     */
    source?: string;
    /**
     * The value that the other party states. Keep both until it is settled.
     */
    disputed?: Quantity;
    /**
     * The day a credit was claimed, or no. The right to claim often lapses after weeks.
     */
    claimed?: IsoDate | boolean;
    /**
     * The amount that was credited. Compare it with what the tool works out.
     */
    credited?: Money;
  };
  /**
   * What was agreed to be done. An action is open until a later record says otherwise, so none is lost by silence.
   */
  actions: {
    /**
     * What is to be done. Keep the same words from record to record.
     */
    action: string;
    /**
     * The one who does it. Two owners wait for each other.
     */
    owner: string;
    /**
     * The day it is done by. Before the next meeting is a good day.
     */
    due: DateValue;
    /**
     * Open, done or dropped; empty is open until Done has a day. Write under Decisions why something is dropped.
     */
    status?: 'open' | 'done' | 'dropped';
    /**
     * The day it was done. Filled in means done.
     */
    done?: IsoDate;
  };
  /**
   * What was decided, and by whom. A year later this answers why.
   */
  decisions: {
    /**
     * The decision in one sentence, so that someone who was not there understands it.
     */
    decision: string;
    /**
     * Who took it. A person or a party, not the meeting.
     */
    decided_by?: string;
  };
  /**
   * What the work waits for, and on whom. It makes waiting visible to the side that can end it.
   */
  waiting_for: {
    /**
     * What is missing. Say the thing, not the feeling: test accounts at the acquirer.
     */
    what: string;
    /**
     * Who can deliver it. Tell them that they stand here.
     */
    on: string;
    /**
     * The day the waiting began. Keep it from record to record: the age tells.
     */
    since: IsoDate;
    /**
     * The day from which its absence delays the work. It turns a wish into a date.
     */
    needed_by?: DateValue;
  };
  /**
   * What is changed in which document, from what to what. Together with both signatures this is the amendment.
   */
  changes: {
    /**
     * A link to the document and section, a colon, then row and column. In free words where it is not a single value.
     */
    what: string;
    /**
     * The value before, as the document has it. It proves that both mean the same place.
     */
    from?: string;
    /**
     * The value after, as the document shall have it.
     */
    to?: string;
    /**
     * Why it is changed. In a year nobody remembers.
     */
    reason?: string;
  };
  /**
   * What else was said and should not be lost. Whatever binds somebody belongs under Actions or Decisions.
   */
  notes: {};
}
