import type { Position } from '../model/text.ts';

/** The platforms that read a file called CODEOWNERS. */
export type OwnersPlatform = 'github' | 'gitlab';

/** A word of a file with its place. */
export interface Word {
  readonly text: string;
  readonly at: Position;
}

/** A line of CODEOWNERS that counts. */
export interface OwnerRule {
  /** As it is written. */
  readonly pattern: Word;
  /** Those that the platform takes: none clears the ownership. */
  readonly owners: readonly Word[];
  /** Empty outside of sections. */
  readonly section: string;
  /** Takes what it matches out of its section. */
  readonly isExclusion: boolean;
}

/** A heading of GitLab. */
export interface OwnerSection {
  readonly name: Word;
  readonly isOptional: boolean;
  /** How many approvals it asks for. */
  readonly approvals: number;
}

/** What a platform reads in a CODEOWNERS file. */
export interface OwnerRules {
  readonly rules: readonly OwnerRule[];
  /** Headings, one for each time that a section is opened. */
  readonly sections: readonly OwnerSection[];
  /** Words because of which a line, or the word alone, does not count. */
  readonly skipped: readonly Word[];
}

/** The lines of a file that say something, each from its first character. */
export function ownerLines(text: string): readonly Word[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, number) => {
    const said = line.trim();
    if (said === '' || said.startsWith('#')) return [];
    return [{ text: said, at: { line: number, character: line.indexOf(said) } }];
  });
}

/** The words of a line; a backslash keeps what follows in its word, and a blank that is not of ASCII is a letter of it. */
export function wordsOf({ text, at }: Word): readonly Word[] {
  return [...text.matchAll(/(?:\\.|[^ \t\f\v\\]|\\$)+/gu)].map(({ 0: word, index }) => ({
    text: word,
    at: { line: at.line, character: at.character + index },
  }));
}
