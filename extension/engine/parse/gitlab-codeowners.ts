import {
  ownerLines,
  wordsOf,
  type OwnerRule,
  type OwnerRules,
  type OwnerSection,
  type Word,
} from './owner-rules.ts';

/**
 * CODEOWNERS as GitLab reads it ("Syntax of CODEOWNERS file" and "Advanced CODEOWNERS configuration" of its
 * documentation): a heading opens a section, sections of one name are one, and words that are no owners are ignored.
 */
export function readGitlabCodeowners(text: string): OwnerRules {
  const rules: OwnerRule[] = [];
  const sections: OwnerSection[] = [];
  const skipped: Word[] = [];
  const names = new Map<string, string>();
  let section = '';
  let inherited: readonly Word[] = [];
  for (const line of ownerLines(text)) {
    const heading = headingIn(line);
    if (heading) {
      const { name } = heading.section;
      const folded = name.text.toLowerCase();
      section = names.get(folded) ?? name.text;
      names.set(folded, section);
      sections.push(heading.section);
      inherited = heading.owners;
      continue;
    }
    const [first, ...others] = wordsOf(line);
    if (!first) continue;
    const isExclusion = first.text.startsWith('!');
    const pattern = isExclusion ? { text: first.text.slice(1), at: next(first, 1) } : first;
    const owners = others.flatMap((word) => ownersIn(word));
    if (!isExclusion) skipped.push(...others.filter((word) => ownersIn(word).length === 0));
    const own = others.length > 0 ? owners : inherited;
    rules.push({ pattern, owners: isExclusion ? [] : once(own), section, isExclusion });
  }
  return { rules, sections, skipped };
}

function next({ at }: Word, by: number): Word['at'] {
  return { line: at.line, character: at.character + by };
}

/** `[Name]`, `^[Name]`, `[Name][2] @owner`; what else begins with a bracket is an entry. */
function headingIn(
  line: Word,
): { readonly section: OwnerSection; readonly owners: readonly Word[] } | undefined {
  const found = /^(\^?)\[([^\]]*)\](?:\[(\d*)\])?(\s[@\w.\-/\s+]*)?/.exec(line.text);
  if (!found) return undefined;
  const [all, caret = '', name = '', approvals = '', owners = ''] = found;
  const behind = { text: owners, at: next(line, all.length - owners.length) };
  return {
    section: {
      name: { text: name, at: next(line, caret.length + 1) },
      isOptional: caret !== '',
      // Not a number, or 0, is the default.
      approvals: Math.max(1, Number(approvals)),
    },
    owners: wordsOf(behind).flatMap((word) => ownersIn(word)),
  };
}

/** A role, or each user, group and address that a word holds. */
function ownersIn(word: Word): readonly Word[] {
  if (/^@@(?:developer|maintainer|owner)s?$/i.test(word.text)) return [word];
  return [...word.text.matchAll(reference)].map(({ 0: text, index }) => ({ text, at: next(word, index) }));
}

/** An address, or `@group/subgroup` that nothing stands before. */
const reference =
  /[^\s@]{0,99}\w@[^\s@]{0,254}[^\s@\W]|(?<![\w@])@(?:[A-Za-z0-9_.][\w.-]*[\w-]|\w)(?:\/(?:[A-Za-z0-9_.][\w.-]*[\w-]|\w))*/g;

function once(words: readonly Word[]): readonly Word[] {
  return words.filter(({ text }, i) => words.findIndex((one) => one.text === text) === i);
}
