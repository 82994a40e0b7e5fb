import type { GovernedDocument, Section } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Said } from '../model/said.ts';
import type { KindKey } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { say } from '../values/say.ts';
import { entrySpan } from '../parse/entry-span.ts';
import { saysSame, writtenValue } from './matter-entries.ts';

/** A way with keys: what goes along with the sections, and what the first document loses of them. */
export interface KeyWay {
  readonly entries: readonly Span[];
  readonly lost: readonly Span[];
}

/**
 * The keys of the kind move; where sections of the kind stay, which may need them too, they may stand in both documents, or
 * stay.
 */
export function keyWays(
  from: GovernedDocument,
  { kind, document }: { readonly kind: KindKey; readonly document?: GovernedDocument },
  sections: readonly Section[],
): readonly KeyWay[] | Said {
  const common = new Set(catalogue.kinds.people.keys.map(({ key }) => key));
  const own = new Set(catalogue.kinds[from.kind].keys.map(({ key }) => key));
  const keys = catalogue.kinds[kind].keys
    .map(({ key }) => key)
    .filter((key) => !common.has(key) && !own.has(key) && from.keyPlaces.has(key));
  const entries: Span[] = [];
  const spans: Span[] = [];
  for (const key of keys) {
    const span = entrySpan(from, key);
    const [value, theirs] = [writtenValue(from, key), document && writtenValue(document, key)];
    if (!span) return unmovable(from.path);
    spans.push(span);
    if (theirs === undefined) entries.push(span);
    else if (!saysSame(value ?? '', theirs))
      return disagreement(
        key,
        { path: from.path, value: value ?? '' },
        { path: document!.path, value: theirs },
      );
  }
  const move = { entries: inOrder(entries), lost: spans };
  const isShared = [...from.sections.values()].some(
    (section) => !sections.includes(section) && catalogue.kinds[kind].sections.includes(section.key),
  );
  if (keys.length === 0 || !isShared) return [move];
  return [move, { ...move, lost: [] }, { entries: [], lost: [] }];
}

/** Two values of a key of which neither may be lost. */
export function disagreement(
  key: string,
  one: { readonly path: string; readonly value: string },
  other: { readonly path: string; readonly value: string },
): Said {
  return say(
    '"{{key}}" is "{{value}}" in "{{path}}" and "{{other}}" in "{{second}}": make them the same first.',
    {
      key,
      value: one.value,
      path: one.path,
      other: other.value,
      second: other.path,
    },
  );
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => a.start - b.start);
}

/** Why nothing can be moved out of a document or into it. */
export function unfit({ path, problems, keysEnd, isOpenAtEnd }: GovernedDocument): Said | undefined {
  if (keysEnd === undefined || problems.some(({ code }) => code === 'DOC001')) return unmovable(path);
  return isOpenAtEnd
    ? say('"{{path}}" ends within code or HTML that nothing closes: close it first.', { path })
    : undefined;
}

function unmovable(path: string): Said {
  return say('The front matter of "{{path}}" is not written so that a key can move: mend it first.', {
    path,
  });
}
