/** HTML that may be shown as it is. */
export interface Html {
  readonly html: string;
}

type Content = string | number | Html | readonly Html[];

/** A piece of HTML. What is filled in is text and escaped, unless it is such a piece itself. */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { html: parts.map((part, i) => part + (i < contents.length ? htmlOf(contents[i]!) : '')).join('') };
}

/** Text as paragraphs of a page: what stands between backticks is set as code. */
export function prose(text: string): readonly Html[] {
  return text.split(/\n{2,}/).map((paragraph) => {
    const pieces = paragraph
      .split('`')
      .map((piece, i) => (i % 2 === 0 ? markup`${piece}` : markup`<code>${piece}</code>`));
    return markup`<p>${pieces}</p>\n`;
  });
}

/** A link that runs a command of ours, as the page allows it. */
export function commandLink(command: string, argument: unknown, text: Content): Html {
  const uri = `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
  return markup`<a href="${uri}">${text}</a>`;
}

/** Text with its dates in one piece each. */
export function withWholeDates(text: string): readonly Html[] {
  return text
    .split(/(?<![\w/-])(\d{4}-\d\d-\d\d)(?![\w-]|\.\w)/)
    .map((piece, i) => (i % 2 === 0 ? markup`${piece}` : markup`<time>${piece}</time>`));
}

function htmlOf(content: Content): string {
  if (typeof content === 'object')
    return 'html' in content ? content.html : content.map((piece) => piece.html).join('');
  return String(content)
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (mark) => (/[\n\t]/.test(mark) ? mark : '\u{FFFD}'))
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
