import type { Said } from '../model/said.ts';
import { withoutZeros } from '../values/figures.ts';
import { fillPlaces, inEnglish, say } from '../values/say.ts';

/**
 * Fills `{{name}}` of a template. A name without data stays as it stands, which the types of a rule forbid. A number
 * loses its needless zeros where it is no quote of what somebody wrote.
 */
export function render(template: string, data: Readonly<Record<string, string>>): string {
  return fillPlaces(template, (name, at) => {
    const text = Object.hasOwn(data, name) ? data[name] : undefined;
    const isQuoted = (template.slice(0, at).split('"').length - 1) % 2 === 1;
    return text !== undefined && !isQuoted && /^-?\d+\.\d+$/.test(text) ? withoutZeros(text) : text;
  });
}

/** What is said in place of a rule or fact that threw: its code, and that it is our mistake. */
export const failure = {
  messageId: 'failed',
  template: 'Rule "{{code}}" failed here and says nothing: {{error}}. Please report it.',
} as const;

export function failureText(code: string, error: unknown): string {
  return inEnglish(failureSaid(code, error));
}

export function failureSaid(code: string, error: unknown): Said {
  return say(failure.template, { code, error: errorText(error) });
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
