import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import validators from '../model/generated/validators.cjs';
import type { Severity } from '../model/finding.ts';
import type { Span } from '../model/text.ts';
import { nearMiss } from '../values/near-miss.ts';
import { quote } from '../values/quote.ts';

/** `outrigger.yml` as read. What it does not say is undefined or empty. */
export interface Config {
  /** Globs of folders that hold engagements. */
  readonly engagements: readonly string[] | undefined;
  readonly profiles: readonly string[];
  /** By code or name. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Further words: "Service levels" or "Service levels.Target" to its aliases. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly zone: string | undefined;
  readonly language: 'en' | 'sv' | undefined;
  readonly holidays: readonly string[];
}

export interface ConfigProblem {
  /** A message of CFG001. */
  readonly id: keyof typeof configMessages;
  readonly data: Readonly<Record<string, string>>;
  readonly span: Span;
  readonly replacement?: string;
}

export const configMessages = {
  syntax: 'This file does not read as YAML: {{reason}}.',
  notMap: 'This file must hold keys and values, such as "profile: full".',
  unknownKey: 'The key "{{key}}" is unknown: it may be {{known}}.',
  nearKey: 'The key "{{key}}" is unknown; did you mean "{{near}}"?',
  unknownRule: '"{{key}}" is no rule: write a code such as SLA004, or its name.',
  nearRule: '"{{key}}" is no rule; did you mean "{{near}}"?',
  value: 'The value of "{{key}}" does not fit: {{expected}}.',
} as const;

const most = 64 * 1024;

export const emptyConfig: Config = {
  engagements: undefined,
  profiles: [],
  rules: new Map(),
  aliases: new Map(),
  zone: undefined,
  language: undefined,
  holidays: [],
};

/**
 * Reads `outrigger.yml`. What does not fit is a problem and is left out of the config; the rest holds.
 * `isRule` knows the codes and names of rules, `ruleNames` are what a near miss may mean.
 */
export function readConfig(
  text: string,
  isRule: (name: string) => boolean,
  ruleNames: readonly string[],
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const value = parsed(text, problems);
  if (value === undefined) return { config: emptyConfig, problems };
  const broken = new Set<string>();
  if (!validators.config(value)) {
    for (const error of validators.config.errors ?? []) {
      const key = error.instancePath.split('/')[1];
      if (key === undefined || broken.has(key)) continue;
      broken.add(key);
      const expected = error.keyword === 'enum' ? `it may be ${listOf(error.params.allowedValues)}` : 'see its description';
      problems.push({ id: 'value', data: { key, expected }, span: keySpan(text, key, false) });
    }
  }
  for (const key of Object.keys(value)) {
    if (knownKeys.includes(key)) continue;
    const near = nearMiss(key, knownKeys);
    const span = keySpan(text, key, false);
    if (near !== undefined) problems.push({ id: 'nearKey', data: { key: quote(key), near }, span, replacement: near });
    else problems.push({ id: 'unknownKey', data: { key: quote(key), known: knownKeys.join(', ') }, span });
  }
  const read = (key: string): unknown => (broken.has(key) || !Object.hasOwn(value, key) ? undefined : value[key]);
  const rules = new Map<string, Severity | 'off'>();
  for (const [name, severity] of Object.entries((read('rules') as Record<string, Severity | 'off'>) ?? {})) {
    if (isRule(name)) rules.set(/^[a-z]{3}\d{3}$/i.test(name) ? name.toUpperCase() : name, severity);
    else {
      const near = nearMiss(name, ruleNames);
      const span = keySpan(text, name, true);
      if (near !== undefined) problems.push({ id: 'nearRule', data: { key: quote(name), near }, span, replacement: near });
      else problems.push({ id: 'unknownRule', data: { key: quote(name) }, span });
    }
  }
  return {
    config: {
      engagements: read('engagements') as readonly string[] | undefined,
      profiles: listIn(read('profile')),
      rules,
      aliases: new Map(Object.entries((read('aliases') as Record<string, readonly string[]>) ?? {})),
      zone: read('zone') as string | undefined,
      language: read('language') as 'en' | 'sv' | undefined,
      holidays: listIn(read('holidays')),
    },
    problems,
  };
}

const knownKeys = ['version', 'engagements', 'profile', 'rules', 'aliases', 'zone', 'language', 'holidays', 'people_metrics'];

function parsed(text: string, problems: ConfigProblem[]): Record<string, unknown> | undefined {
  const whole = { start: 0, end: Math.min(text.length, firstLineEnd(text)) };
  if (text.length > most) {
    problems.push({ id: 'syntax', data: { reason: 'it is larger than 64 KiB' }, span: whole });
    return undefined;
  }
  try {
    const value: unknown = load(text, { schema: CORE_SCHEMA });
    if (value === undefined || value === null) return {};
    if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
    problems.push({ id: 'notMap', data: {}, span: whole });
  } catch (error) {
    const { reason, mark } = error instanceof YAMLException ? error : { reason: 'unknown error', mark: undefined };
    const start = Math.min(mark?.position ?? 0, Math.max(0, text.length - 1));
    problems.push({ id: 'syntax', data: { reason }, span: { start, end: Math.min(text.length, start + 1) } });
  }
  return undefined;
}

/** The characters of a key: at the margin, or indented below another. */
function keySpan(text: string, key: string, indented: boolean): Span {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`^${indented ? '[ \\t]+' : ''}["']?(${escaped})["']?[ \\t]*:`, 'm').exec(text);
  if (!match) return { start: 0, end: firstLineEnd(text) };
  const start = match.index + match[0].indexOf(key);
  return { start, end: start + key.length };
}

function firstLineEnd(text: string): number {
  const end = text.search(/\r|\n/);
  return end < 0 ? text.length : end;
}

function listIn(value: unknown): readonly string[] {
  const items = Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? value.split(',') : [];
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values);
}
