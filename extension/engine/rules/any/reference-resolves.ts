import { formerNames } from '../../resolve/former-names.ts';
import { namesIn } from '../../resolve/names-in.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { peopleByCalling } from '../../resolve/people-called.ts';
import { isOnlyInEnded, nearName } from '../../resolve/near-name.ts';
import { mayNameNothing } from '../../resolve/uses-in.ts';
import type { Field, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { catalogue } from '../../model/generated/catalogue.ts';
import type { NameIn } from '../../model/name-in.ts';
import type { SaidPart } from '../../model/said.ts';
import type { SectionKey } from '../../model/schema.ts';
import { fold, foldName } from '../../values/fold.ts';
import { everybodyWords } from '../../values/grammar-words.ts';
import { nearMiss } from '../../values/near-miss.ts';
import { quote } from '../../values/quote.ts';
import { listSaid, quoted, words } from '../../values/say.ts';
import { defineRule, type At, type Reporter } from '../define.ts';
import { isRuleName, ruleNames } from '../generated/rule-names.ts';
import { partOf } from '../place-of.ts';
import { nameReplacement, replacement } from '../replacement.ts';

const messages = {
  unknown: '"{{name}}" names no {{what}} of this engagement: write a name that it has, or add the row.',
  near: '"{{name}}" names no {{what}} of this engagement; did you mean "{{near}}"?',
  former:
    '"{{name}}" is called "{{now}}" now: write that; only what is history keeps the name that it was written with.',
  several: '"{{name}}" may be {{people}}: write which of them is meant.',
  everybody: '"{{name}}" does not say who: name a team, for example {{teams}}.',
  ended: '"{{name}}" stands only in a document that has ended: refer to something that still holds.',
  target: 'The link to "{{target}}" leads nowhere: no such file or heading stands in the workspace.',
  rule: '"{{name}}" is no rule: write a code such as OWN009, or its name.',
} as const;

type Callings = ReturnType<typeof peopleByCalling>;
type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'DOC003',
  name: 'reference-resolves',
  meta: {
    kinds: ['*'],
    reads: ['*/owner', '*/counterpart', 'file/links', 'file/tables'],
    summary: 'Require every name and link in a value or cell to lead to something of the engagement',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    unacceptable: true,
    leavesTo: ['DOC018', 'DOC020', 'PRC002', 'SGN001'],
    since: '0.1.0',
  },
  messages,
  document(document, view, report) {
    // Asked for by few documents, and for each of their unknown names.
    let called: Callings | undefined;
    const callings = (): Callings => (called ??= peopleByCalling(view.rows('people')));
    let unread: ReturnType<typeof namesUnread> | undefined;
    for (const name of namesIn(document, view, (field) => mayNameNothing(field, view))) {
      const { field, header } = name;
      if (field && name.kind === 'rule') checkRule(field, report);
      else if (name.standing !== 'unknown' || !isJudged(name)) continue;
      else if ((unread ??= namesUnread(view))(name)) continue;
      else if (field && (name.kind === 'link' || name.kind === 'path'))
        sayNoTarget(name, field, view, report);
      else if (field) sayUnknown(name, partOf(field, name.span), field, view, callings, report);
      else if (header) {
        const { section, source } = header;
        const at = { document, span: name.span, at: `${section.spec.title}.${name.text}` };
        sayUnknown(name, at, { document, source }, view, callings, report);
      }
    }
  },
});

/**
 * Whether a name stands in a document of which DOC020 says that a table with such names is not read: mending that is
 * what has to be done, and then each name is judged.
 */
function namesUnread({ documents }: View): (name: NameIn) => boolean {
  const words = new Map<SectionKey, Set<string>>();
  for (const { problems, text } of documents) {
    const unread = new Set(problems.flatMap((one) => (one.code === 'DOC020' && one.unread) || []));
    for (const key of unread) {
      const known = words.get(key) ?? new Set();
      for (const word of wordsOf(text)) known.add(word);
      words.set(key, known);
    }
  }
  return (name) => {
    const sections = name.kind === 'who' ? whoSections : name.kind === 'row' ? name.of : [];
    return sections.some((key) => {
      const known = words.get(key === 'candidates' ? 'scores' : (key as SectionKey));
      return known !== undefined && wordsOf(name.text).every((word) => known.has(word));
    });
  };
}

function wordsOf(text: string): readonly string[] {
  return fold(text).split(/[^\p{L}\p{N}]+/u);
}

const whoSections = ['people', 'teams'] as const;

/**
 * What no other rule speaks of: PRC002 is the reference rule of Steps, where a role may stand too, and SGN001 that of
 * sign-offs, whose document key is no link.
 */
