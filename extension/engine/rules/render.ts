/** Fills `{{name}}` of a template. A name without data stays as it stands, which the types of a rule forbid. */
export function render(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => data[name] ?? whole);
}

/** What is said in place of a rule or fact that threw: its code, and that it is our mistake. */
export const failure = {
  messageId: 'failed',
  template: 'Rule "{{code}}" failed here and says nothing: {{error}}. Please report it.',
} as const;

export function failureText(code: string, error: unknown): string {
  return render(failure.template, { code, error: errorText(error) });
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
