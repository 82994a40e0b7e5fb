/** Whether HTML is nothing but comments; one that nothing ends goes on to the end. */
export function isComment(html: string): boolean {
  for (let at = 0; ;) {
    while (at < html.length && html.charAt(at).trim() === '') at++;
    if (at >= html.length) return true;
    if (!html.startsWith('<!--', at)) return false;
    const end = html.indexOf('-->', at + 4);
    if (end < 0) return true;
    at = end + 3;
  }
}

/** Whether a comment hides what was written to be read: rows of a table, or all that follows because nothing ends it. */
export function hidesContent(html: string): boolean {
  const last = html.lastIndexOf('<!--');
  return /^[ \t]*\|/m.test(html) || (last >= 0 && !html.includes('-->', last + 4));
}
