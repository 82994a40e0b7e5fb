import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import { grammar } from '../../../extension/engine/model/generated/grammar.ts';
import validators from '../../../extension/engine/model/generated/validators.cjs';
import type { FieldSpec, ValueType } from '../../../extension/engine/model/schema.ts';
import { fold } from '../../../extension/engine/values/fold.ts';

/** Every section with its columns: `column!` is required, the type follows the colon, `+type` are further columns. */
const expectedSections: Readonly<Record<string, string>> = {
  purpose: 'prose',
  in_scope: 'list or prose',
  out_of_scope: 'list or prose',
  kept_in_house: 'list or prose',
  people:
    'person!:identity name:text party!:party role!:text zone:zone e_mail:email handle:text until:plainDate cleared:dateOrYesNo',
  teams: 'team!:identity party!:party zone!:zone hours!:hours days:days holidays:regions people:who',
  meetings:
    'meeting!:identity every!:every when?:when length:duration chair:who attends!:who purpose:text record:word(type_of_record)',
  subcontractors: 'subcontractor!:identity does:text country:country approved:dateOrYesNo',
  data: 'data!:identity personal:yesNo component:name(components) stored_in:countries accessed_from:countries transfer_tool:word(transfer_tool) assessed:plainDate class:word(data_class)',
  clauses: 'clause!:text where!:link note:text',
  accepted_deviations: 'rule!:text reason!:text approved_by!:who until!:plainDate where:link',
  objectives: 'objective!:identity owner?:who by:date',
  kpis: 'kpi!:identity objective?:name(objectives) category:word(kpi_category) better?:word(better) baseline:quantity target!:quantity by?:date measured_by?:text every:every owner?:who',
  milestones:
    'milestone!:identity due!:date accepted_when?:text status:word(milestone_status) done:plainDate owner:who forecast:date after:names(milestones) puts_live:names(components)',
  trials:
    'of!:name(components,milestones) date!:plainDate kind!:word(trial_kind) result!:word(test_result) covers:text',
  services:
    'service!:identity hours:hours importance:word(importance) depends_on:depends(services) promised_onward:percent',
  service_levels:
    'service!:name(services) measure!:measure target!:quantity measured_by!:text serves:names(kpis,objectives) internal_target:quantity',
  incidents: 'priority!:identity means!:text respond!:duration restore!:duration inform:duration',
  service_credits: 'service:name(services) from!:percent below!:percent credit!:percent',
  recovery: 'service!:name(services) rto:duration rpo:duration tested:plainDate',
  client_obligations: 'obligation!:identity owner!:who within:duration',
  supplier_obligations: 'obligation!:identity owner!:who within:duration',
  measurement_and_exclusions: 'prose',
  components:
    'component!:identity importance:word(importance) accountable!:who backup:who does_the_work!:who paths:paths runbook:link',
  who_does_what: 'activity!:identity +raci',
  who_decides: 'decision!:identity decides!:who up_to:money goes_to:who',
  tools: 'purpose?:word(tool_purpose) tool!:identity used_by:who owner:who data_in:countries',
  escalation: 'level!:identity contact!:who after?:duration how:text for:text',
  reports: 'report?:identity every!:every from?:who to!:who due?:duration contains:text how:text',
  steps: 'step!:identity who:who do!:text you_see:text',
  when_it_does_not_work: 'prose',
  rehearsals: 'date!:plainDate who!:who result!:text',
  topics:
    'topic!:identity importance:word(importance) component:name(components) from?:who to!:who stage?:word(stage) accepted_when:text document:link evidence:link accepted_by:who accepted_on:plainDate left_to_do:text',
  sessions: 'topic!:name(topics) planned!:date method:word(method) who:who attends:who length:duration',
  required_skills: 'skill!:identity level!:step people?:integer importance:word(importance)',
  coverage: 'skill!:name(required_skills) +step',
  certificates: 'certificate!:identity holder!:who expires!:plainDate evidence:link',
  training: 'training!:identity required_of!:who every:every last:plainDate',
  development:
    'skill!:name(required_skills) team?:name(teams) from!:step to!:step due!:date owner:who action:text',
  criteria: 'criterion!:identity category?:word(criterion_category) weight!:score minimum:score',
  scores: 'criterion!:name(criteria) +scoreOrPass',
  evidence:
    'candidate!:name(candidates) criterion!:name(criteria) type!:word(evidence_type) date!:plainDate link:link',
  decision: 'prose',
  risks:
    'risk!:identity category?:word(risk_category) cause:text effect:text likelihood!:step impact!:step response?:word(response) action:text owner?:who due:date likelihood_after:step impact_after:step status:word(risk_status)',
  triggers: 'trigger!:identity kind!:word(trigger_kind) sign:sign notice:duration',
  options:
    'option!:identity to!:word(exit_option) takes!:duration costs:money checked:plainDate preferred:yesNo',
  handover_items:
    'item!:identity kind!:wordDetail(handover_kind) belongs_to!:party how!:text form:text component:name(components,services) right_to_use:text done:dateOrYesNo',
  phases:
    'phase!:identity starts:date takes!:duration after:names(phases) owner!:who delivers:text accepted_when:text',
  costs: 'item!:identity cost!:money',
  success_criteria: 'list',
  sudden_exit: 'prose',
  tests: 'date!:plainDate kind!:word(test_kind) result!:word(test_result) what_we_changed:link',
  results:
    'of!:name(services,kpis) measure:measure result!:quantity status:word(result_status) target:quantity source:text disputed:quantity claimed:dateOrYesNo credited:money',
  actions: 'action!:identity owner!:who due!:date status:word(action_status) done:plainDate',
  decisions: 'decision!:identity decided_by?:who',
  waiting_for: 'what!:identity on!:who since!:plainDate needed_by:date',
  changes: 'what!:change from?:asPlace to?:asPlace reason:text',
  notes: 'prose',
};

