import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import type { KindSchema, Schemas } from './read-schemas.ts';
import { generatedNotice } from './producer.ts';

// The module is CommonJS: at run time its function is the default export itself, or stands under `default`.
const standaloneCode = 'default' in standaloneModule ? standaloneModule.default : standaloneModule;

/** Keywords of `schemas/` that say something to the generator and nothing to a validator. */
const ownKeywords = [
  'x-aliases',
  'x-ask',
  'x-example',
  'x-further',
  'x-generated',
  'x-identity',
  'x-kind',
  'x-lead',
  'x-lead-anywhere',
  'x-own-kind-only',
  'x-phases',
  'x-pillar',
  'x-pillars',
  'x-plural',
  'x-plural-sv',
  'x-reach',
  'x-sections',
  'x-series',
  'x-shape',
  'x-title-sv',
  'x-type',
  'x-within',
] as const;

/** An ajv that knows every file of `schemas/` under its path. */
export function schemaCompiler(schemas: Pick<Schemas, 'files'>): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    code: { source: true },
  });
  ajv.addVocabulary([...ownKeywords]);
  for (const [path, schema] of schemas.files) ajv.addSchema(schema, path);
  return ajv;
}

/**
 * `validators.cjs`: one function for the keys of each kind, one for a row of each section, one for the
 * assembled engagement. They ask what the reader cannot promise: that what is required is there, and
 * that bounds are kept. That a value has the shape of its type is the reader's own work, which the tests
 * hold against the whole schemas; asking it again on every start would make the file five times as large.
 * The config has no other reader and is validated whole.
 */
export function renderValidators(schemas: Schemas): string {
  const ajv = schemaCompiler({
    files: new Map([...schemas.files].map(([path, schema]) => [path, open(path, schema, schemas)])),
  });
  const kinds = [...schemas.kinds.keys()];
  const sections = [...schemas.sections.keys()];
  const code = standaloneCode(ajv, {
    engagement: 'engagement.json',
    config: 'config.json',
    ...Object.fromEntries(kinds.map((kind) => [functionOf(kind), `kinds/${kind}.json`])),
    ...Object.fromEntries(sections.map((section) => [`row_${section}`, `sections/${section}.json`])),
  });
  return [
    generatedNotice,
    code,
    'module.exports = {',
    '  kinds: {',
    ...kinds.map((kind) => `    '${kind}': exports.${functionOf(kind)},`),
    '  },',
    '  sections: {',
    ...sections.map((section) => `    ${section}: exports.row_${section},`),
    '  },',
    '  engagement: exports.engagement,',
    '  config: exports.config,',
    '};',
    '',
  ].join('\n');
}

function functionOf(kind: string): string {
  return `keys_${kind.replaceAll('-', '_')}`;
}

/** The part of a schema file that the reader leaves open: `required`, properties with bounds, and the way to them. */
function open(path: string, schema: object, schemas: Schemas): object {
  if (path === 'values.json' || path === 'config.json') return schema;
  if (path === 'engagement.json') return openEngagement(schemas);
  const { properties = {}, required = [] } = schema as Pick<KindSchema, 'properties' | 'required'>;
  const bounded = Object.entries(properties).filter(([, property]) => property['x-within']);
  return {
    type: 'object',
    ...(bounded.length > 0
      ? { properties: Object.fromEntries(bounded.map(([key, { $ref }]) => [key, { $ref }])) }
      : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function openEngagement(schemas: Schemas): object {
  const asking = <T extends { readonly required?: readonly string[] }>(
    all: ReadonlyMap<string, T>,
  ): string[] => [...all].filter(([, { required = [] }]) => required.length > 0).map(([name]) => name);
  const rows = asking(schemas.sections).map((section) => [
    section,
    { properties: { rows: { items: { $ref: `sections/${section}.json` } } } },
  ]);
  const keys = asking(schemas.kinds).map((kind) => ({
    if: { properties: { kind: { const: kind } } },
    then: { properties: { keys: { $ref: `kinds/${kind}.json` } } },
  }));
  const document = { properties: { sections: { properties: Object.fromEntries(rows) } }, allOf: keys };
  return { properties: { documents: { items: document } } };
}

/** `validators.d.cts`. */
export function renderValidatorTypes(): string {
  return `// Generated from schemas/ by \`npm run generate\`. Do not edit.
import type { KindKey, SectionKey } from './names.ts';

interface Validate {
  (value: unknown): boolean;
  /** What was wrong with the value of the last call. */
  errors?:
    | readonly {
        readonly instancePath: string;
        readonly keyword: string;
        readonly params: Readonly<Record<string, unknown>>;
      }[]
    | null;
}

/** Validators of plain objects of values: values that read, absent keys left out. */
declare const validators: {
  readonly kinds: Readonly<Record<KindKey, Validate>>;
  readonly sections: Readonly<Record<SectionKey, Validate>>;
  readonly engagement: Validate;
  /** Of the config file: the whole schema, since nothing else reads it. */
  readonly config: Validate;
};

export = validators;
`;
}
