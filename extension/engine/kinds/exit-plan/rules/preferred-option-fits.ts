import { compareDurations } from '../../../calendar/compare-durations.ts';
import { exitTimeline } from '../../../calendar/exit-timeline.ts';
import { contractTerms, exitPlanTerms, isUnread, timelineOf } from '../../../resolve/terms.ts';
import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { DurationValue } from '../../../model/value.ts';
import { defineRule, type FixDraft } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'EXT024',
  name: 'preferred-option-fits',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Options.Takes',
      'exit-plan/Options.Preferred',
      'exit-plan/handover',
      'exit-plan/handover_ends',
      'exit-plan/prepare',
      'engagement/start',
      'engagement/end',
      'engagement/exit_help',
      'engagement/office_hours',
    ],
    summary: 'Require the handover to be as long as the preferred option takes',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    longer:
      'The preferred option "{{option}}" takes "{{takes}}", and the plan allows "{{handover}}" for the handover: allow more, or prefer another option.',
  },
  engagement(view, report) {
    for (const { document, rows } of view.sections('options')) {
      const { handover } = document.keys;
      const anchor = dayOfHandover(document, view);
      if (handover?.value === undefined || anchor === undefined) continue;
      for (const { cells } of rows) {
        const { option, takes, preferred } = cells;
        if (preferred?.value !== true || takes?.value === undefined) continue;
        if (
          compareDurations(takes.value, handover.value, { anchor, office: contractTerms(view).office }) !== 1
        )
          continue;
        const data = {
          option: quote(option?.source.text ?? ''),
          takes: quote(takes.source.text),
          handover: quote(handover.source.text),
        };
        report.wrong(takes, 'longer', data, {
          related: [{ at: handover, message: say('the time for the handover') }],
          fixes: fixesFor(takes.value, takes.source.text.trim(), document, view),
        });
      }
    }
  },
});

/** The latest handover start; without an end the start of the contract. */
function dayOfHandover(document: GovernedDocument, view: View): string | undefined {
  const { end, start } = view.lead?.keys ?? {};
  const day = timelineOf(view, document).latestHandoverStart;
  return day ?? (isUnread(end) || end?.value !== undefined ? undefined : start?.value);
}

/** A handover as long as the option, unless preparing would then begin before the contract. */
function fixesFor(
  takes: DurationValue,
  text: string,
  document: GovernedDocument,
  view: View,
): readonly FixDraft[] {
  const terms = contractTerms(view);
  const { latestPreparationStart } = exitTimeline(terms, { ...exitPlanTerms(document), handover: takes });
  const isTooEarly =
    latestPreparationStart !== undefined && terms.start !== undefined && latestPreparationStart < terms.start;
  const span = document.keys.handover?.source.span;
  if (isTooEarly || span === undefined) return [];
  return [{ title: say('Set handover to {{length}}', { length: text }), edits: [{ document, span, text }] }];
}
