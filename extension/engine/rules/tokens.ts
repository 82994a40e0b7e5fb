import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { SectionKey } from '../model/schema.ts';

/**
 * What a rule that reads these places depends on: names of kinds (their front matter) and of sections.
 * `*` stands for every document.
 */
export function tokensOf(reads: readonly string[]): ReadonlySet<string> {
  const tokens = new Set<string>();
  for (const read of reads) {
    const slash = read.indexOf('/');
    const kind = read.slice(0, slash);
    const rest = read.slice(slash + 1);
    const section = sectionNamed(rest.split('.')[0]!);
    if (section) tokens.add(`section ${section}`);
    else if (kind === '*' || kind === 'file') tokens.add('*');
    else tokens.add(`kind ${kind}`);
  }
  return tokens;
}

/** What rules depend on that read `git/log` or `git/tree`. */
export const historyToken = 'kind git';

/** What rules depend on that read `codeowners/text`. */
export const filesToken = 'kind codeowners';

/** What a rule must depend on to read anything of this document. */
export function tokensIn(document: GovernedDocument): readonly string[] {
  const tokens = ['*', `kind ${document.kind}`];
  for (const key of document.sections.keys()) tokens.push(`section ${key}`);
  // A document may carry the keys of the kinds whose sections it holds (format-details 15).
  for (const section of document.sections.values()) tokens.push(`kind ${section.spec.kind}`);
  return tokens;
}

const sectionsByTitle = new Map(
  Object.values(catalogue.sections).map((section) => [section.title.toLowerCase(), section.key] as const),
);

function sectionNamed(title: string): SectionKey | undefined {
  // Front matter keys are lower case, headings are not: `goals/KPIs` is a section, `sla/maintenance` a key.
  return /^[A-Z]/.test(title) ? sectionsByTitle.get(title.toLowerCase()) : undefined;
}
