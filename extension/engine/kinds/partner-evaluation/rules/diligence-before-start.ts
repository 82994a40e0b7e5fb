import type { Field, GovernedDocument, Row } from '../../../model/document.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { defineRule, type At } from '../../../rules/define.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { compareText } from '../../../values/compare-text.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { withEnded } from '../evaluations.ts';

export default defineRule({
  code: 'LAW015',
  name: 'diligence-before-start',
  meta: {
    kinds: ['engagement', 'partner-evaluation'],
    reads: [
      'engagement/start',
      'engagement/importance',
      'engagement/profiles',
      'partner-evaluation/purpose',
      'partner-evaluation/Evidence',
      'partner-evaluation/Evidence.Date',
      '*/status',
    ],
    summary: 'Require evidence about the supplier from before the start',
    severity: 'info',
    scope: 'X',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC020'],
    looksIn: ['evidence'],
    since: '0.1.0',
    source: 'Regulation (EU) 2022/2554 Art. 28(4)',
  },
  messages: {
    late: '"{{date}}" is the earliest evidence on the supplier, after the start on {{start}}: add what was known before.',
  },
  missing: {
    evidence: {
      message:
        'Nothing shows that the supplier was examined before the start: add evidence to an evaluation with purpose selection.',
      ask: 'What did you know of the supplier before you chose it, and from where?',
      how: 'Write an evaluation with "purpose: selection" and a row under Evidence for each proof.',
    },
  },
  engagement(view, report) {
    const { lead } = view;
    if (lead === undefined) return;
    if (lead.keys.importance?.value !== 'critical' && !view.profiles.has('dora')) return;
    const evaluations = withEnded(view).filter(({ keys }) => keys.purpose?.value === 'selection');
    const evidence = evaluations.flatMap(({ sections }) => sections.get('evidence')?.rows ?? []);
    if (evidence.length === 0) {
      report.missing(placeOfEvidence(evaluations) ?? kindOf(lead), 'evidence', {});
      return;
    }
    const { start } = lead.keys;
    const first = earliest(evidence);
    if (start?.value === undefined || first?.value === undefined || first.value <= start.value) return;
    const data = { date: quote(first.source.text), start: start.value };
    // Of a document that has ended nothing is said.
    const { later, earlier } =
      first.document.status === 'ended'
        ? { later: start as Field, earlier: first as Field }
        : laterPlace(start, first);
    const message = later === (start as Field) ? say('the earliest evidence') : say('the start');
    report.wrong(later, 'late', data, { related: [{ at: earlier, message }] });
  },
});

/** The first evaluation of which something can be said: there the evidence would stand. */
function placeOfEvidence(evaluations: readonly GovernedDocument[]): At | undefined {
  const its = evaluations.find(({ status }) => status !== 'ended');
  return its && (its.sections.get('evidence') ?? kindOf(its));
}

/** Undefined where a date is not known: that may be the earliest. */
function earliest(rows: readonly Row<'evidence'>[]): Row<'evidence'>['cells']['date'] {
  const dates = rows.map(({ cells }) => cells.date);
  if (dates.some((date) => date?.value === undefined)) return undefined;
  return dates.sort((a, b) => compareText(a!.value!, b!.value!))[0];
}
