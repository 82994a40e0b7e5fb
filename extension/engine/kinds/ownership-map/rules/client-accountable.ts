import type { Named, View } from '../../../model/engagement.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { isOffSide, sideInWords } from '../../../resolve/sides.ts';
import { defineRule, type Extra, type Reporter } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { keptInHouse, type KeptItem } from '../kept-in-house.ts';
import { lettersOf } from '../raci.ts';

const messages = {
  critical:
    '"{{name}}" is on {{where}} and accountable for the critical component "{{what}}": name somebody on the client\'s side.',
  kept: '"{{name}}" is on {{where}} and accountable for "{{what}}", which is kept in house: name somebody on the client\'s side.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'OWN006',
  name: 'client-accountable',
  meta: {
    kinds: ['ownership-map'],
    reads: [
      'ownership-map/Components.Component',
      'ownership-map/Components.Accountable',
      'ownership-map/Components.Importance',
      'ownership-map/Who does what',
      'engagement/Kept in house',
      'engagement/People.Party',
      'engagement/Teams.Party',
    ],
    summary: "Require somebody on the client's side to be accountable for what is critical or kept in house",
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    leavesTo: ['OWN001'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 28(1)(a): the client stays responsible',
  },
  messages,
  engagement(view, report) {
    const kept = keptInHouse(view);
    components(view, kept, report);
    activities(view, kept, report);
  },
});

function components(view: View, kept: ReadonlyMap<string, KeptItem>, report: Report): void {
  for (const row of view.rows('components')) {
    const { accountable, importance } = row.cells;
    const name = nameOfRow(row);
    const item = name === undefined ? undefined : kept.get(foldName(name));
    const isCritical = importance?.value === 'critical';
    if (name === undefined || (!isCritical && !item)) continue;
    const [only, ...others] = view.who(accountable);
    // Of several OWN001 asks for one.
    if (!only?.target || others.length > 0 || !isOffSide(only.target, 'client')) continue;
    const data = { name: quote(only.text), where: sideInWords(only.target), what: quote(name) };
    report.wrong(partOf(accountable!, only.span), isCritical ? 'critical' : 'kept', data, relatedTo(item));
  }
}

function activities(view: View, kept: ReadonlyMap<string, KeptItem>, report: Report): void {
  for (const row of view.rows('who_does_what')) {
    const name = nameOfRow(row) ?? '';
    const item = kept.get(foldName(name));
    if (!item) continue;
    const accountable = lettersOf(row).filter(({ letter }) => letter === 'A' || letter === 'R/A');
    const [only, ...others] = accountable;
    const target: Named | undefined = only && view.headed(only.header).target;
    if (!only || others.length > 0 || !target || !isOffSide(target, 'client')) continue;
    const data = { name: quote(only.header.text), where: sideInWords(target), what: quote(name) };
    report.wrong(only.field, 'kept', data, relatedTo(item));
  }
}

function relatedTo(kept: KeptItem | undefined): Extra {
  if (!kept) return {};
  const { document, item } = kept;
  return { related: [{ at: { document, span: item.span }, message: say('kept in house') }] };
}
