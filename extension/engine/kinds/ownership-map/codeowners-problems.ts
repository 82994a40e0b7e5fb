import { onlyHere } from '../../resolve/path-globs.ts';
import type { Codeowners } from '../../resolve/codeowners.ts';
import type { At } from '../../rules/define.ts';
import { partOf } from '../../rules/place-of.ts';
import { quote } from '../../values/quote.ts';
import { globIn } from './glob-place.ts';

/** Why CODEOWNERS cannot say what Components say. */
export const ownerMessages = {
  person:
    '"{{person}}" has neither a Handle nor an E-mail that CODEOWNERS can name: fill in one under People.',
  nobody:
    'CODEOWNERS names people, and "{{name}}" stands for none: name a person, or a team that lists its people.',
  glob: 'CODEOWNERS cannot say "{{glob}}": write it without "[ ]", "( )", "#" and "!", and what is in braces apart.',
} as const;

/** What CODEOWNERS cannot say, with its place. */
export type CodeownersProblem = { readonly at: At } & (
  | { readonly id: 'person'; readonly data: { readonly person: string } }
  | { readonly id: 'nobody'; readonly data: { readonly name: string } }
  | { readonly id: 'glob'; readonly data: { readonly glob: string } }
);

/** Each once. */
export function codeownersProblems({ unsayable, nameless }: Codeowners): readonly CodeownersProblem[] {
  const problems: CodeownersProblem[] = unsayable.map(({ paths, glob }) => ({
    at: globIn(paths, glob, onlyHere),
    id: 'glob',
    data: { glob: quote(glob) },
  }));
  const seen = new Set<string>();
  for (const { field, span, text, person } of nameless) {
    const name = person ?? text;
    if (seen.has(name)) continue;
    seen.add(name);
    const at = partOf(field, span);
    problems.push(
      person === undefined
        ? { at, id: 'nobody', data: { name: quote(text) } }
        : { at, id: 'person', data: { person: quote(person) } },
    );
  }
  return problems;
}
