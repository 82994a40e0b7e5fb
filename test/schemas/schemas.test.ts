import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import type { PropertySchema } from '../../scripts/generate/read-schemas.ts';
import { columnsOf, readSchemas } from '../../scripts/generate/read-schemas.ts';
import { kindProblems, kindsByPhase, kindsByPillar } from '../../scripts/generate/kind-groups.ts';
import { schemaCompiler } from '../../scripts/generate/validators.ts';

const folder = join(import.meta.dirname, '../../schemas');
const schemas = readSchemas(folder);
const ajv = schemaCompiler(schemas);

/** Every key and column with the file and the pointer where its schema stands. */
const properties: readonly (readonly [string, PropertySchema])[] = [
  ...place('common.json', Object.entries(schemas.common.properties)),
  ...[...schemas.kinds].flatMap(([kind, { properties: own = {} }]) =>
    place(`kinds/${kind}.json`, Object.entries(own)),
  ),
  ...[...schemas.sections].flatMap(([section, schema]) =>
    place(`sections/${section}.json`, columnsOf(schema)),
  ),
];

describe('schemas', () => {
  it('compile', () => {
    for (const path of schemas.files.keys()) assert.ok(ajv.getSchema(path), path);
  });

  it('hold at least one example for each key and column, and each example is valid', () => {
    for (const [where, { examples }] of properties) {
      assert.ok(examples.length > 0, where);
      const validate = ajv.getSchema(where);
      assert.ok(validate, where);
      for (const example of examples) assert.ok(validate(example), `${where}: ${JSON.stringify(example)}`);
    }
  });

  it('show as an example the value of the text that a form shows', () => {
    const reader = createValueReader(catalogue);
    for (const [where, property] of properties) {
      const text = property['x-example'];
      const source = {
        text: text.replaceAll('`', ''),
        span: { start: 0, end: text.length },
        codes: [...text.matchAll(/`(.*?)`/g)].map((code) => ({
          text: code[1] ?? '',
          span: { start: code.index + 1, end: code.index + code[0].length - 1 },
        })),
      };
      const { value, problem } = reader.read(property['x-type'], source);
      assert.equal(problem, undefined, `${where}: ${text}`);
      const [example] = property.examples;
      const written =
        heldAsText.has(property['x-type'].is) && Array.isArray(example) ? example.join(', ') : example;
      assert.deepEqual(value, written, where);
    }
  });

  it('list the words of a closed list as the only values', () => {
    for (const [where, property] of properties) {
      const type = property['x-type'];
      if (type.is !== 'word') continue;
      const list = schemas.words[type.list];
      const words = list?.words.map(({ word }) => word);
      assert.deepEqual(property.enum, list?.open ? undefined : words, where);
    }
  });

  it('hold the type of further columns twice alike', () => {
    const shapes: Readonly<Record<string, string>> = {
      raci: 'raci',
      step: 'step',
      score: 'decimal',
      scoreOrPass: 'score',
    };
    for (const [key, section] of schemas.sections) {
      const further = section['x-further'];
      const per = (section.properties as Record<string, unknown> | undefined)?.['per'] as
        | { additionalProperties: { $ref: string } }
        | undefined;
      assert.equal(
        per?.additionalProperties.$ref,
        further && `../values.json#/$defs/${shapes[further.type.is]}`,
        key,
      );
    }
  });
});

