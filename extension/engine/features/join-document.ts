import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Said } from '../model/said.ts';
import type { Span } from '../model/text.ts';
import { lineBreakOf } from '../parse/lines.ts';
import { createVocabulary } from '../parse/vocabulary.ts';
import { languageOf } from '../resolve/document-language.ts';
import { isHistory } from '../resolve/is-history.ts';
import { relativePath } from '../resolve/link-targets.ts';
import { foldName } from '../values/fold.ts';
import { say } from '../values/say.ts';
import { contentEnd, dividedBody, sectionSpan, type DividedBody } from './margin-headings.ts';
import { entrySpan } from '../parse/entry-span.ts';
import { saysSame, writtenValue } from './matter-entries.ts';
import { mergedRows } from './merged-rows.ts';
import { disagreement, unfit } from './moved-keys.ts';
import { refused, restructured, type Restructured, type RestructurableWorkspace } from './restructure.ts';
import { matterLine, titleOf } from './scaffold.ts';
import { sectionLevel, type EngagementParts } from './split-section.ts';
import { deepened, headingWords, type Part, type Placed } from './transfer.ts';

/** Moves all of a document into another one, by default that of the engagement; its file goes. */
export async function joinDocument(
  workspace: RestructurableWorkspace,
  engagement: EngagementParts,
  path: string,
  into: string | undefined,
): Promise<Restructured> {
  const { documents, lead } = engagement;
  const from = documents.find((one) => one.path === path);
  const to = into === undefined ? lead : documents.find((one) => one.path === into);
  if (!from) return refused(say('"{{file}}" is no document of the engagement.', { file: path }));
  if (!to)
    return refused(
      into === undefined
        ? say('The engagement has no document of its own in force: name one with --into.')
        : say('"{{file}}" is no document of the engagement.', { file: into }),
    );
  const problem = unjoinable(from, to) ?? unfit(from) ?? unfit(to);
  if (problem) return refused(problem);
  const lost = disagreements(from, to);
  if (lost.length > 0) return refused(...lost);
  const keys = joinedKeys(from, to, engagement);
  if ('template' in keys) return refused(keys);
  const placed = bodyJoined(from, to, engagement);
  if ('template' in placed) return refused(placed);
  return await restructured(workspace, [
    { from, to: { path: to.path, document: to }, placed: [...keys, ...placed] },
  ]);
}

function unjoinable(from: GovernedDocument, to: GovernedDocument): Said | undefined {
  const { path, kind } = from;
  if (from === to) return say('"{{path}}" cannot be joined to itself.', { path });
  if (kind === 'engagement')
    return say('"{{path}}" is the document of the engagement: others are joined to it.', { path });
  const past = [from, to].find(isHistory);
  if (past) return say('"{{path}}" is history: it stays as it was written.', { path: past.path });
  if (catalogue.kinds[kind].isSeries)
    return say('"{{path}}" is one of many of its kind, and each is a document of its own.', { path });
  const own = [...from.sections.values()].find(({ spec }) => spec.ownKindOnly && spec.kind !== to.kind);
  return own && say('"{{section}}" stands only in documents of its own kind.', { section: own.heading.text });
}

/** Keys that go with the document: what it is called, what kind it is, and where it stood. */
const ownKeys: ReadonlySet<string> = new Set(['kind', 'title', 'formerly']);

/** The keys of which both documents have a value, and not the same. */
function disagreements(from: GovernedDocument, to: GovernedDocument): readonly Said[] {
  return [...from.keyPlaces.keys()].flatMap((key) => {
    const [value = '', theirs] = [writtenValue(from, key), writtenValue(to, key)];
    return ownKeys.has(key) || value === '' || theirs === undefined || saysSame(value, theirs)
      ? []
      : [disagreement(key, { path: from.path, value }, { path: to.path, value: theirs })];
  });
}

/** The keys that the other document does not have, and where the document stood. */
function joinedKeys(
  from: GovernedDocument,
  to: GovernedDocument,
  { folder }: EngagementParts,
): readonly Placed[] | Said {
  const breaks = lineBreakOf(to.text);
  const parts: Part[] = [];
  for (const key of from.keyPlaces.keys()) {
    if (ownKeys.has(key)) continue;
    const theirs = writtenValue(to, key);
    const span = entrySpan(from, key);
    if (!span || (to.keyPlaces.has(key) && theirs === undefined))
      return say('"{{key}}" of "{{path}}" cannot be taken over as it is written.', { key, path: from.path });
    if (theirs === undefined) parts.push(span);
  }
  const former = [
    writtenValue(to, 'formerly'),
    writtenValue(from, 'formerly'),
    relativePath(folder === '' ? '' : `${folder}/.`, from.path),
  ].filter((path) => path !== undefined && path !== '');
  const line = `${matterLine('formerly', former.join(', '))}${breaks}`;
  return withFormer(to, parts, line);
}

