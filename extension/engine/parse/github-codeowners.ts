import { ownerLines, wordsOf, type OwnerRule, type OwnerRules, type Word } from './owner-rules.ts';

/** "CODEOWNERS files must be under 3 MB in size": of a larger one GitHub reads nothing. */
const bytesAtMost = 3 * 1024 * 1024;

/**
 * CODEOWNERS as GitHub reads it ("About code owners" of its documentation): a line with invalid syntax is skipped, and one
 * without owners counts, since it clears them.
 */
export function readGithubCodeowners(text: string): OwnerRules {
  const rules: OwnerRule[] = [];
  const skipped: Word[] = [];
  if (!isTooLargeForGithub(text))
    for (const line of ownerLines(text)) {
      const [pattern, ...others] = beforeComment(wordsOf(line));
      const wrong =
        pattern && (isPattern(pattern.text) ? others.find(({ text: its }) => !isGithubOwner(its)) : pattern);
      if (wrong) skipped.push(wrong);
      else if (pattern) rules.push({ pattern, owners: others, section: '', isExclusion: false });
    }
  return { rules, sections: [], skipped };
}

export function isTooLargeForGithub(text: string): boolean {
  return bytesOf(text) >= bytesAtMost;
}

function beforeComment(words: readonly Word[]): readonly Word[] {
  const comment = words.findIndex(({ text }) => text.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

/** `!`, `[ ]` and `\#` of gitignore files do not work; `***` and `/` are errors that its API names. */
function isPattern(text: string): boolean {
  return !/^!|^\\#|[[\]]|\*{3}|^\/$/.test(text);
}

/** `@user`, `@org/team` or an address. */
export function isGithubOwner(text: string): boolean {
  return /^@[A-Za-z0-9][\w-]*(?:\/[\w.-]+)?$|^[^\s@]+@[^\s@]+$/.test(text);
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Both halves of a pair come to four.
    if (code >= 0x80) count += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return count;
}
