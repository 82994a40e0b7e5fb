import type { GovernedDocument, Section } from '../model/document.ts';
import type { Language } from '../model/language.ts';
import type { Said } from '../model/said.ts';
import type { KindKey } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import type { Aliases } from '../parse/vocabulary.ts';
import { lineBreakOf } from '../parse/lines.ts';
import { languageOf } from '../resolve/document-language.ts';
import { isHistory } from '../resolve/is-history.ts';
import { isFilled } from '../resolve/is-filled.ts';
import { say } from '../values/say.ts';
import { contentEnd, dividedBody, sectionSpan, type DividedBody } from './margin-headings.ts';
import { mergedRows } from './merged-rows.ts';
import { keyWays, unfit } from './moved-keys.ts';
import { refused, restructured, type Restructured, type RestructurableWorkspace } from './restructure.ts';
import { fileNameOf, matterLine, titleOf } from './scaffold.ts';
import { boundSections, homeOf, isAtHome, sectionsMeant } from './section-home.ts';
import { deepened, isWithin, type Part, type Placed, type Transfer } from './transfer.ts';

/** The engagement in which something is to move. */
export interface EngagementParts {
  readonly folder: string;
  readonly lead: GovernedDocument | undefined;
  readonly documents: readonly GovernedDocument[];
  readonly defaultLanguage: Language | undefined;
  readonly aliases: Aliases;
}

/** A section that may stand in a document of its own. */
export interface SplitOffer {
  readonly section: Section;
  readonly kind: KindKey;
}

/** The sections of documents in use that are of another kind than the document they stand in. */
export function splitOffers({ documents }: Pick<EngagementParts, 'documents'>): readonly SplitOffer[] {
  return documents
    .filter((document) => !isHistory(document))
    .flatMap((document) =>
      [...document.sections.values()].flatMap((section): readonly SplitOffer[] => {
        const kind = homeOf(section.key);
        const isOwn = document.kind === 'engagement' ? !kind : isAtHome(document, section.key);
        return isOwn || section.within || !kind ? [] : [{ section, kind }];
      }),
    );
}

/**
 * Moves sections to the document of their kind, a new one where there is none. `asked` are headings or keys of sections,
 * or a kind, in either language; all must be of one kind and stand in one document.
 */
export async function splitSection(
  workspace: RestructurableWorkspace,
  engagement: EngagementParts,
  asked: readonly string[],
): Promise<Restructured> {
  const offers = splitOffers(engagement);
  const meant: SplitOffer[] = [];
  for (const one of asked) {
    const sections = sectionsMeant(
      one,
      offers.map(({ section }) => section),
      engagement.aliases,
    );
    const all = offers.filter(({ section }) => sections.includes(section));
    const inLead = all.filter(({ section }) => section.document === engagement.lead);
    const found = inLead.length > 0 ? inLead : all;
    if (found.length === 0) return refused(notFound(one, engagement));
    meant.push(...found.filter((offer) => !meant.includes(offer)));
  }
  const [first] = meant;
  if (!first) return refused();
  const other = meant.find(
    ({ section, kind }) => kind !== first.kind || section.document !== first.section.document,
  );
  if (other)
    return refused(
      say(
        '"{{one}}" of "{{path}}" and "{{other}}" of "{{second}}" do not go to one document: split one after the other.',
        {
          one: first.section.heading.text,
          path: first.section.document.path,
          other: other.section.heading.text,
          second: other.section.document.path,
        },
      ),
    );
  const sections = meant.map(({ section }) => section);
  return await splitOff(workspace, engagement, sections, first.kind);
}

/** Moves these sections, of one document and one kind. */
export async function splitOff(
  workspace: RestructurableWorkspace,
  engagement: EngagementParts,
  sections: readonly Section[],
  kind: KindKey,
): Promise<Restructured> {
  const transfers = splitTransfers(sections, kind, engagement);
  return 'template' in transfers ? refused(transfers) : await restructured(workspace, transfers);
}

function notFound(asked: string, { documents, aliases }: EngagementParts): Said {
  const all = documents.flatMap(({ sections }) => [...sections.values()]);
  const [section] = sectionsMeant(asked, all, aliases);
  if (!section) return say('No section "{{asked}}" stands in these documents.', { asked });
  const { heading, document, within } = section;
  const data = { section: heading.text, path: document.path };
  if (within)
    return say('"{{section}}" in "{{path}}" stands in the tables of another section: split that one.', data);
  if (isHistory(document))
    return say('"{{section}}" in "{{path}}" is history: it stays as it was written.', data);
  return say('"{{section}}" in "{{path}}" stands where it belongs.', data);
}

/** Where sections go. */
interface Target {
  readonly kind: KindKey;
  readonly path: string;
  readonly document?: GovernedDocument;
}