/** The line that says where the document stood, in place of the one that is there. */
function withFormer(to: GovernedDocument, parts: readonly Part[], line: string): readonly Placed[] | Said {
  const at = to.keysEnd ?? 0;
  if (!to.keyPlaces.has('formerly')) return [{ at, parts: [...parts, line] }];
  const path = to.keys.formerly?.source;
  if (!path || path.items)
    return say('"{{key}}" of "{{path}}" cannot be taken over as it is written.', {
      key: 'formerly',
      path: to.path,
    });
  const added = line.slice(line.indexOf(path.text) + path.text.length).trimEnd();
  return [{ at: path.span.end, parts: [added] }, ...(parts.length > 0 ? [{ at, parts }] : [])];
}

/** Everything below the front matter at the end of the other document, but for rows that go below others of their section. */
function bodyJoined(
  from: GovernedDocument,
  to: GovernedDocument,
  engagement: EngagementParts,
): readonly Placed[] | Said {
  const body = dividedBody(from);
  const own = dividedBody(to);
  const placed: Placed[] = [];
  const gone: Span[] = [];
  for (const section of from.sections.values()) {
    if (section.within || !to.sections.has(section.key)) continue;
    const rows = mergedRows(section, body, to);
    if (!rows)
      return say(
        '"{{path}}" has "{{section}}" too, and not as one table under the same headers: join them by hand first.',
        { path: to.path, section: section.heading.text },
      );
    placed.push(rows);
    gone.push(sectionSpan(from, section, body));
  }
  const title = titleParts(from, body, own, engagement);
  const parts = [...title, ...restOf(from, body, own, gone, title.length > 0)];
  const breaks = lineBreakOf(to.text);
  const end = contentEnd(to.text, { start: 0, end: to.text.length });
  const hasMore = parts.some((part) => typeof part === 'string' || part.end > part.start);
  return hasMore ? [...placed, { at: end, parts: [breaks, breaks, ...parts] }] : placed;
}

/** Where the title of a document ends; undefined where its first heading is none. */
function titleIn({ headings }: DividedBody): DividedBody['headings'][number] | undefined {
  const [first] = headings;
  const isOnly = headings.filter(({ level }) => level === 1).length === 1;
  return first?.level === 1 && isOnly && !first.isSection ? first : undefined;
}

/** The title as a heading like those of sections, with what stands above and below it; nothing where it says the kind alone. */
function titleParts(
  from: GovernedDocument,
  body: DividedBody,
  own: DividedBody,
  { lead, defaultLanguage, aliases }: EngagementParts,
): readonly Part[] {
  const title = titleIn(body);
  if (!title) return [];
  const { text } = from;
  const words = headingWords(text, title.lines);
  const usual = titleOf(from.kind, languageOf(from, { lead, defaultLanguage }));
  const next = body.headings[1]?.lines.start ?? text.length;
  const says =
    foldName(text.slice(words.start, words.end)) !== foldName(usual) ||
    text.slice(title.lines.end, next).trim() !== '';
  const above = { start: firstText(text, body.start), end: title.lines.start };
  const parts: Part[] = above.end > above.start ? [above] : [];
  const { sectionsNamed } = createVocabulary(catalogue, aliases);
  // A heading that is called as a section would be one, and a paragraph would belong to the section above it.
  const isName = sectionsNamed(text.slice(words.start, words.end)).length > 0;
  const marks = '#'.repeat(sectionLevel(own));
  if (says) parts.push(isName ? `${marks} ${usual}: ` : `${marks} `, words);
  return parts;
}

/** What follows the title, without the sections whose rows went elsewhere. */
function restOf(
  from: GovernedDocument,
  body: DividedBody,
  own: DividedBody,
  gone: readonly Span[],
  isTitled: boolean,
): readonly Part[] {
  const { text } = from;
  const title = titleIn(body);
  const deeper = sectionLevel(own) - sectionLevel(body);
  const start = title ? contentEnd(text, title.lines) : body.start;
  let at = isTitled ? start : firstText(text, title?.lines.end ?? start);
  const kept: Span[] = [];
  for (const span of [...gone].sort((a, b) => a.start - b.start)) {
    kept.push({ start: at, end: span.start });
    at = span.end;
  }
  kept.push({ start: at, end: text.length });
  // Blank lines at the end would be more than the other document ends with.
  while (kept.length > 0 && text.slice(kept.at(-1)!.start, kept.at(-1)!.end).trim() === '') kept.pop();
  const last = kept.pop();
  if (last) kept.push({ start: last.start, end: contentEnd(text, last) });
  return kept.flatMap((span) => deepened(text, span, body.headings, deeper));
}

function firstText(text: string, from: number): number {
  const at = text.slice(from).search(/\S/);
  return at < 0 ? text.length : from + at;
}
