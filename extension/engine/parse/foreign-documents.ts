import type { GovernedDocument } from '../model/document.ts';
import { fold } from '../values/fold.ts';
import { nearMiss } from '../values/near-miss.ts';
import type { Entry } from './entry.ts';
import type { FrontMatter } from './front-matter.ts';
import { hasOwnKey, isEngagementFile, type KindMeant } from './kind-meant.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Keys of manifests, which have a `kind` of their own. */
const ofManifests: ReadonlySet<string> = new Set(['apiVersion', 'metadata']);

/** Whether front matter is of another system that says `kind` too: a manifest, or a template to be filled. */
export function isOfAnotherSystem(entries: readonly Entry[]): boolean {
  return entries.some(
    ({ key, source }) => ofManifests.has(key) || (key === 'kind' && isTemplate(source.text)),
  );
}

/** Whether a value is filled in by a generator. */
function isTemplate(text: string): boolean {
  return /\{\{|\{%|<%/.test(text.slice(0, 400));
}

/**
 * Whether a document with a kind of ours is ours (settled.md 15): it has a key of that kind or a section of it, or else
 * no key that nobody here knows. One whose kind only nearly is one of ours and that has neither is doubtful.
 */
export function standingOf(
  vocabulary: Vocabulary,
  { kind, slip }: Pick<KindMeant, 'kind' | 'slip'>,
  { entries, isTemplate: isWholeTemplate }: FrontMatter,
  document: GovernedDocument,
): 'ours' | 'doubtful' | 'foreign' {
  if (isEngagementFile(document.path) && kind.key === 'engagement') return 'ours';
  if (entries.some(({ key }) => hasOwnKey(vocabulary, kind.key, key))) return 'ours';
  if (kind.sections.some((section) => document.sections.has(section))) return 'ours';
  const all = kind.keys.map(({ key }) => key);
  const own = all.filter((key) => !vocabulary.isCommon(key));
  const others = entries.filter(({ key }) => key !== 'kind' && !vocabulary.keys.has(key));
  if (others.some(({ key }) => nearMiss(key, own) !== undefined)) return 'ours';
  const unknown = others.filter(({ key }) => {
    const word = fold(key).replace(/[_-]/g, ' ');
    return !all.some((known) => vocabulary.otherNamesOf(known).has(word)) && nearMiss(key, all) === undefined;
  });
  if (unknown.length > 0 || isWholeTemplate || entries.some(({ source }) => isTemplate(source.text)))
    return 'foreign';
  return slip && slip.id !== 'nearKindKey' ? 'doubtful' : 'ours';
}
