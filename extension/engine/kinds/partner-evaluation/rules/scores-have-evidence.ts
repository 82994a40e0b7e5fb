import type { Row } from '../../../model/document.ts';
import { defineRule } from '../../../rules/define.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { candidatesOf, shortfallsOf } from '../shortfalls.ts';

/** How many who have worked with a candidate should be asked. */
const callsAtLeast = 2;

export default defineRule({
  code: 'SCR005',
  name: 'scores-have-evidence',
  meta: {
    kinds: ['partner-evaluation'],
    reads: [
      'partner-evaluation/Evidence.Candidate',
      'partner-evaluation/Evidence.Type',
      'partner-evaluation/Scores',
      'partner-evaluation/Criteria.Criterion',
      'partner-evaluation/Criteria.Weight',
      'partner-evaluation/Criteria.Minimum',
      'partner-evaluation/purpose',
    ],
    summary: 'Require more than reputation behind the scores of each candidate',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014', 'DOC020'],
    looksIn: ['evidence'],
    since: '0.1.0',
  },
  messages: {
    reputation:
      'All evidence on "{{candidate}}" is reputation: look at work it has done, or talk to those it worked for.',
  },
  missing: {
    none: {
      message: 'Nothing supports the scores of "{{candidate}}": say what work you saw, and whom you asked.',
      ask: 'What do the scores of "{{candidate}}" rest on?',
      how: 'Add rows under Evidence, with the candidate, the criterion, the type and the date.',
    },
    work: {
      message:
        'No portfolio or case study of "{{candidate}}" is among the evidence: look at work it has done.',
      ask: 'Which work of "{{candidate}}" have you seen?',
      how: 'Add a row under Evidence of the type portfolio or case study.',
    },
    calls: {
      message: 'Fewer than two reference calls are about "{{candidate}}": talk to those it worked for.',
      ask: 'Which two customers of "{{candidate}}" have you talked to?',
      how: 'Add a row under Evidence of the type reference call for each.',
    },
    both: {
      message:
        'The evidence on "{{candidate}}" lacks a portfolio or case study, and two reference calls: look, and ask.',
      ask: 'Which work of "{{candidate}}" have you seen, and which two of its customers have you talked to?',
      how: 'Add rows under Evidence, of the type portfolio or case study, and reference call.',
    },
  },
  document(document, _view, report) {
    const section = document.sections.get('evidence');
    const rows = section?.rows ?? [];
    const isSelection = document.keys.purpose?.value === 'selection';
    // Evidence that names nobody, or nobody known, may be about any of them.
    const candidates = new Set(candidatesOf(document).map(foldName));
    const isOpen = rows.some((row) => !candidates.has(candidateOf(row)));
    for (const candidate of candidatesOf(document)) {
      const its = rows.filter((row) => candidateOf(row) === foldName(candidate));
      const types = its.map(({ cells }) => cells.type?.value);
      const data = { candidate: quote(candidate) };
      if (its.length > 0 && types.every((type) => type === 'reputation')) {
        const fields = its.map(({ cells }) => cells.type!);
        const related = fields.slice(0, -1).map((at) => ({ at, message: say('reputation too') }));
        report.wrong(fields.at(-1)!, 'reputation', data, { related });
        continue;
      }
      // Nobody asks the references of a candidate that is out.
      if (!isSelection || isOpen || types.includes(undefined)) continue;
      if (shortfallsOf(candidate, document).length > 0) continue;
      const lacking = lackingIn(types);
      if (lacking) report.missing(section ?? kindOf(document), lacking, data);
    }
  },
});

function candidateOf({ cells }: Row<'evidence'>): string {
  return foldName(cells.candidate?.source.text ?? '');
}

function lackingIn(types: readonly (string | undefined)[]): 'none' | 'work' | 'calls' | 'both' | undefined {
  if (types.length === 0) return 'none';
  const isSeen = types.includes('portfolio') || types.includes('case study');
  const isAsked = types.filter((type) => type === 'reference call').length >= callsAtLeast;
  if (isSeen) return isAsked ? undefined : 'calls';
  return isAsked ? 'work' : 'both';
}
