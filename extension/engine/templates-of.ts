import { checkRules, dueRules } from './kinds/generated/registry.ts';
import { configMessages } from './parse/config-problems.ts';
import type { MissingText } from './rules/define.ts';
import { configRule } from './rules/config-findings.ts';
import { failure } from './rules/render.ts';

/**
 * What was filled to say a finding, a question or a due item: English, with `{{name}}` where its data went.
 * For a shell that says the same in another language. Undefined where the rule is not one of ours.
 */
export function templatesOf({
  code,
  messageId,
}: {
  readonly code: string;
  readonly messageId: string;
}): Partial<MissingText> | undefined {
  const templates = code === configRule.code ? ofConfig(messageId) : ofRule(code, messageId);
  return templates ?? (messageId === failure.messageId ? { message: failure.template } : undefined);
}

function ofConfig(messageId: string): Partial<MissingText> | undefined {
  const messages: Readonly<Record<string, string>> = configMessages;
  return Object.hasOwn(messages, messageId) ? { message: messages[messageId]! } : undefined;
}

function ofRule(code: string, messageId: string): Partial<MissingText> | undefined {
  const check = checkRules.find((rule) => rule.code === code);
  if (check && Object.hasOwn(check.missing, messageId)) return check.missing[messageId];
  const { messages = {} } = check ?? dueRules.find((rule) => rule.code === code) ?? {};
  return Object.hasOwn(messages, messageId) ? { message: messages[messageId]! } : undefined;
}