/** Every kind with its own keys in the same form. */
const expectedKinds: Readonly<Record<string, string>> = {
  engagement:
    'client!:text supplier!:text start!:plainDate end:plainDate phase!:word(phase) contract:text contract_type:word(contract_type) notice:duration notice_client:duration notice_supplier:duration renewal:renewal opt_out:duration exit_help:duration fee:money zone:zone office_hours:hours holidays:regions importance:word(importance) motives:words(motives) law:country sprint_start:plainDate sprint_length:duration sponsor_client:who sponsor_supplier:who capacity:band profiles:words(profile)',
  people: '',
  goals: '',
  sla: 'measured_over!:measuredOver maintenance:word(maintenance) maintenance_window:when maintenance_notice:duration credit_basis:basis credit_cap:percent claim_within:duration rounding:word(rounding) sole_remedy:yesNo report_due:duration',
  'ownership-map': 'codeowners:text',
  'communication-plan': 'working_language:language overlap:duration closed_periods:periods',
  process: 'type:word(type_of_process) component:name(components) trigger:text rehearse_every:duration',
  'kt-plan': 'direction!:word(direction) complete_by:date aftercare:duration',
  skills: 'scale:scale',
  'partner-evaluation': 'purpose!:word(purpose) scale:scale missing_scores:word(missing_scores)',
  'risk-register': 'scale:scale appetite:step',
  'exit-plan':
    'prepare!:duration handover!:duration handover_ends:word(handover_ends) parallel_run:duration data_returned_within:duration data_deleted_within:duration test_every:duration substitutability:word(substitutability) reintegration:word(reintegration) knowledge_transfer:link exit_manager_client:who exit_manager_supplier:who',
  record:
    'type!:word(type_of_record) held!:plainDate period:period meeting:name(meetings) chair:who attended:who absent:who topic:name(topics) outcome:word(outcome)',
  signoff:
    'document!:text digest!:digest by!:who party!:party date!:plainDate means!:word(means) via!:word(via)',
};

const ownerAsked = [
  'engagement',
  'goals',
  'sla',
  'ownership-map',
  'communication-plan',
  'process',
  'kt-plan',
  'skills',
  'partner-evaluation',
  'risk-register',
  'exit-plan',
];
const counterpartAsked = ['engagement', 'sla', 'ownership-map', 'communication-plan', 'kt-plan'];
const commonKeys = [
  'kind',
  'title',
  'status',
  'owner',
  'counterpart',
  'valid_from',
  'review_every',
  'language',
  'formerly',
];
/** One alias set: the table or its absence tells them apart. */
const oneAliasSet = ['decision', 'decisions'];

const sections = Object.values(catalogue.sections);
const kinds = Object.values(catalogue.kinds);
const lists = Object.values(catalogue.words);

