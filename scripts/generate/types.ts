import { compile } from 'json-schema-to-typescript';
import type { JSONSchema } from 'json-schema-to-typescript';
import type { ValueType } from '../../extension/engine/model/schema.ts';
import type { PropertySchema, Schemas } from './read-schemas.ts';
import { columnsOf, keysOf } from './read-schemas.ts';
import { generatedNotice } from './producer.ts';

/** `types.ts`: what each front matter key and each column holds once it is read. */
export async function renderTypes(schemas: Schemas): Promise<string> {
  const imports = new Set<string>();
  const typeOf = (property: PropertySchema): string => {
    const type = typeText(property['x-type'], schemas);
    for (const [name] of type.matchAll(/\b[A-Z][A-Za-z]+\b(?!['\w])/g))
      if (valueTypes.has(name)) imports.add(name);
    return type;
  };

  const keys = new Map<string, { types: Set<string>; descriptions: Set<string> }>();
  for (const kind of schemas.kinds.values())
    for (const [key, property] of keysOf(schemas, kind)) {
      const merged = keys.get(key) ?? { types: new Set(), descriptions: new Set() };
      merged.types.add(typeOf(property));
      merged.descriptions.add(property.description);
      keys.set(key, merged);
    }
  const keyValues: JSONSchema = {
    description:
      'The front matter keys of all kinds. Where kinds share a key with different types, their union.',
    properties: Object.fromEntries(
      [...keys].map(([key, { types, descriptions }]) => [
        key,
        { tsType: [...types].join(' | '), description: [...descriptions].join('\n\n') },
      ]),
    ),
    additionalProperties: false,
  };

  const rowValues: JSONSchema = {
    description:
      'The columns of each section. Further columns (people, teams, candidates) are not among them.',
    properties: Object.fromEntries(
      [...schemas.sections].map(([section, schema]) => [
        section,
        {
          type: 'object',
          description: schema.description,
          properties: Object.fromEntries(
            columnsOf(schema).map(([column, property]) => [
              column,
              { tsType: typeOf(property), description: property.description },
            ]),
          ),
          required: [...(schema.required ?? [])],
          additionalProperties: false,
        } satisfies JSONSchema,
      ]),
    ),
    required: [...schemas.sections.keys()],
    additionalProperties: false,
  };

  const options = { bannerComment: '', style: { singleQuote: true, printWidth: 110 } };
  const compiled = [
    await compile({ ...keyValues, type: 'object' }, 'KeyValues', options),
    await compile({ ...rowValues, type: 'object' }, 'RowValues', options),
  ];
  return [
    generatedNotice,
    `import type {\n${[...imports]
      .toSorted()
      .map((name) => `  ${name},`)
      .join('\n')}\n} from '../value.ts';`,
    '',
    ...compiled,
  ].join('\n');
}

/** The TypeScript type of a value of this type. */
function typeText(type: ValueType, schemas: Schemas): string {
  if (type.is === 'word') {
    const list = schemas.words[type.list];
    if (!list) throw new Error(`schemas/words.json has no list "${type.list}".`);
    return list.open ? 'string' : list.words.map(({ word }) => `'${word}'`).join(' | ');
  }
  return typeNames[type.is];
}

const typeNames: Readonly<Record<Exclude<ValueType['is'], 'word'>, string>> = {
  text: 'string',
  identity: 'string',
  words: 'readonly string[]',
  wordDetail: 'WordDetail',
  who: 'string',
  party: 'string',
  name: 'string',
  names: 'string',
  depends: 'string',
  link: 'string',
  zone: 'string',
  email: 'string',
  plainDate: 'IsoDate',
  date: 'DateValue',
  dateOrYesNo: 'IsoDate | boolean',
  yesNo: 'boolean',
  duration: 'DurationValue',
  percent: 'Decimal',
  money: 'Money',
  quantity: 'Quantity',
  integer: 'Decimal',
  score: 'Decimal',
  step: 'string',
  scale: 'Scale',
  scoreOrPass: 'Score',
  band: 'NumberRange',
  period: 'Period',
  periods: 'readonly Period[]',
  renewal: 'Renewal',
  measuredOver: 'MeasuredOver',
  every: 'Every',
  when: 'When',
  hours: 'Hours',
  days: 'readonly Weekday[]',
  regions: 'readonly string[]',
  countries: 'readonly string[]',
  country: 'string',
  measure: 'Measure',
  basis: "'fee' | Money",
  language: 'string',
  paths: 'readonly PathPattern[]',
  raci: 'Raci',
  sign: 'string',
  change: 'string',
  asPlace: 'string',
  digest: 'string',
};

/** The names that may have to be imported from the model's values. */
const valueTypes = new Set(
  Object.values(typeNames).flatMap((name) => name.match(/\b[A-Z][A-Za-z]+\b/g) ?? []),
);
