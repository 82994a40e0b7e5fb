import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { parseSync } from 'oxc-parser';
import type { KindSchema, Schemas } from './read-schemas.ts';
import { generatedNotice } from './producer.ts';

// The module is CommonJS: at run time its function is the default export itself, or stands under `default`.
const standaloneCode = 'default' in standaloneModule ? standaloneModule.default : standaloneModule;

/** Keywords of `schemas/` that say something to the generator and nothing to a validator. */
const ownKeywords = [
  'x-aliases',
  'x-aliases-beside',
  'x-ask',
  'x-begun-with',
  'x-codes',
  'x-example',
  'x-further',
  'x-wanted',
  'x-generated',
  'x-identity',
  'x-kind',
  'x-lead',
  'x-lead-anywhere',
  'x-named-by',
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
 * `validators.cjs`: one function for the keys of each kind, one for a row of each section. They ask what the reader cannot promise: that what is required is there, and
 * that bounds are kept. That a value has the shape of its type is the reader's own work, which the tests
 * hold against the whole schemas; asking it again on every start would make the file five times as large.
 * The config and a snapshot of knowledge have no other reader and are validated whole.
 */
export function renderValidators(schemas: Schemas): string {
  const ajv = schemaCompiler({
    files: new Map([...schemas.files].map(([path, schema]) => [path, open(path, schema)])),
  });
  const kinds = [...schemas.kinds.keys()];
  const sections = [...schemas.sections.keys()];
  const code = standaloneCode(ajv, {
    config: 'config.json',
    knowledge: 'knowledge.json',
    ...Object.fromEntries(kinds.map((kind) => [functionOf(kind), `kinds/${kind}.json`])),
    ...Object.fromEntries(sections.map((section) => [`row_${section}`, `sections/${section}.json`])),
  });
  return [
    generatedNotice,
    withoutUnused(code),
    'module.exports = {',
    '  kinds: {',
    ...kinds.map((kind) => `    '${kind}': exports.${functionOf(kind)},`),
    '  },',
    '  sections: {',
    ...sections.map((section) => `    ${section}: exports.row_${section},`),
    '  },',
    '  config: exports.config,',
    '  knowledge: exports.knowledge,',
    '};',
    '',
  ].join('\n');
}

/** The code without the schemas that it states and never looks at: a bundler cannot know that in CommonJS. */
function withoutUnused(code: string): string {
  let kept = code;
  const { body } = parseSync('validators.cjs', code).program;
  for (const node of [...body].reverse()) {
    if (node.type !== 'VariableDeclaration') continue;
    const [declared, ...others] = node.declarations;
    if (others.length > 0 || declared?.id.type !== 'Identifier') continue;
    if (declared.init?.type !== 'ObjectExpression') continue;
    const isUsed = (code.match(new RegExp(`\\b${declared.id.name}\\b`, 'g'))?.length ?? 0) > 1;
    if (!isUsed) kept = kept.slice(0, node.start) + kept.slice(node.end);
  }
  return kept;
}

function functionOf(kind: string): string {
  return `keys_${kind.replaceAll('-', '_')}`;
}

/** The part of a schema file that the reader leaves open: `required`, properties with bounds, and the way to them. */
function open(path: string, schema: object): object {
  if (path === 'values.json' || path === 'config.json' || path === 'knowledge.json') return schema;
  // Nobody asks it of a whole engagement: what is exported is held against its schema in the tests.
  if (path === 'engagement.json') return { type: 'object' };
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
  /** Of the config file: the whole schema, since nothing else reads it. */
  readonly config: Validate;
  /** Of a snapshot of knowledge, for the same reason. */
  readonly knowledge: Validate;
};

export = validators;
`;
}
