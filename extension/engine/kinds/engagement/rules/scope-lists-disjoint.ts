import type { ListItem, Section } from '../../../model/document.ts';
import { defineRule, type At } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';

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
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    both: '"{{item}}" stands in {{first}} and in {{second}}: decide which, and take it out of the other.',
  },
  engagement(view, report) {
    const inScope = new Map<string, Placed>();
    for (const placed of view.sections('in_scope').flatMap(itemsOf)) {
      const name = nameOf(placed.item);
      if (!inScope.has(name)) inScope.set(name, placed);
    }
    for (const other of [...view.sections('out_of_scope'), ...view.sections('kept_in_house')].flatMap(
      itemsOf,
    )) {
      const own = inScope.get(nameOf(other.item));
      if (own === undefined) continue;
      const [earlier, later] = isBefore(own, other) ? [own, other] : [other, own];
      const data = {
        item: quote(later.item.text),
        first: earlier.section.spec.title,
        second: later.section.spec.title,
      };
      report.wrong(placeOfItem(later), 'both', data, {
        related: [{ at: placeOfItem(earlier), message: `it stands in ${data.first} here` }],
      });
    }
  },
});

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
