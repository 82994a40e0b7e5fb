import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { catalogue } from '../model/generated/catalogue.ts';
import validators from '../model/generated/validators.cjs';
import type { Severity } from '../model/finding.ts';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { nearMiss } from '../values/near-miss.ts';
import { partOf } from '../values/part.ts';
import { quote } from '../values/quote.ts';
import { readRegion } from '../values/regions.ts';
import { readZone } from '../values/zone.ts';
import { locateKeys, type KeyPlace } from './config-places.ts';
import { isLowSurrogate } from './lines.ts';
import { foldHeading } from './vocabulary.ts';

/** `outrigger.yml` as read. What it does not say is undefined or empty. */
export interface Config {
  /** Globs of folders that hold engagements. */
  readonly engagements: readonly string[] | undefined;
  readonly profiles: readonly string[];
  /** By code in capitals, or by name in small letters. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Further words: "Service levels" or "Service levels.Target" to its aliases. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly zone: string | undefined;
  readonly language: 'en' | 'sv' | undefined;
  /** Of engagements that state none. */
  readonly holidays: readonly string[];
}

export interface ConfigProblem {
  /** A message of CFG001. */
  readonly id: keyof typeof configMessages;
  readonly data: Readonly<Record<string, string>>;
  readonly span: Span;
  readonly replacement?: string;
  /** The replacement is the same word in other letters, and nothing else in the file becomes it. */
  readonly isSameWord?: true;
}

export const configMessages = {
  unreadable: 'This file cannot be read: {{reason}}.',
  syntax: 'This file does not read as YAML: {{reason}}.',
  notMap: 'This file must hold keys and values, such as "profile: full".',
  unknownKey: 'The key "{{key}}" is unknown: it may be {{known}}.',
  nearKey: 'The key "{{key}}" is unknown; did you mean "{{near}}"?',
  unknownRule: '"{{key}}" is no rule: write a code such as SLA004, or its name.',
  nearRule: '"{{key}}" is no rule; did you mean "{{near}}"?',
  unknownPlace:
    '"{{key}}" is no section or column: write a heading such as Service levels, or Service levels.Target.',
  value: '"{{value}}" does not fit "{{key}}": {{expected}}.',
} as const;

const bytesAtMost = 64 * 1024;

