import type { Rule } from '../rules/define.ts';
import { namedPlaces } from '../values/say.ts';

/** What a rule page tells of a rule in a table: a name and its values, which are names of the format or words. */
export function ruleRows({
  channel,
  meta,
}: Rule): readonly (readonly [name: string, values: readonly string[]])[] {
  return [
    ['Channel', [channel]],
    ['Severity', [`${meta.severity}${channel === 'due' ? ' once overdue, info before' : ''}`]],
    ['Profiles', meta.profiles],
    ['Reads', meta.reads],
    ...(meta.source === undefined ? [] : [['Source', [meta.source]] as const]),
    ['Since', [meta.since]],
  ];
}

/** Its messages, with the names of what they are filled with between angles, as `mark` sets them. */
export function ruleSays(
  rule: Rule,
  mark: (name: string) => string = (name) => `<${name}>`,
): readonly string[] {
  return [
    ...Object.values(rule.messages),
    ...(rule.channel === 'check' ? Object.values(rule.missing).map(({ message }) => message) : []),
  ].map((message) => namedPlaces(message, mark));
}
