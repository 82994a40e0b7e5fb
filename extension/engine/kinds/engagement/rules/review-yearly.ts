import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Duration } from '../../../model/value.ts';
import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isLongerWhenever } from '../../../resolve/compared-lengths.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { filled } from '../../../rules/fill.ts';
import { keyWith } from '../../../rules/insert.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { replacement } from '../../../rules/replacement.ts';
import { lengthIn } from '../../../values/length-in.ts';
import { quote } from '../../../values/quote.ts';

const year: Duration = { n: '1', unit: 'year', working: false };
const written = lengthIn(year.n, year);

export default defineRule({
  code: 'LAW017',
  name: 'review-yearly',
  meta: {
    kinds: ['engagement', 'exit-plan'],
    reads: [
      'engagement/review_every',
      'exit-plan/review_every',
      'exit-plan/Options.Option',
      'exit-plan/Handover items.Item',
      'engagement/office_hours',
      'engagement/zone',
    ],
    summary: 'Require a review of the engagement and its exit plan at least once a year',
    severity: 'warning',
    scope: 'W',
    profiles: ['dora'],
    since: '0.1.0',
    source:
      'based on Regulation (EU) 2024/1773 Art. 3(1), which asks it of the policy on contracts for what is critical or important',
  },
  messages: {
    longer: '"{{every}}" is longer than a year: have it reviewed at least once a year.',
    never: '"{{every}}" means that it is never reviewed: have it reviewed at least once a year.',
  },
  missing: {
    every: {
      message: 'Nothing says how often this is reviewed: add "review_every" with a year at most.',
      ask: 'How often do you look whether this still holds?',
      how: 'Write it behind "review_every:" in the front matter, for example 1 year.',
    },
  },
  engagement(view, report) {
    for (const document of view.documents) {
      if (!isAsked(document, view)) continue;
      const every = document.keys.review_every;
      if (every === undefined)
        report.missing(fenceOf(document), 'every', {}, keyWith(document, 'review_every', written));
      else if (!isFilled(every)) report.missing(every, 'every', {}, { fixes: filled(every, written) });
      else if (every.value !== undefined) {
        const isNever = every.value === 'none';
        if (!isNever && !isLongerWhenever(every.value, year, view)) continue;
        const fixes = [replacement(every, every.source.span, written)];
        report.wrong(every, isNever ? 'never' : 'longer', { every: quote(every.source.text) }, { fixes });
      }
    }
  },
});

function isAsked(document: GovernedDocument, view: View): boolean {
  return document === view.lead || isAskedOf(document, 'exit-plan');
}