describe('catalogue', () => {
  it('has every section with its columns, types and required columns', () => {
    const present = Object.fromEntries(
      sections.map(({ key, shape, columns, further }) => {
        const written = columns.map(compact).concat(further ? [`+${further.type.is}`] : []);
        return [key, written.length > 0 ? written.join(' ') : shape];
      }),
    );
    assert.deepEqual(present, expectedSections);
  });

  it('has every kind with the common keys and its own', () => {
    for (const { key, keys } of kinds)
      assert.deepEqual(
        keys.slice(0, commonKeys.length).map((field) => field.key),
        commonKeys,
        key,
      );
    const own = kinds.map(({ key, keys }) => [key, keys.slice(commonKeys.length).map(compact).join(' ')]);
    assert.deepEqual(Object.fromEntries(own), expectedKinds);
  });

  it('asks owner and counterpart of the kinds that have them, and no other common key', () => {
    const asking = (common: string): string[] =>
      kinds
        .filter(({ keys }) => keys.some(({ key, required }) => key === common && required))
        .map(({ key }) => key);
    assert.deepEqual(asking('owner'), ownerAsked);
    assert.deepEqual(asking('counterpart'), counterpartAsked);
    for (const key of commonKeys.filter((common) => common !== 'owner' && common !== 'counterpart'))
      assert.deepEqual(asking(key), [], key);
  });

  it('names rows by columns that the section has, and only where names have a reach', () => {
    for (const { key, identity, columns, reach } of sections) {
      for (const column of identity)
        assert.ok(
          columns.some((field) => field.key === column),
          `${key}: ${column}`,
        );
      assert.equal(reach === 'none', identity.length === 0, key);
      for (const column of columns.filter(({ type }) => type.is === 'identity'))
        assert.ok(identity.includes(column.key), `${key}: ${column.key} names the row`);
    }
  });

  it('gives each section a home among the kinds, and each kind lead sections that it holds', () => {
    for (const { key, kind } of sections) assert.ok(catalogue.kinds[kind].sections.includes(key), key);
    for (const kind of kinds) for (const lead of kind.lead) assert.ok(kind.sections.includes(lead), kind.key);
    assert.deepEqual(
      kinds.filter(({ leadAnywhere }) => leadAnywhere).map(({ key }) => key),
      ['engagement', 'communication-plan'],
    );
    assert.deepEqual(
      sections.filter(({ ownKindOnly }) => ownKindOnly).map(({ key }) => key),
      ['steps', 'criteria', 'scores', 'results'],
    );
  });

  it('refers to sections and lists that exist', () => {
    for (const [where, { type }] of fields()) {
      if ('list' in type) assert.ok(catalogue.words[type.list], where);
      if ('of' in type)
        for (const section of type.of)
          assert.ok(section === 'candidates' || section === 'any' || catalogue.sections[section], where);
    }
  });

  it('explains each key and column in words, with a question, an example and a Swedish label', () => {
    for (const [where, field] of fields()) {
      assert.match(field.description, /^[A-Z0-9].{15,}\.$/, `${where}: description`);
      assert.match(field.ask, /^[A-Z].{5,}\?$/, `${where}: ask`);
      assert.ok(field.example !== '' && field.title !== '' && field.titleSv !== '', where);
    }
    for (const { key, description, titleSv } of [...sections, ...kinds]) {
      assert.match(description, /\.$/, key);
      assert.notEqual(titleSv, '', key);
    }
  });

  it('states bounds for the percentages of a whole, and for how many people are needed', () => {
    const people = 'required_skills.people';
    const all = fields().filter(([, field]) => field.within);
    assert.deepEqual(all.find(([where]) => where === people)?.[1].within, { low: '0', high: '1000' });
    const bounded = all.filter(([where]) => where !== people);
    for (const [where, { within }] of bounded) assert.deepEqual(within, { low: '0', high: '100' }, where);
    assert.deepEqual(bounded.map(([where]) => where).toSorted(), [
      'kpis.target',
      'service_credits.below',
      'service_credits.credit',
      'service_credits.from',
      'service_levels.internal_target',
      'service_levels.target',
      'services.promised_onward',
      'sla.credit_cap',
    ]);
  });
});

