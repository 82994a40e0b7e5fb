import { inEnglish, say, type Said } from '../model/said.ts';
import type { Rule } from '../rules/define.ts';
import { withNames } from '../values/say.ts';

/** What a rule page tells of a rule in a table: a name and its values, which are names of the format or words. */
export function ruleRows({
  channel,
  meta,
}: Rule): readonly (readonly [name: string, values: readonly string[]])[] {
  const { severity, profiles, reads, source, since } = meta;
  const weight = channel === 'due' ? say('{{severity}} once overdue, info before', { severity }) : undefined;
  const rows: readonly (readonly [name: Said, values: readonly string[]])[] = [
    [say('Channel'), [channel]],
    [say('Severity'), [weight ? inEnglish(weight) : severity]],
    [say('Profiles'), profiles],
    [say('Reads'), reads],
    ...(source === undefined ? [] : [[say('Source'), [source]] as const]),
    [say('Since'), [since]],
  ];
  return rows.map(([name, values]) => [inEnglish(name), values]);
}

/** Its messages, with the names of what they are filled with between angles, as `mark` sets them. */
export function ruleSays(
  rule: Rule,
  mark: (name: string) => string = (name) => `<${name}>`,
): readonly string[] {
  return [
    ...Object.values(rule.messages),
    ...(rule.channel === 'check' ? Object.values(rule.missing).map(({ message }) => message) : []),
  ].map((message) => inEnglish(withNames(message, mark)));
}
