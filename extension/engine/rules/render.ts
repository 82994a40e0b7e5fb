import type { Said } from '../model/said.ts';
import { say } from '../values/say.ts';

/** What is said in place of a rule or fact that threw: its code, and that it is our mistake. */
export const failure = {
  messageId: 'failed',
  template: 'Rule "{{code}}" failed here and says nothing: {{error}}. Please report it.',
} as const;

export function failureSaid(code: string, error: string): Said {
  return say(failure.template, { code, error });
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