describe('aliases', () => {
  it('are folded, and hold the heading of either language', () => {
    for (const section of sections)
      for (const { title, titleSv, aliases } of [section, ...section.columns]) {
        assert.deepEqual(aliases, aliases.map(fold), title);
        assert.ok(
          aliases.includes(fold(title)) && aliases.includes(fold(titleSv)),
          `${section.key}: ${title}`,
        );
      }
  });

  it('never mean two sections', () => {
    // The kind of a document says whose tests those under "Tests" are, else their columns.
    const { tests, trials } = catalogue.sections;
    const shared = tests.aliases.filter((alias) => trials.aliases.includes(alias));
    assert.ok(shared.includes('tests') && !shared.includes('trials'));
    const own = sections.map((section) =>
      section.key === 'trials'
        ? { ...section, aliases: section.aliases.filter((alias) => !shared.includes(alias)) }
        : section,
    );
    const apart = own.filter(({ key }) => !oneAliasSet.includes(key));
    assertDistinct(apart.map(({ key, aliases }) => [key, aliases]));
    for (const key of oneAliasSet) {
      const others = apart.concat(sections.filter((section) => section.key === key));
      assertDistinct(others.map((section) => [section.key, section.aliases]));
    }
    const [singular, plural] = [catalogue.sections.decision, catalogue.sections.decisions];
    assert.deepEqual(singular.aliases.toSorted(), plural.aliases.toSorted());
    assert.deepEqual([singular.shape, plural.shape], ['prose', 'table or list']);
  });

  it('never mean two columns of one section', () => {
    for (const { columns } of sections) assertDistinct(columns.map(({ key, aliases }) => [key, aliases]));
  });

  it('never mean two words of one list', () => {
    for (const { words } of lists) assertDistinct(words.map(({ word, forms }) => [word, forms]));
    for (const group of Object.values(grammar))
      assertDistinct(group.map(({ word, forms }) => [word, forms] as const));
  });

  it('are read for the first form of either language', () => {
    for (const { key, words } of lists)
      for (const { word, sv, forms } of words)
        assert.ok(forms.includes(fold(word)) && forms.includes(fold(sv)), `${key}: ${word}`);
  });

  it('leave the eleven open lists open and close the others', () => {
    assert.deepEqual(
      lists
        .filter(({ open }) => open)
        .map(({ key }) => key)
        .toSorted(),
      [
        'criterion_category',
        'evidence_type',
        'handover_kind',
        'kpi_category',
        'measure',
        'method',
        'motives',
        'risk_category',
        'tool_purpose',
        'transfer_tool',
        'trigger_kind',
      ],
    );
  });
});

describe('validators', () => {
  const { kinds: ofKinds, sections: ofSections } = validators;

  it('exist for every kind and section', () => {
    assert.deepEqual(Object.keys(ofKinds), Object.keys(catalogue.kinds));
    assert.deepEqual(Object.keys(ofSections), Object.keys(catalogue.sections));
  });

  it('ask for every required key and column, and for nothing else', () => {
    for (const { key, keys } of kinds) assertAsks(ofKinds[key], keys, key);
    for (const { key, columns } of sections) assertAsks(ofSections[key], columns, key);
  });

  it('let further columns and unknown keys be', () => {
    assert.ok(ofSections.who_does_what({ activity: 'Release', per: { anna: 'A' } }));
    assert.ok(ofKinds.goals({ owner: 'anna', budget_code: '4711' }));
  });

  it('keep percentages of a whole between 0 and 100, ends included', () => {
    const tier = (credit: string): boolean =>
      ofSections.service_credits({ from: '0', below: '95.0', credit });
    for (const credit of ['0', '0.0', '5', '99.999', '100', '100.00']) assert.ok(tier(credit), credit);
    for (const credit of ['-1', '100.001', '101', '1000']) assert.ok(!tier(credit), credit);
    assert.ok(!ofKinds.sla({ owner: 'a', counterpart: 'b', measured_over: {}, credit_cap: '250' }));
  });

  it('bound a target only where it is a percentage', () => {
    const level = (target: object): boolean =>
      ofSections.service_levels({ service: 'A', measure: { kind: 'latency' }, target, measured_by: 'probe' });
    assert.ok(level({ value: '800', unit: 'ms', op: 'at most' }));
    assert.ok(level({ value: '99.9', unit: '%' }));
    assert.ok(!level({ value: '999', unit: '%' }));
  });
});

type Validate = (typeof validators)['config'];

/** The required ones are exactly the properties whose absence is reported. */
function assertAsks(validate: Validate, specs: readonly FieldSpec[], where: string): void {
  const missing = validate({})
    ? []
    : (validate.errors ?? []).map(({ params }) => String(params['missingProperty']));
  const required = specs.filter((spec) => spec.required).map(({ key }) => key);
  assert.deepEqual(missing.toSorted(), required.toSorted(), where);
}

function fields(): readonly (readonly [string, FieldSpec])[] {
  return [
    ...kinds.flatMap(({ key, keys }) => named(key, keys)),
    ...sections.flatMap(({ key, columns }) => named(key, columns)),
  ];
}

function named(of: string, specs: readonly FieldSpec[]): [string, FieldSpec][] {
  return specs.map((spec) => [`${of}.${spec.key}`, spec]);
}

function compact({ key, required, wanted, type }: FieldSpec): string {
  return `${key}${required ? '!' : wanted ? '?' : ''}:${typeText(type)}`;
}

function typeText(type: ValueType): string {
  if ('list' in type) return `${type.is}(${type.list})`;
  return 'of' in type ? `${type.is}(${type.of.join(',')})` : type.is;
}

function assertDistinct(meanings: readonly (readonly [string, readonly string[]])[]): void {
  const known = new Map<string, string>();
  for (const [meaning, forms] of meanings)
    for (const form of forms) {
      assert.equal(known.get(form) ?? meaning, meaning, `"${form}" means both`);
      known.set(form, meaning);
    }
}