describe('the description of a kind', () => {
  const goals = schemas.kinds.get('goals')!;
  const problemsOf = (change: Readonly<Record<string, unknown>>): readonly string[] =>
    kindProblems({ ...schemas, kinds: new Map([['goals', { ...goals, ...change }]]) });
  const pillars =
    '"alignment" or "communication" or "accountability" or "talent" or "integration" or "risk and exit"';
  const phases = '"selection" or "transition" or "delivery" or "exit" or "closed"';

  it('is whole', () => {
    assert.deepEqual(kindProblems(schemas), []);
    assert.deepEqual(problemsOf({ 'x-pillar': null, 'x-phases': {} }), []);
  });

  it('has each series of codes for itself, and none is left but that of rules about every kind', () => {
    const names = JSON.parse(readFileSync(join(folder, 'rule-names.json'), 'utf8')) as object;
    const series = new Set(Object.keys(names).map((code) => code.slice(0, 3)));
    const owned = [...schemas.kinds.values()].flatMap((kind) => kind['x-codes']);
    assert.deepEqual(['DOC', ...owned].toSorted(), [...series].toSorted());
  });

  const spoilt: readonly (readonly [name: string, value: unknown, says: string])[] = [
    ['x-title-sv', '', '"x-title-sv" is "": write what one is called in Swedish.'],
    [
      'x-plural',
      undefined,
      '"x-plural" is missing: write what several are called in the middle of a sentence.',
    ],
    ['x-plural-sv', ' ', '"x-plural-sv" is " ": write what several are called in Swedish.'],
    ['x-series', 'no', '"x-series" is "no": write true where one is never enough, else false.'],
    ...[undefined, 'KPI', ['KPIS'], ['kpi']].map(
      (value) =>
        [
          'x-codes',
          value,
          `"x-codes" is ${JSON.stringify(value) ?? 'missing'}: write what codes of its rules begin with, as in ["SLA"], [] while it has none.`,
        ] as const,
    ),
    ...[undefined, 'title', ['title', 'held']].map(
      (value) =>
        [
          'x-named-by',
          value,
          `"x-named-by" is ${JSON.stringify(value) ?? 'missing'}: write the keys that name its file, as in ["title"], [] where the kind does.`,
        ] as const,
    ),
    ...['direction', ['direktion']].map(
      (value) =>
        [
          'x-begun-with',
          value,
          `"x-begun-with" is ${JSON.stringify(value)}: write the keys that its rows follow from, as in ["direction"], or leave it out.`,
        ] as const,
    ),
    ...[
      undefined,
      'talent',
      { name: 'talents', turn: 1 },
      { name: 'talent' },
      { name: 'talent', turn: 0 },
    ].map(
      (value) =>
        [
          'x-pillar',
          value,
          `"x-pillar" is ${JSON.stringify(value) ?? 'missing'}: write { "name": ${pillars}, "turn": 1 }, or null where others tell of it.`,
        ] as const,
    ),
    ...[undefined, [], { sleeping: 1 }, { exit: 0.5 }, { exit: '1' }].map(
      (value) =>
        [
          'x-phases',
          value,
          `"x-phases" is ${JSON.stringify(value) ?? 'missing'}: write { ${phases}: 1 } with a turn for each phase that asks for it, {} where none does.`,
        ] as const,
    ),
  ];
  for (const [name, value, says] of spoilt)
    it(`says what to write where "${name}" is ${JSON.stringify(value) ?? 'missing'}`, () => {
      assert.deepEqual(problemsOf({ [name]: value }), [`schemas/kinds/goals.json: ${says}`]);
    });

  it('puts it among the kinds of its pillar and phases by its turn, and behind those of the same turn', () => {
    const described = (turn: number): Pick<typeof schemas, 'kinds' | 'pillars' | 'words'> => ({
      ...schemas,
      kinds: new Map([
        ...schemas.kinds,
        ['late', { ...goals, 'x-pillar': { name: 'talent', turn }, 'x-phases': { exit: turn } }],
      ]),
    });
    assert.deepEqual(kindsByPillar(described(1))['talent'], [
      'skills',
      'partner-evaluation',
      'late',
      'kt-plan',
    ]);
    assert.deepEqual(kindsByPillar(described(2))['talent'], [
      'skills',
      'partner-evaluation',
      'kt-plan',
      'late',
    ]);
    assert.deepEqual(kindsByPhase(described(1))['exit'], ['exit-plan', 'late', 'kt-plan']);
    assert.deepEqual(kindsByPhase(described(3))['exit'], ['exit-plan', 'kt-plan', 'late']);
    assert.deepEqual(kindsByPhase(schemas)['closed'], []);
  });
});

describe('the assembled engagement', () => {
  const validate = ajv.getSchema('engagement.json');
  const level = '/documents/1/sections/service_levels/rows/0';
  const activity = '/documents/1/sections/who_does_what/rows/0';

  it('accepts a sample', () => {
    assert.ok(validate?.(sample()), JSON.stringify(validate?.errors));
  });

  /** What is spoilt, where, the value that is put there (none: it is removed), and the place that is named. */
  const spoilt: readonly (readonly [string, string, unknown, string])[] = [
    ['an unknown kind', '/documents/1/kind', 'slo', '/documents/1/kind'],
    ['a missing key', '/documents/0/keys/start', undefined, '/documents/0/keys'],
    ['a word of no list', '/documents/0/keys/phase', 'sleeping', '/documents/0/keys/phase'],
    ['a cap above the whole', '/documents/1/keys/credit_cap', '101', '/documents/1/keys/credit_cap'],
    ['a target above 100 %', `${level}/target/value`, '100.1', `${level}/target/value`],
    ['a missing cell', `${level}/measured_by`, undefined, level],
    ['a letter that RACI lacks', `${activity}/per/anna`, 'X', `${activity}/per/anna`],
    ['an amount that is a number', '/documents/0/keys/fee/amount', 48500, '/documents/0/keys/fee/amount'],
    ['an unknown section', '/documents/1/sections/weather', {}, '/documents/1/sections'],
  ];
  for (const [what, pointer, value, named] of spoilt)
    it(`refuses ${what}, and says where`, () => {
      assert.equal(validate?.(withValue(sample(), pointer.slice(1).split('/'), value)), false);
      const errors = (validate?.errors ?? []).filter(({ keyword }) => keyword !== 'if');
      assert.deepEqual(
        errors.map(({ instancePath }) => instancePath),
        [named],
      );
    });
});

