/**
 * What somebody wrote, for places where VS Code makes links and icons of text: notifications, quick inputs and
 * the status bar. There `[x](command:y)` would be a button that runs a command, and a backslash does not help:
 * a character without width stands between.
 */
export function plainText(text: string): string {
  return oneLine(text).replace(/[\]$](?=\()/g, '$&\u200B');
}

/** What somebody wrote on one line, without characters that turn the direction of what follows. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim();
}
