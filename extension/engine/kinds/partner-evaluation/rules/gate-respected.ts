import type { Section } from '../../../model/document.ts';
import { defineRule } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { joined, say } from '../../../values/say.ts';
import { candidatesOf, shortfallsOf } from '../shortfalls.ts';

export default defineRule({
  code: 'SCR011',
  name: 'gate-respected',
  meta: {
    kinds: ['partner-evaluation'],
    reads: [
      'partner-evaluation/Criteria.Criterion',
      'partner-evaluation/Criteria.Weight',
      'partner-evaluation/Criteria.Minimum',
      'partner-evaluation/Scores',
      'partner-evaluation/Scores.Criterion',
      'partner-evaluation/Decision',
    ],
    summary: 'Forbid the choice of a candidate who falls short of a minimum or fails a gate',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    short:
      '"{{candidate}}" is chosen, and falls short in {{criteria}}: choose another, or accept this as a deviation with its reason.',
  },
  document(document, _view, report) {
    const decision = document.sections.get('decision');
    const [chosen, ...others] = decision ? namedIn(decision, candidatesOf(document)) : [];
    if (!decision || chosen === undefined || others.length > 0) return;
    const shortfalls = shortfallsOf(chosen, document);
    if (shortfalls.length === 0) return;
    const criteria = shortfalls.map(({ criterion, score, minimum }) => {
      const name = quote(criterion.cells.criterion?.source.text ?? '');
      const text = quote(score.source.text);
      return minimum
        ? say('"{{criterion}}" ({{score}}, at least {{minimum}})', {
            criterion: name,
            score: text,
            minimum: quote(minimum.source.text),
          })
        : say('"{{criterion}}" ({{score}})', { criterion: name, score: text });
    });
    report.wrong(
      decision,
      'short',
      { candidate: quote(chosen), criteria: joined(criteria, ', ') },
      { related: shortfalls.map(({ score }) => ({ at: score, message: say('the score') })) },
    );
  },
});

/** The candidates that a text names, a name within a longer one left out. */
function namedIn({ prose, items }: Section, candidates: readonly string[]): readonly string[] {
  let text = ` ${foldName([prose, ...items.map((item) => item.text)].join(' '))} `;
  const found: string[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.length - a.length)) {
    const pattern = new RegExp(`(?<![\\p{L}\\d])${escaped(foldName(candidate))}(?![\\p{L}\\d])`, 'gu');
    const rest = text.replace(pattern, ' ');
    if (rest !== text) found.push(candidate);
    text = rest;
  }
  return found;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
