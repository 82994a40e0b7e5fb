import type { CheckRule, DueRule } from '../rules/define.ts';
import { namedPlaces } from '../values/say.ts';

/** What a page tells beside what the rule itself says. */
interface RulePageParts {
  /** Why the rule exists, as lines of Markdown. */
  readonly introduction?: readonly string[];
  readonly examples?: readonly string[];
}

/** The page of a rule as Markdown: what it asks for, when it speaks, what it reads and what it says. */
export function rulePage(
  rule: CheckRule | DueRule,
  { introduction = [], examples = [] }: RulePageParts = {},
): string {
  const { meta } = rule;
  const messages = [
    ...Object.values(rule.messages),
    ...(rule.channel === 'check' ? Object.values(rule.missing).map(({ message }) => message) : []),
  ];
  const lines = [
    `# ${rule.code} ${rule.name}`,
    '',
    `${meta.summary}.`,
    '',
    '| | |',
    '| --- | --- |',
    `| Channel | \`${rule.channel}\` |`,
    `| Severity | ${meta.severity}${rule.channel === 'due' ? ' once overdue, info before' : ''} |`,
    `| Profiles | ${meta.profiles.join(', ')} |`,
    `| Reads | ${meta.reads.map((read) => `\`${read}\``).join(', ')} |`,
    ...(meta.source === undefined ? [] : [`| Source | ${meta.source} |`]),
    `| Since | ${meta.since} |`,
    '',
    ...introduction,
    '## What it says',
    '',
    ...messages.map((message) => `- ${namedPlaces(message, (name) => `*${name}*`)}`),
    '',
    ...examples,
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
