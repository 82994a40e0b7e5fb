/** Fills `{{name}}` of a template. A name without data stays as it stands, which the types of a rule forbid. */
export function render(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => data[name] ?? whole);
}