const emptyConfig: Config = {
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
 * `isRule` knows the codes and names of rules in any case, `ruleNames` are what a near miss may mean.
 */
export function readConfig(
  text: string,
  isRule: (name: string) => boolean,
  ruleNames: readonly string[],
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  // YAML takes no notice of a byte order mark, so places are counted without it.
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const body = text.slice(mark);
  const problems: ConfigProblem[] = [];
  const value = parsed(body, problems);
  const config = value ? readKeys(value, locateKeys(body), { isRule, ruleNames, problems }) : emptyConfig;
  const placed = problems.map((problem) => ({
    ...problem,
    span: { start: problem.span.start + mark, end: problem.span.end + mark },
  }));
  return { config, problems: placed };
}

interface Reading {
  readonly isRule: (name: string) => boolean;
  readonly ruleNames: readonly string[];
  readonly problems: ConfigProblem[];
}

/** What stands in place of a value that does not fit. */
const expected: Readonly<Record<string, string>> = {
  version: 'write 1',
  engagements: 'write a list of folders, such as ["vendors/*"]',
  profile: 'it may be base, full, dora, gdpr, nis2, data-act, or a list of them',
  rules:
    'write the code or name of a rule on each line below, with off, hint, info, warning or error behind it',
  severity: 'it may be off, hint, info, warning, error',
  aliases: 'write a section, or a section and its column, on each line below, with a list of words behind it',
  zone: 'write a time zone such as Europe/Stockholm',
  language: 'it may be en, sv',
  holidays: 'write countries, regions, dates or "eves", such as "SE, eves"',
  people_metrics: 'it may be team, off',
};
const knownKeys = Object.keys(expected).filter((key) => key !== 'severity');

/** More stars in one part of a path than any real pattern has: matching takes time exponential in them. */
const starsAtMost = 4;

function readKeys(
  value: Record<string, unknown>,
  places: ReadonlyMap<string, KeyPlace>,
  reading: Reading,
): Config {
  const { problems } = reading;
  const wrong = wrongPlaces(value);
  const sayValue = (place: KeyPlace, key: string, kind: string): void => {
    const { span, text } = place.value;
    problems.push({
      id: 'value',
      data: { value: quote(text), key: shownKey(key, place), expected: expected[kind]! },
      span,
    });
  };
  const keys = Object.keys(value);
  for (const key of keys) {
    if (!knownKeys.includes(key)) sayUnknownKey(key, keys, placeOf(places, key), problems);
  }
  /** The value of a key; undefined, and said, where it does not fit as a whole. */
  const whole = (key: string): unknown => {
    if (!Object.hasOwn(value, key)) return undefined;
    if (!wrong.has(key)) return value[key];
    sayValue(placeOf(places, key), key, key);
    return undefined;
  };
  /** The entries of a list that fit; the others are said. */
  const entries = (key: string, fits: (entry: string) => boolean): readonly string[] | undefined => {
    const list = whole(key);
    if (list === undefined) return undefined;
    const all: readonly unknown[] = Array.isArray(list) ? list : scalarText(list).split(',');
    return all.flatMap((entry, i) => {
      const text = typeof entry === 'string' ? entry.trim() : '';
      if (text !== '' && !wrong.get(key)?.has(String(i)) && fits(text)) return [text];
      if (entry !== '') sayValue(placeOf(places, key).entry(scalarText(entry).trim()), key, key);
      return [];
    });
  };
  /** The pairs of a map that fit. */
  const pairs = (key: string, kind: string): readonly (readonly [string, unknown, KeyPlace])[] => {
    const { below } = placeOf(places, key);
    return Object.entries((whole(key) as Record<string, unknown> | undefined) ?? {}).flatMap(
      ([name, its]) => {
        const place = placeOf(below, name);
        if (!wrong.get(key)?.has(name)) return [[name, its, place] as const];
        sayValue(place, name, kind);
        return [];
      },
    );
  };

  const rules = new Map<string, Severity | 'off'>();
  for (const [name, severity, place] of pairs('rules', 'severity')) {
    const rule = name.trim();
    if (!reading.isRule(rule)) sayUnknownRule(name, place, reading);
    else
      rules.set(
        /^[a-z]{3}\d{3}$/i.test(rule) ? rule.toUpperCase() : rule.toLowerCase(),
        severity as Severity | 'off',
      );
  }
  const aliases = new Map<string, readonly string[]>();
  for (const [name, words, place] of pairs('aliases', 'aliases')) {
    if (isPlace(name)) aliases.set(name, words as readonly string[]);
    else problems.push({ id: 'unknownPlace', data: { key: shownKey(name, place) }, span: place.span });
  }
  whole('version');
  whole('people_metrics');
  const zone = whole('zone') as string | undefined;
  const isZone = zone === undefined || 'value' in readZone(partOf(zone));
  if (!isZone) sayValue(placeOf(places, 'zone'), 'zone', 'zone');
  return {
    engagements: entries('engagements', isGlob),
    profiles: entries('profile', () => true) ?? [],
    rules,
    aliases,
    zone: isZone ? zone : undefined,
    language: whole('language') as 'en' | 'sv' | undefined,
    holidays: (entries('holidays', (entry) => regionIn(entry) !== undefined) ?? []).map((entry) =>
      regionIn(entry)!,
    ),
  };
}

/** A country, region, date or "eves" as it is looked up. */
function regionIn(entry: string): string | undefined {
  const read = readRegion(partOf(entry));
  return 'value' in read ? read.value : undefined;
}

/** Keys whose value does not fit, each with the entries that are to blame; without any the whole value is. */
function wrongPlaces(value: Record<string, unknown>): {
  has(key: string): boolean;
  get(key: string): ReadonlySet<string> | undefined;
} {
  const entries = new Map<string, Set<string>>();
  if (!validators.config(value)) {
    for (const { instancePath } of validators.config.errors ?? []) {
      const [key, entry] = instancePath.split('/').slice(1).map(unescaped);
      if (key === undefined) continue;
      const its = entries.get(key) ?? new Set();
      // A value with two forms is also said not to be the other one: the entry tells more.
      if (entry !== undefined) its.add(entry);
      entries.set(key, its);
    }
  }
  return {
    has: (key) => entries.get(key)?.size === 0,
    get: (key) => entries.get(key),
  };
}

/** A part of a JSON pointer. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function sayUnknownKey(
  key: string,
  all: readonly string[],
  place: KeyPlace,
  problems: ConfigProblem[],
): void {
  const { span, isFound } = place;
  const near = nearMiss(key, knownKeys);
  if (near === undefined) {
    problems.push({
      id: 'unknownKey',
      data: { key: shownKey(key, place), known: knownKeys.join(', ') },
      span,
    });
  } else {
    problems.push({
      id: 'nearKey',
      data: { key: quote(key), near },
      span,
      ...(isFound && { replacement: near }),
      ...(plainKey(key) === near &&
        all.filter((one) => plainKey(one) === near).length === 1 && {
          isSameWord: true,
        }),
    });
  }
}

/** A key in a message. A map that stands as a key has no text of its own; what the library makes of it nobody wrote. */
function shownKey(key: string, { isFound }: KeyPlace): string {
  return !isFound && key === '[object Object]' ? '{...}' : quote(key);
}

/** A key as it is written: in small letters, with underscores. */
function plainKey(key: string): string {
  return key.trim().toLowerCase().replace(/[ -]/g, '_');
}

function sayUnknownRule(name: string, place: KeyPlace, { ruleNames, problems }: Reading): void {
  const { span, isFound } = place;
  const near = nearMiss(name, ruleNames);
  if (near === undefined) problems.push({ id: 'unknownRule', data: { key: shownKey(name, place) }, span });
  else
    problems.push({
      id: 'nearRule',
      data: { key: quote(name), near },
      span,
      ...(isFound && { replacement: near }),
    });
}

/** The place of a key; where it cannot be made out, the first line, which no fix may replace. */
function placeOf(places: ReadonlyMap<string, KeyPlace>, key: string): KeyPlace {
  return places.get(key) ?? places.get('')!;
}

/** Whether a text is a section, or a section and one of its columns. */
function isPlace(name: string): boolean {
  const dot = name.indexOf('.');
  const section = named(Object.values(catalogue.sections), dot < 0 ? name : name.slice(0, dot));
  return section !== undefined && (dot < 0 || named(section.columns, name.slice(dot + 1)) !== undefined);
}

function named<S extends SectionSpec | FieldSpec>(specs: readonly S[], name: string): S | undefined {
  const folded = foldHeading(name);
  return specs.find(({ aliases }) => aliases.includes(folded));
}

/** Whether a pattern is one of folders: groups and repetitions of regular expressions may take forever. */
function isGlob(glob: string): boolean {
  if (/[()]|[\]}]\+/.test(glob)) return false;
  return glob.split('/').every((part) => part === '**' || (part.match(/\*/g) ?? []).length <= starsAtMost);
}

