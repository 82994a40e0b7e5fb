/** Whether YAML reads a text without quotes as that text. */
export function isPlainYaml(text: string): boolean {
  return /^[^\s!"#%&'*,\-:>?@[\]`{|}]/.test(text) && !/:(?:\s|$)|\s#|[\p{Cc}\u{FEFF}]/u.test(text);
}

/** A text as YAML reads it as that text: in quotes where it would be something else. */
export function yamlText(text: string): string {
  return isPlainYaml(text) && text.trim() === text ? text : JSON.stringify(text);
}