/** Ways to move these sections, the likeliest first; or why there is none. */
function splitTransfers(
  sections: readonly Section[],
  kind: KindKey,
  engagement: EngagementParts,
): readonly Transfer[] | Said {
  const from = sections[0]!.document;
  const left = boundSections(from, kind).filter((section) => !sections.includes(section));
  if (left.length > 0 && left.length < boundSections(from, kind).length)
    return say(
      '{{sections}} of "{{path}}" hold for one another with what is to move: name them too, or {{kind}} for all.',
      {
        sections: left.map(({ heading }) => `"${heading.text}"`).join(', '),
        path: from.path,
        kind: `"${kind}"`,
      },
    );
  const target = targetFor(kind, from, engagement);
  if ('template' in target) return target;
  const problem = unfit(from) ?? (target.document && unfit(target.document));
  if (problem) return problem;
  const body = dividedBody(from);
  const spans = sections.map((section) => sectionSpan(from, section, body));
  const scattered = sections.find((section, i) => !standsWithin(section, spans[i]!));
  if (scattered)
    return say('"{{section}}" is read from several places of "{{path}}": write it below one heading first.', {
      section: scattered.heading.text,
      path: from.path,
    });
  const placed = bodyPlaced(sections, spans, body, target);
  if ('template' in placed) return placed;
  const removed = removedSpans(from, spans);
  const ways = keyWays(from, target, sections);
  return 'template' in ways
    ? ways
    : ways.map(({ entries, lost }) => ({
        from,
        to: target,
        placed: withMatter(placed, entries, from, target, engagement),
        removed: [...lost, ...removed],
      }));
}

/** The document that holds sections of this kind, or the path of a new one. */
function targetFor(
  kind: KindKey,
  from: GovernedDocument,
  { folder, documents }: EngagementParts,
): Target | Said {
  const name = fileNameOf(kind, new Map());
  const path = folder === '' ? name : `${folder}/${name}`;
  const of = documents.filter((one) => one.kind === kind && one !== from && !isHistory(one));
  const document = of.find((one) => one.path === path) ?? (of.length === 1 ? of[0] : undefined);
  if (document) return { kind, path: document.path, document };
  if (of.length > 1)
    return say('There are {{n}} documents that could take it: {{files}}. Move it by hand.', {
      n: String(of.length),
      files: of.map((one) => `"${one.path}"`).join(', '),
    });
  if (documents.some((one) => one.path === path))
    return say('"{{path}}" stands there already, and is another document.', { path });
  return { kind, path };
}

function standsWithin({ rows, items, lines }: Section, around: Span): boolean {
  return [...rows, ...items, ...lines].every(({ span }) => isWithin(span, around));
}

/** Whole sections that nothing but blank lines divides are one piece; at the end of the file its last line break stays. */
function removedSpans({ text }: GovernedDocument, spans: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last?.end === start) last.end = end;
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) =>
    end < text.length
      ? { start, end }
      : { start: contentEnd(text, { start: 0, end: start }), end: contentEnd(text, { start, end }) },
  );
}

/** The sections at the end of their new document, or below the rows that it has. */
function bodyPlaced(
  sections: readonly Section[],
  spans: readonly Span[],
  body: DividedBody,
  { document }: Target,
): readonly Placed[] | Said {
  const { text } = sections[0]!.document;
  const breaks = lineBreakOf(text);
  const level = document ? sectionLevel(dividedBody(document)) : 2;
  const added: Part[] = [];
  const placed: Placed[] = [];
  for (const [i, section] of sections.entries()) {
    const span = spans[i]!;
    if (document?.sections.has(section.key)) {
      const rows = mergedRows(section, body, document);
      if (!rows)
        return say(
          '"{{path}}" has "{{section}}" too, and not as one table under the same headers: join them by hand first.',
          {
            path: document.path,
            section: section.heading.text,
          },
        );
      placed.push(rows);
      continue;
    }
    const own = body.headings.find(({ lines }) => lines.start === span.start)?.level ?? level;
    const inner = { start: span.start, end: contentEnd(text, span) };
    added.push(breaks, breaks, ...deepened(text, inner, body.headings, level - own));
  }
  const at = document ? contentEnd(document.text, { start: 0, end: document.text.length }) : 0;
  return added.length > 0 ? [...placed, { at, parts: added }] : placed;
}

/** The level at which the sections of a document stand. */
export function sectionLevel({ headings }: DividedBody): number {
  return headings.find(({ isSection }) => isSection)?.level ?? 2;
}

/** What comes to stand in the new document, or in the one that is there, with its front matter. */
function withMatter(
  placed: readonly Placed[],
  entries: readonly Span[],
  from: GovernedDocument,
  { kind, document }: Target,
  { lead, defaultLanguage }: EngagementParts,
): readonly Placed[] {
  if (document)
    return entries.length === 0 ? placed : [{ at: document.keysEnd ?? 0, parts: entries }, ...placed];
  const breaks = lineBreakOf(from.text);
  const title = titleOf(kind, languageOf(from, { lead, defaultLanguage }));
  const head = [
    '---',
    matterLine('kind', kind),
    matterLine('title', title),
    ...takenOver.flatMap((key) => {
      const field = from.keys[key];
      return field && isFilled(field) ? [matterLine(key, field.source.text)] : [];
    }),
  ];
  const parts: readonly Part[] = [
    `${head.join(breaks)}${breaks}`,
    ...entries,
    `---${breaks}${breaks}# ${title}`,
    ...placed.flatMap((one) => one.parts),
    breaks,
  ];
  return [{ at: 0, parts }];
}

/** Keys of every kind that hold for a section as they held for the document it leaves. */
const takenOver = ['status', 'owner', 'counterpart', 'valid_from', 'review_every', 'language'] as const;
