/** Fills `{{name}}` of a template. A name without data stays as it stands, which the types of a rule forbid. */
export function render(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => data[name] ?? whole);
}

/** What is said in place of a rule or fact that threw: its code, and that it is our mistake. */
export function failureText(code: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Rule "${code}" failed here and says nothing: ${reason}. Please report it.`;
}
