/**
 * Letters and digits in small letters without accents, joined by hyphens, 60 characters at most: the name of a
 * file or folder that every system takes.
 */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    // The first half of a character that was cut in two is none.
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/-+$/, '');
  return isReserved(slug) ? `${slug}-1` : slug;
}

/** Whether Windows keeps a name of a file for a device of its own, whatever stands behind the first dot. */
export function isReserved(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d\u00b9\u00b2\u00b3]) *(?:\.|$)/i.test(name);
}