function parsed(text: string, problems: ConfigProblem[]): Record<string, unknown> | undefined {
  const firstLine = { start: 0, end: text.search(/[\r\n]|$/) };
  if (text.length > bytesAtMost) {
    problems.push({ id: 'syntax', data: { reason: 'it is larger than 64 KiB' }, span: firstLine });
    return undefined;
  }
  try {
    const value: unknown = load(text, { schema: CORE_SCHEMA });
    if (value === undefined || value === null) return {};
    if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
    problems.push({ id: 'notMap', data: {}, span: firstLine });
  } catch (error) {
    const { reason, mark } =
      error instanceof YAMLException ? error : { reason: 'unknown error', mark: undefined };
    problems.push({ id: 'syntax', data: { reason }, span: characterAt(text, mark?.position ?? 0) });
  }
  return undefined;
}

/** The character at an offset; where a line break or the end of the text stands there, the one before it. */
function characterAt(text: string, offset: number): Span {
  let start = Math.min(offset, Math.max(0, text.length - 1));
  while (start > 0 && /[\r\n]/.test(text.charAt(start))) start--;
  if (isLowSurrogate(text, start)) start--;
  const [character = ''] = text.slice(start, start + 2);
  return { start, end: start + (/[\r\n]/.test(character) ? 0 : character.length) };
}

/** A scalar of YAML as text; empty for what is none. */
function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