describe('the schema of outrigger.yml', () => {
  const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as {
    properties: Record<string, { description: string; title: string; examples: unknown[] }>;
  };
  const validate = ajv.compile(config);

  it('has the keys of the configuration, each explained and with valid examples', () => {
    assert.deepEqual(Object.keys(config.properties), [
      'version',
      'engagements',
      'profile',
      'rules',
      'aliases',
      'zone',
      'language',
      'holidays',
      'people_metrics',
      'signed_commits',
      'snapshots',
    ]);
    for (const [key, { title, description, examples }] of Object.entries(config.properties)) {
      assert.match(description, /\.$/, key);
      assert.notEqual(title, '', key);
      for (const example of examples) assert.ok(validate({ [key]: example }), key);
    }
  });

  it('refuses an unknown key, profile and severity', () => {
    assert.ok(validate({ version: 1, profile: ['dora'], rules: { SLA004: 'off' } }));
    for (const wrong of [
      { profil: 'base' },
      { profile: 'strict' },
      { rules: { SLA004: 'fatal' } },
      { version: 2 },
    ])
      assert.ok(!validate(wrong), JSON.stringify(wrong));
  });
});

/** Types whose value is the text until the engagement's names are known. */
const heldAsText = new Set(['who', 'names']);

function place<T>(path: string, entries: readonly (readonly [string, T])[]): [string, T][] {
  return entries.map(([key, schema]) => [`${path}#/properties/${key}`, schema]);
}

/** A copy in which the value at a path is another one, or gone. */
function withValue(within: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const old = (within as Record<string, unknown>)[key];
  const changed = rest.length > 0 ? withValue(old as object, rest, value) : value;
  if (Array.isArray(within)) return within.with(Number(key), changed);
  const { [key]: _, ...others } = within as Record<string, unknown>;
  return changed === undefined ? others : { ...others, [key]: changed };
}

function sample(): object {
  return {
    folder: 'payments',
    documents: [
      {
        path: 'payments/engagement.md',
        kind: 'engagement',
        status: 'active',
        title: 'Payment platform',
        keys: {
          kind: 'engagement',
          status: 'active',
          owner: ['anna'],
          counterpart: ['jonas'],
          client: 'Nordbetal AB',
          supplier: 'Baltcode UAB',
          start: '2024-07-01',
          phase: 'delivery',
          notice: { n: '6', unit: 'month', working: false },
          opt_out: 'none',
          renewal: { kind: 'automatic', term: { n: '12', unit: 'month', working: false } },
          fee: { amount: '48500', currency: 'EUR', per: 'month' },
          motives: ['cost', 'a language of our own'],
        },
        sections: {
          purpose: { prose: 'Ship the roadmap a year earlier.' },
          in_scope: { items: ['Checkout API'] },
          people: { rows: [{ person: 'anna', party: 'client', role: 'vendor manager' }] },
        },
      },
      {
        path: 'payments/sla.md',
        kind: 'sla',
        status: 'draft',
        title: 'Service levels',
        keys: {
          kind: 'sla',
          owner: 'anna',
          counterpart: 'jonas',
          measured_over: { kind: 'calendar', unit: 'month' },
          maintenance_window: { weekdays: [7], nth: 1, from: '02:00', to: '06:00' },
          credit_cap: '25',
          budget_code: '4711',
        },
        sections: {
          services: {
            rows: [
              {
                service: 'Checkout API',
                hours: { kind: 'always' },
                depends_on: [{ needed: 1, of: ['Ledger'] }],
              },
              { service: 'Ledger', hours: { kind: 'office' } },
            ],
          },
          service_levels: {
            rows: [
              {
                service: 'Checkout API',
                measure: { kind: 'availability' },
                target: { value: '99.9', unit: '%' },
                measured_by: "the client's uptime probe",
                serves: ['No purchase is lost'],
              },
            ],
          },
          who_does_what: { rows: [{ activity: 'Release', per: { anna: 'A', jonas: 'R' } }] },
        },
      },
    ],
  };
}
