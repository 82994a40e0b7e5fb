import type { Span } from '../model/text.ts';
import { nearMiss } from '../values/near-miss.ts';
import { quote } from '../values/quote.ts';
import type { KeyPlace } from './config-places.ts';
import { say } from '../values/say.ts';
import type { Said } from '../model/said.ts';

export interface ConfigProblem {
  /** A message of CFG001. */
  readonly id: keyof typeof configMessages;
  readonly data: Said['data'];
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
  snapshotMissing: 'There is no file "{{path}}": write the path of a snapshot from the root.',
  snapshotUnmatched: 'No file matches "{{path}}": write the path of a snapshot from the root.',
  snapshotUnreadable: '"{{path}}" cannot be read: {{reason}}.',
  snapshotOther: '"{{path}}" is no snapshot of knowledge: outrigger facts --export writes one.',
  snapshotNewer:
    '"{{path}}" was written by a later Outrigger, in form {{version}}: bring this one up to date.',
  snapshotDamaged: '"{{path}}" is damaged at "{{place}}": write it again with outrigger facts --export.',
  value: '"{{value}}" does not fit "{{key}}": {{expected}}.',
} as const;

/** What stands in place of a value that does not fit. */
const expected: Readonly<Record<string, Said>> = {
  version: say('write 1'),
  engagements: say('write a list of folders, such as ["vendors/*"]'),
  profile: say('it may be base, full, dora, gdpr, nis2, data-act, or a list of them'),
  rules: say(
    'write the code or name of a rule on each line below, with off, hint, info, warning or error behind it',
  ),
  severity: say('it may be off, hint, info, warning, error'),
  aliases: say(
    'write a section, or a section and its column, on each line below, with a list of words behind it',
  ),
  zone: say('write a time zone such as Europe/Stockholm'),
  language: say('it may be en, sv'),
  holidays: say('write countries, regions, dates or "eves", such as "SE, eves"'),
  people_metrics: say('it may be team, off'),
  signed_commits: say('it may be required'),
  snapshots: say('write a list of files below the root, such as [knowledge/payments.json]'),
};

export const knownKeys = Object.keys(expected).filter((key) => key !== 'severity');

/** Says that a value does not fit; `kind` is the key of what is expected of it. */
export function sayValue(place: KeyPlace, key: string, kind: string, problems: ConfigProblem[]): void {
  const { span, text } = place.value;
  problems.push({
    id: 'value',
    data: { value: quote(text), key: shownKey(key, place), expected: expected[kind]! },
    span,
  });
}

export function sayUnknownKey(
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
export function shownKey(key: string, { isFound }: KeyPlace): string {
  return !isFound && key === '[object Object]' ? '{...}' : quote(key);
}

/** A key as it is written: in small letters, with underscores. */
function plainKey(key: string): string {
  return key.trim().toLowerCase().replace(/[ -]/g, '_');
}

export function sayUnknownRule(
  name: string,
  place: KeyPlace,
  ruleNames: readonly string[],
  problems: ConfigProblem[],
): void {
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