function isJudged({ kind, field }: NameIn): boolean {
  switch (kind) {
    case 'who':
      return field?.row?.section.key !== 'steps';
    case 'row':
    case 'anchor':
    case 'link':
      return true;
    case 'path':
      return field?.spec.key === 'knowledge_transfer';
    default:
      return false;
  }
}

function sayUnknown(
  name: NameIn,
  at: At,
  place: Pick<Field, 'document' | 'source' | 'row'>,
  view: View,
  callings: () => Callings,
  report: Report,
): void {
  const { text, span, header } = name;
  const now = nowCalled(name, view);
  if (now !== undefined) {
    const fixes = nameReplacement(place, span, now, header !== undefined || place.row !== undefined);
    report.wrong(at, 'former', { name: quote(text), now: quote(now) }, { fixes });
    return;
  }
  if (isOnlyInEnded(name, view)) {
    report.wrong(at, 'ended', { name: quote(text) });
    return;
  }
  if (name.kind === 'who' && sayWhich(name, at, place, view, callings(), report)) return;
  const what = whatFor(name);
  const near = nearName(name, place.document, view);
  if (near === undefined) report.wrong(at, 'unknown', { name: quote(text), what });
  else {
    const isCell = header !== undefined || place.row !== undefined;
    const fixes = nameReplacement(place, span, near, isCell);
    report.wrong(at, 'near', { name: quote(text), what, near: quote(near) }, { fixes });
  }
}

/** What somebody wrote by a name that it had before; at the head of a column it is somebody's. */
function nowCalled({ text, field }: NameIn, view: View): string | undefined {
  return formerNames(view)?.nowOf(field?.spec.type ?? who, text);
}

const who = { is: 'who' } as const;

/** Offers the people of whom several have such a name or role, and the teams for what means everybody. */
function sayWhich(
  { text, span, header }: NameIn,
  at: At,
  place: Pick<Field, 'document' | 'source' | 'row'>,
  view: View,
  callings: Callings,
  report: Report,
): boolean {
  const people = callings.get(foldName(text)) ?? [];
  const isEverybody = people.length === 0 && everybodyWords.has(fold(text));
  const rows = isEverybody ? view.rows('teams') : people;
  const names = (rows as readonly unknown[] as readonly Row[]).flatMap((row) => nameOfRow(row) ?? []);
  const offered = names.slice(0, offersAtMost);
  if (offered.length === 0 || (!isEverybody && offered.length === 1)) return false;
  const isCell = header !== undefined || place.row !== undefined;
  const fixes = offered.flatMap((one) => nameReplacement(place, span, one, isCell));
  const quotedNames = listSaid(offered.map(quoted), 'or');
  if (isEverybody) report.wrong(at, 'everybody', { name: quote(text), teams: quotedNames }, { fixes });
  else report.wrong(at, 'several', { name: quote(text), people: quotedNames }, { fixes });
  return true;
}

/** Of people or teams that a finding names. */
const offersAtMost = 5;

function whatFor(name: NameIn): SaidPart {
  const or = (what: readonly string[]): SaidPart =>
    listSaid(
      what.map((word) => words(word, 'what')),
      'or',
    );
  if (name.kind === 'row') return or(name.of.map(wordFor));
  if (name.kind === 'anchor') return words('milestone', 'what');
  const isHolder = name.header?.section.spec.further?.headers === 'holders';
  return or(isHolder ? ['team', 'person'] : ['person', 'team', 'party']);
}

const otherWords: Readonly<Record<string, string>> = { candidates: 'candidate', any: 'row' };

/** What a row of a section is called: by the heading of its first column, in small letters unless it is short for something. */
function wordFor(key: string): string {
  const other = otherWords[key];
  if (other !== undefined) return other;
  const word = catalogue.sections[key as SectionKey].columns[0]!.title;
  return word === word.toUpperCase() ? word : word.toLowerCase();
}

function checkRule(field: Field, report: Report): void {
  const name = field.source.text.trim();
  if (isRuleName(name)) return;
  const near = nearMiss(name, ruleNames);
  const fixes = near === undefined ? [] : nameReplacement(field, field.source.span, near, true);
  report.wrong(field, 'rule', { name: quote(name) }, { fixes });
}

function sayNoTarget(name: NameIn, field: Field, view: View, report: Report): void {
  const { text, span } = name;
  const near = nearName(name, field.document, view);
  // What a reference leads to may stand where it is defined, in another paragraph.
  const fixes = near === undefined ? [] : [replacement(field, span, near)];
  report.wrong(partOf(field, span), 'target', { target: quote(text) }, { fixes });
}
