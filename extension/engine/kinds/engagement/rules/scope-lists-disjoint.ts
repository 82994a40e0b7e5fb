import type { ListItem, Section } from '../../../model/document.ts';
import { lineOf } from '../../../model/text.ts';
import { defineRule, type At, type FixDraft } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { titleIn } from '../../../values/words-in.ts';
import { say, sectionTitle } from '../../../values/say.ts';
import { titleInEach } from '../../../values/wording.ts';

/** An item of a list with where it stands. */
interface Placed {
  readonly section: Section;
  readonly item: ListItem;
  readonly index: number;
}

export default defineRule({
  code: 'ENG012',
  name: 'scope-lists-disjoint',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/In scope', 'engagement/Out of scope', 'engagement/Kept in house'],
    summary: 'Forbid an item that is in scope and out of it, or in scope and kept in house',
    severity: 'error',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    both: '"{{item}}" stands in {{first}} and in {{second}}: decide which, and take it out of the other.',
  },
  engagement(view, report) {
    const inScope = new Map<string, Placed>();
    const repeated = new Set<string>();
    for (const placed of view.sections('in_scope').flatMap(itemsOf)) {
      const name = nameOf(placed.item);
      if (inScope.has(name)) repeated.add(name);
      else inScope.set(name, placed);
    }
    for (const other of [...view.sections('out_of_scope'), ...view.sections('kept_in_house')].flatMap(
      itemsOf,
    )) {
      const own = inScope.get(nameOf(other.item));
      if (own === undefined) continue;
      const [earlier, later] = isBefore(own, other) ? [own, other] : [other, own];
      const data = {
        item: quote(later.item.text),
        first: sectionTitle(earlier.section.spec),
        second: sectionTitle(later.section.spec),
      };
      report.wrong(placeOfItem(later), 'both', data, {
        related: [
          {
            at: placeOfItem(earlier),
            message: say('it stands in {{section}} here', { section: data.first }),
          },
        ],
        // Of an item that is in scope twice one would stay.
        fixes: [later, earlier]
          .filter((one) => one !== own || !repeated.has(nameOf(own.item)))
          .flatMap(withoutItem),
      });
    }
  },
});

/** Takes a one-line item out of its list. None where it is all that stands there: an empty list says nothing. */
function withoutItem({ section, item }: Placed): readonly FixDraft[] {
  const { document } = section;
  const { lineStarts, text } = document;
  const line = lineOf(lineStarts, item.span.start);
  const span = { start: lineStarts[line]!, end: lineStarts[line + 1] ?? text.length };
  const isMarked = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(text.slice(span.start, item.span.start));
  const below = /^((?:[ \t]*(?:\r\n|\r|\n))*)([ \t]*)(\S.{0,20})/.exec(text.slice(span.end, span.end + 400));
  // What is indented as far as its text belongs to it, and without an empty line everything that is no item.
  const goesOn =
    below !== null &&
    (below[2]!.replaceAll('\t', '    ').length >= item.span.start - span.start ||
      (below[1] === '' && !/^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(below[3]!)));
  if (section.items.length < 2 || !isMarked || goesOn) return [];
  const title = titleInEach((language) =>
    say('Take it out of "{{section}}"', { section: titleIn(language, section.spec) }),
  );
  return [{ title, edits: [{ document, span, text: '' }] }];
}

function itemsOf(section: Section): readonly Placed[] {
  return section.items
    .map((item, index) => ({ section, item, index }))
    .filter(({ item }) => nameOf(item) !== '');
}

/** Items are equal as names are, without a final full stop. */
function nameOf({ text }: ListItem): string {
  return foldName(text.trim().replace(/\.$/, ''));
}

function isBefore(a: Placed, b: Placed): boolean {
  const [from, to] = [a.section.document.path, b.section.document.path];
  return from === to ? a.item.span.start < b.item.span.start : from < to; // equivalent: two items never stand in one place
}

function placeOfItem({ section, item, index }: Placed): At {
  return { document: section.document, span: item.span, at: `${section.spec.title}[${index}]` };
}
