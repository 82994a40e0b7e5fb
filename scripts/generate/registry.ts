import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A rule's file, as its text states it: the registry is written before anything can be imported. */
export interface RuleFile {
  /** Relative to `extension/engine`. */
  readonly path: string;
  readonly code: string;
  readonly name: string;
  readonly channel: 'check' | 'due';
}

const notice = '// Generated from the files of rules and facts by `npm run generate`. Do not edit.';

/** Every rule by code. */
export function readRuleFiles(root: string): readonly RuleFile[] {
  const engine = join(root, 'extension/engine');
  const files = ['rules/any', ...kindFolders(engine, 'rules')].flatMap((folder) => modulesIn(engine, folder));
  const rules = files.map((path) => {
    const text = readFileSync(join(engine, path), 'utf8');
    const code = /^\s*code: '([A-Z]{3}\d{3})',$/m.exec(text)?.[1];
    const name = /^\s*name: '([a-z0-9-]+)',$/m.exec(text)?.[1];
    if (!code || !name) throw new Error(`${path} is in a folder of rules and states no code and name`);
    if (!path.endsWith(`/${name}.ts`))
      throw new Error(`${path} holds the rule ${name} and must be named after it`);
    return { path, code, name, channel: text.includes('defineDue(') ? ('due' as const) : ('check' as const) };
  });
  return rules.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Files of facts relative to `extension/engine`. */
export function readFactFiles(root: string): readonly string[] {
  const engine = join(root, 'extension/engine');
  return ['rules/facts', ...kindFolders(engine, 'facts')].flatMap((folder) => modulesIn(engine, folder));
}

/** `kinds/generated/registry.ts`: every rule, due rule and fact. */
export function renderRegistry(root: string): string {
  const rules = readRuleFiles(root);
  const facts = readFactFiles(root)
    .map((path) => ({ path, variable: camel(path.slice(path.lastIndexOf('/') + 1, -3)) }))
    .sort((a, b) => (a.variable < b.variable ? -1 : 1));
  const ofChannel = (channel: RuleFile['channel']): readonly RuleFile[] =>
    rules.filter((rule) => rule.channel === channel);
  return [
    notice,
    "import type { CheckRule, DueRule, FactDefinition } from '../../rules/define.ts';",
    ...rules.map(({ code, path }) => `import ${code} from '../../${path}';`),
    ...facts.map(({ variable, path }) => `import ${variable} from '../../${path}';`),
    '',
    `export const checkRules: readonly CheckRule[] = [\n${ofChannel('check')
      .map(({ code }) => `  ${code},\n`)
      .join('')}];`,
    '',
    `export const dueRules: readonly DueRule[] = [\n${ofChannel('due')
      .map(({ code }) => `  ${code},\n`)
      .join('')}];`,
    '',
    `export const facts: readonly FactDefinition[] = [\n${facts.map(({ variable }) => `  ${variable},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** `rules/generated/rule-names.ts`: codes and names that a document may refer to, those of later versions too. */
export function renderRuleNames(root: string): string {
  const rules = readRuleFiles(root);
  const reserved = JSON.parse(readFileSync(join(root, 'schemas/rule-names.json'), 'utf8')) as Readonly<
    Record<string, string>
  >;
  for (const { code, name } of rules) {
    if (reserved[code] !== name) throw new Error(`schemas/rule-names.json does not hold ${code} ${name}`);
  }
  const names = Object.entries(reserved).flat();
  return [
    notice,
    '',
    '/** Codes and names of the whole catalogue: one that this version does not have yet is still a rule. */',
    `export const ruleNames: readonly string[] = [\n${names.map((name) => `  '${name}',\n`).join('')}];`,
    '',
    'const known: ReadonlySet<string> = new Set(ruleNames.map((name) => name.toLowerCase()));',
    '',
    '/** Whether a text is the code or the name of a rule, in any case. */',
    'export function isRuleName(text: string): boolean {',
    '  return known.has(text.trim().toLowerCase());',
    '}',
    '',
  ].join('\n');
}

function kindFolders(engine: string, what: 'rules' | 'facts'): readonly string[] {
  const kinds = join(engine, 'kinds');
  return readdirSync(kinds)
    .sort()
    .map((kind) => `kinds/${kind}/${what}`)
    .filter((folder) => existsSync(join(engine, folder)));
}

function modulesIn(engine: string, folder: string): readonly string[] {
  return readdirSync(join(engine, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
