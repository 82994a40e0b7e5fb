import type { Severity } from '../model/finding.ts';
import type { Span } from '../model/text.ts';
import { partOf } from '../values/part.ts';
import { readZone } from '../values/zone.ts';
import { locateKeys, type KeyPlace } from './config-places.ts';
import {
  knownKeys,
  sayUnknownKey,
  sayUnknownRule,
  sayValue,
  shownKey,
  type ConfigProblem,
} from './config-problems.ts';
import {
  isGlob,
  isPathBelow,
  isPlace,
  pathBelow,
  regionIn,
  scalarText,
  wrongPlaces,
} from './config-values.ts';
import { parseConfig } from './parse-config.ts';

/** `outrigger.yml` as read. What it does not say is undefined or empty. */
export interface Config {
  /** Globs of folders that hold engagements. */
  readonly engagements: readonly string[] | undefined;
  /** Where each of them stands. */
  readonly engagementSpans: ReadonlyMap<string, Span>;
  /** Files that tell what other repositories hold: paths from the root, or patterns of the files in a folder. */
  readonly snapshots: readonly string[];
  /** Where each of them stands. */
  readonly snapshotSpans: ReadonlyMap<string, Span>;
  readonly profiles: readonly string[];
  /** By code in capitals, or by name in small letters. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Further words: "Service levels" or "Service levels.Target" to its aliases. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly zone: string | undefined;
  readonly language: 'en' | 'sv' | undefined;
  /** Of engagements that state none. */
  readonly holidays: readonly string[];
  /** Whether figures may be made of what people did in the history, told by team or side; else none is. */
  readonly countsPeople: boolean;
  /** Whether a sign-off counts only where its commit is signed by whoever signs. */
  readonly needsSignedCommits: boolean;
}

const emptyConfig: Config = {
  engagements: undefined,
  engagementSpans: new Map(),
  snapshots: [],
  snapshotSpans: new Map(),
  profiles: [],
  rules: new Map(),
  aliases: new Map(),
  zone: undefined,
  language: undefined,
  holidays: [],
  countsPeople: true,
  needsSignedCommits: false,
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
  const value = parseConfig(body, problems);
  const config = value ? readKeys(value, locateKeys(body), { isRule, ruleNames, problems }) : emptyConfig;
  const placed = problems.map((problem) => ({
    ...problem,
    span: behind(problem.span, mark),
  }));
  const allBehind = (spans: ReadonlyMap<string, Span>): ReadonlyMap<string, Span> =>
    new Map([...spans].map(([entry, span]) => [entry, behind(span, mark)]));
  const engagementSpans = allBehind(config.engagementSpans);
  const snapshotSpans = allBehind(config.snapshotSpans);
  return { config: { ...config, engagementSpans, snapshotSpans }, problems: placed };
}

function behind({ start, end }: Span, mark: number): Span {
  return { start: start + mark, end: end + mark };
}

interface Reading {
  readonly isRule: (name: string) => boolean;
  readonly ruleNames: readonly string[];
  readonly problems: ConfigProblem[];
}

/** The entries of a map that fit: the key, its value, and where it stands. */
type Pairs = readonly (readonly [string, unknown, KeyPlace])[];

function readKeys(
  value: Record<string, unknown>,
  places: ReadonlyMap<string, KeyPlace>,
  reading: Reading,
): Config {
  const { problems } = reading;
  const wrong = wrongPlaces(value);
  const keys = Object.keys(value);
  for (const key of keys) {
    if (!knownKeys.includes(key)) sayUnknownKey(key, keys, placeOf(places, key), problems);
  }
  /** The value of a key; undefined, and said, where it does not fit as a whole. */
  const whole = (key: string): unknown => {
    if (!Object.hasOwn(value, key)) return undefined;
    if (!wrong.has(key)) return value[key];
    sayValue(placeOf(places, key), key, key, problems);
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
      if (entry !== '') sayValue(placeOf(places, key).entry(scalarText(entry).trim()), key, key, problems);
      return [];
    });
  };
  /** The pairs of a map that fit. */
  const pairs = (key: string, kind: string): Pairs => {
    const { below } = placeOf(places, key);
    return Object.entries((whole(key) as Record<string, unknown> | undefined) ?? {}).flatMap(
      ([name, its]) => {
        const place = placeOf(below, name);
        if (!wrong.get(key)?.has(name)) return [[name, its, place] as const];
        sayValue(place, name, kind, problems);
        return [];
      },
    );
  };

  const rules = rulesIn(pairs('rules', 'severity'), reading);
  const aliases = aliasesIn(pairs('aliases', 'aliases'), problems);
  whole('version');
  const metrics = whole('people_metrics');
  const signedCommits = whole('signed_commits');
  const zone = whole('zone') as string | undefined;
  const isZone = zone === undefined || 'value' in readZone(partOf(zone));
  if (!isZone) sayValue(placeOf(places, 'zone'), 'zone', 'zone', problems);
  const engagements = entries('engagements', isGlob);
  const place = placeOf(places, 'engagements');
  const snapshots = entries('snapshots', isPathBelow) ?? [];
  const placeOfSnapshots = placeOf(places, 'snapshots');
  return {
    engagements,
    engagementSpans: new Map((engagements ?? []).map((glob) => [glob, place.entry(glob).span])),
    snapshots: [...new Set(snapshots.map(pathBelow))],
    snapshotSpans: new Map(
      snapshots.map((written) => [pathBelow(written), placeOfSnapshots.entry(written).span]),
    ),
    profiles: entries('profile', () => true) ?? [],
    rules,
    aliases,
    zone: isZone ? zone : undefined,
    language: whole('language') as 'en' | 'sv' | undefined,
    countsPeople: metrics !== 'off',
    needsSignedCommits: signedCommits === 'required',
    holidays: (entries('holidays', (entry) => regionIn(entry) !== undefined) ?? []).map((entry) =>
      regionIn(entry)!,
    ),
  };
}

/** Rules by their code or name, with the severity that each is to have. */
function rulesIn(
  pairs: Pairs,
  { isRule, ruleNames, problems }: Reading,
): ReadonlyMap<string, Severity | 'off'> {
  const rules = new Map<string, Severity | 'off'>();
  for (const [name, severity, place] of pairs) {
    const rule = name.trim();
    if (!isRule(rule)) sayUnknownRule(name, place, ruleNames, problems);
    else
      rules.set(
        /^[a-z]{3}\d{3}$/i.test(rule) ? rule.toUpperCase() : rule.toLowerCase(),
        severity as Severity | 'off',
      );
  }
  return rules;
}

/** Sections and columns, with the words that each is also to be known by. */
function aliasesIn(pairs: Pairs, problems: ConfigProblem[]): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, readonly string[]>();
  for (const [name, words, place] of pairs) {
    if (isPlace(name)) aliases.set(name, words as readonly string[]);
    else problems.push({ id: 'unknownPlace', data: { key: shownKey(name, place) }, span: place.span });
  }
  return aliases;
}

/** The place of a key; where it cannot be made out, the first line, which no fix may replace. */
function placeOf(places: ReadonlyMap<string, KeyPlace>, key: string): KeyPlace {
  return places.get(key) ?? places.get('')!;
}
