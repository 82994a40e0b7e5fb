/** A value as a message shows it between its quotes: on one line, cut at 60 characters where nothing else is said. */
export function quote(text: string, charactersAtMost = 60): string {
  const line = text
    .slice(0, 4 * charactersAtMost)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= charactersAtMost && text.length <= 4 * charactersAtMost) return line;
  let end = charactersAtMost - 1;
  const last = line.charCodeAt(end - 1);
  if (last >= 0xd800 && last < 0xdc00) end--;
  return `${line.slice(0, end)}…`;
}

/** Characters of what somebody is to do, as somebody wrote it: cut it would not say what. */
export const taskCharactersAtMost = 500;
