/**
 * The README as the page of the extension can show it. VS Code loads pictures there from https addresses alone and
 * follows no relative link: both are made absolute below `address`, or, where there is none, say in words what they show.
 * Throws where the address is no https address.
 */
export function packagedReadme(text: string, address?: string): string {
  const base = address === undefined ? undefined : baseOf(address);
  return text
    .replace(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, about: string, target: string) => {
      if (!isRelative(target)) return whole;
      return base ? `![${about}](${new URL(target, base).href})` : `_${about}._`;
    })
    .replace(/(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, about: string, target: string) => {
      if (!isRelative(target)) return whole;
      return base ? `[${about}](${new URL(target, base).href})` : about;
    });
}

function isRelative(target: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|#|\/\/)/i.test(target);
}

function baseOf(address: string): URL {
  const base = URL.canParse(address) ? new URL(address) : undefined;
  if (base?.protocol !== 'https:')
    throw new Error(
      `"${address}" is no https address of the files of the repository. Write for example https://example.org/outrigger/.`,
    );
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}
