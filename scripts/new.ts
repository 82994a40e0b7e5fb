import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, type FormatConfig } from 'oxfmt';
import {
  descriptionOf,
  factFixtureText,
  factSummary,
  factText,
  fixtureText,
  kindSchemaText,
  ruleMessage,
  ruleText,
  templateText,
  titleOf,
} from './new-files.ts';
import type { KindSchema } from './generate/read-schemas.ts';
import { toDo, type Texts } from './to-do.ts';

const root = path.resolve(import.meta.dirname, '..');
const texts = 'extension/language/texts';
const usage = `Usage:
  npm run new rule CODE name [kind]   a rule with its fixture, as in: npm run new rule SLA030 credits-rounded
  npm run new fact NAME kind          a fact with its fixture, as in: npm run new fact credits-lost sla
  npm run new kind NAME               a kind: schema, templates, folder, as in: npm run new kind cost-report`;

const [what, ...args] = process.argv.slice(2);
if (what === 'rule') await newRule(args);
else if (what === 'fact') await newFact(args);
else if (what === 'kind') await newKind(args);
else stop(usage);

async function newRule([code = '', name = '', kindGiven]: readonly string[]): Promise<void> {
  if (!/^[A-Z]{3}\d{3}$/.test(code))
    stop(`"${code}" is no code: three capitals and three digits, as in SLA030.\n${usage}`);
  if (!isKebab(name)) stop(`"${name}" is no name: words in small letters joined by dashes.\n${usage}`);
  const series = code.slice(0, 3);
  const owner = ownerOf(series);
  const kind = kindGiven ?? owner;
  if (kind === undefined)
    stop(`No kind owns the series "${series}": name it, as in: npm run new rule ${code} ${name} sla`);
  if (kind !== 'any' && !existsSync(path.join(root, schemaOf(kind))))
    stop(`There is no kind "${kind}": npm run new kind ${kind} makes one.`);

  const catalogue = readJson<Record<string, string>>('schemas/rule-names.json');
  const reserved = catalogue[code];
  if (reserved !== undefined && reserved !== name)
    stop(`${code} is "${reserved}" in schemas/rule-names.json: use that name, or a code that is free.`);
  const taken = Object.entries(catalogue).find(([other, its]) => its === name && other !== code);
  if (taken) stop(`"${name}" is the name of ${taken[0]} already.`);

  const rule =
    kind === 'any'
      ? `extension/engine/rules/any/${name}.ts`
      : `extension/engine/kinds/${kind}/rules/${name}.ts`;
  const fixture = `test/rules/${code}-${name}.md`;
  await write([
    [rule, ruleText(code, name, kind, readJson<{ version: string }>('package.json').version)],
    [fixture, fixtureText(code, name, kind === 'any' ? 'engagement' : kind)],
  ]);
  if (reserved === undefined) {
    const entries = Object.entries({ ...catalogue, [code]: name });
    // The series stay in their order, a new one comes last.
    const order = [...new Set(entries.map(([each]) => each.slice(0, 3)))];
    const rank = ([each]: readonly [string, string]): number => order.indexOf(each.slice(0, 3));
    entries.sort((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1));
    await replaceJson('schemas/rule-names.json', Object.fromEntries(entries));
  }
  if (owner === undefined && kind !== 'any') await addCodes(kind, series);
  await addSwedish({ messages: [ruleMessage] });
  addToChangelog(`Rule \`${code} ${name}\`: forbid a title that nobody has written yet.`);
  console.log(`Then: npm run generate, and npm test -- --grep ${code}`);
}

async function newFact([name = '', kind = '']: readonly string[]): Promise<void> {
  if (!isKebab(name)) stop(`"${name}" is no name: words in small letters joined by dashes.\n${usage}`);
  if (!existsSync(path.join(root, schemaOf(kind))))
    stop(`There is no kind "${kind}": name one whose documents the fact is computed from.\n${usage}`);
  await write([
    [`extension/engine/kinds/${kind}/facts/${name}.ts`, factText(name, kind)],
    [`test/facts/${name}.md`, factFixtureText(name, kind)],
  ]);
  await addFactTexts(name);
  addToChangelog(`Fact \`${name}\`: how many active documents of this kind the engagement has.`);
  console.log(`Then: npm run generate, and npm test -- --grep ${name}`);
}

