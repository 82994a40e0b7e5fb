import { missingKinds } from '../../../resolve/phase-documents.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid } from '../../../values/say.ts';
import { askedKind } from '../asked-kinds.ts';

export default defineRule({
  code: 'ENG004',
  name: 'phase-documents-present',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/phase', '*/kind', '*/status', 'kt-plan/direction', 'exit-plan/Phases'],
    summary: 'Require the documents that the phase asks for',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    kinds: {
      message:
        'The phase "{{phase}}" asks for {{kinds}}, and nothing active is: write what is missing, or finish its draft.',
      ask: 'The phase "{{phase}}" asks for {{kinds}}: who writes what is missing?',
      how: 'Begin a new document for each, or move the phase to where the engagement stands.',
    },
  },
  engagement(view, report) {
    const phase = view.lead?.keys.phase;
    const lacking = missingKinds(view, phase?.value);
    if (phase?.value === undefined || lacking.length === 0) return;
    const its = phase.value;
    const kinds = listSaid(lacking.map((kind) => askedKind(kind, its)));
    report.missing(phase, 'kinds', { phase: quote(phase.source.text), kinds });
  },
});
