/** Whether YAML reads a text without quotes as that text. */
export function isPlainYaml(text: string): boolean {
  return /^[^\s!"#%&'*,\-:>?@[\]`{|}]/.test(text) && !/:(?:\s|$)|\s#|[\p{Cc}\u{FEFF}]/u.test(text);
}