async function newKind([name = '']: readonly string[]): Promise<void> {
  if (!isKebab(name)) stop(`"${name}" is no name: words in small letters joined by dashes.\n${usage}`);
  const engagement = readJson<EngagementSchema>('schemas/engagement.json');
  const kinds = engagement.$defs.document.properties.kind.enum;
  if (kinds.includes(name)) stop(`The kind "${name}" exists already.`);
  await write([
    [schemaOf(name), kindSchemaText(name)],
    [`extension/engine/kinds/${name}/facts/${name}-documents.ts`, factText(`${name}-documents`, name)],
    [`test/facts/${name}-documents.md`, factFixtureText(`${name}-documents`, name)],
    [`templates/en/${name}.md`, templateText(name, 'en')],
    [`templates/sv/${name}.md`, templateText(name, 'sv')],
  ]);
  // The assembled engagement holds every kind, in the order of documentation and forms.
  kinds.push(name);
  engagement.$defs.document.allOf.push({
    if: { properties: { kind: { const: name } } },
    then: { properties: { keys: { $ref: `kinds/${name}.json` } } },
  });
  await replaceJson('schemas/engagement.json', engagement);
  await addFactTexts(`${name}-documents`);
  await addSwedish({ fields: [descriptionOf(name)] });
  addToChangelog(`Kind \`${name}\`.`);
  console.log(`Then: describe it in ${schemaOf(name)}, npm run generate, npm run check`);
}

interface EngagementSchema {
  $defs: { document: { properties: { kind: { enum: string[] } }; allOf: object[] } };
}

type KindCodes = Pick<KindSchema, 'x-codes'>;

/** The kind whose rules have these codes, `any` where they are about every kind. */
function ownerOf(series: string): string | undefined {
  if (series === 'DOC') return 'any';
  const { enum: kinds } =
    readJson<EngagementSchema>('schemas/engagement.json').$defs.document.properties.kind;
  return kinds.find((kind) => readJson<KindCodes>(schemaOf(kind))['x-codes'].includes(series));
}

/** From the first rule with such a code on, the kind has them. */
async function addCodes(kind: string, series: string): Promise<void> {
  const known = readJson<KindCodes>(schemaOf(kind));
  await replaceJson(schemaOf(kind), { ...known, 'x-codes': [...known['x-codes'], series] });
}

function schemaOf(kind: string): string {
  return `schemas/kinds/${kind}.json`;
}

/** The title that people read and its Swedish, and the Swedish of what the fact is. */
async function addFactTexts(name: string): Promise<void> {
  const file = `${texts}/en/facts.json`;
  const title = titleOf(name);
  await replaceJson(file, sorted({ ...readJson<Texts>(file), [name]: title }));
  await addSwedish({ facts: [title, factSummary], said: ['documents of this kind: {{count}}'] });
}

/** Stubs for Swedish texts that are not there yet: `npm run check` names them until somebody has written them. */
async function addSwedish(missing: Readonly<Record<string, readonly string[]>>): Promise<void> {
  for (const [part, english] of Object.entries(missing)) {
    const file = `${texts}/sv/${part}.json`;
    const known = readJson<Texts>(file);
    const added = english.filter((text) => !Object.hasOwn(known, text));
    if (added.length === 0) continue;
    await replaceJson(file, {
      ...known,
      ...Object.fromEntries(added.map((text) => [text, `${toDo}${text}`])),
    });
  }
}

/** A line at the end of what is not released yet. */
function addToChangelog(line: string): void {
  const file = path.join(root, 'CHANGELOG.md');
  const [head = '', latest = '', ...older] = readFileSync(file, 'utf8').split(/^(?=## )/m);
  writeFileSync(
    file,
    [head, `${latest.trimEnd()}\n- ${line}\n${older.length > 0 ? '\n' : ''}`, ...older].join(''),
  );
  console.log('added to CHANGELOG.md');
}

function sorted(map: Texts): Texts {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All files or none: nothing that exists is touched. */
async function write(files: readonly (readonly [file: string, text: string])[]): Promise<void> {
  const present = files.map(([file]) => file).filter((file) => existsSync(path.join(root, file)));
  if (present.length > 0) stop(`Nothing written, for this exists already: ${present.join(', ')}`);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), await pretty(file, text), { flag: 'wx' });
    console.log(`wrote ${file}`);
  }
}

async function replaceJson(file: string, value: unknown): Promise<void> {
  writeFileSync(path.join(root, file), await pretty(file, JSON.stringify(value, undefined, 2)));
  console.log(`added to ${file}`);
}

async function pretty(file: string, text: string): Promise<string> {
  if (file.endsWith('.md')) return text;
  const { code, errors } = await format(file, text, readJson<FormatConfig>('.oxfmtrc.json'));
  if (errors[0]) throw new Error(`"${file}" cannot be formatted: ${errors[0].message}`);
  return code;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
}

function isKebab(name: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
