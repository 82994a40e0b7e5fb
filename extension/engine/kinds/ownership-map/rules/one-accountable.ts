import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { hasUnread, lettersOf } from '../raci.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'OWN001',
  name: 'one-accountable',
  meta: {
    kinds: ['ownership-map'],
    reads: ['ownership-map/Components.Accountable', 'ownership-map/Who does what'],
    summary: 'Require exactly one accountable for each component and activity',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
    source: 'RACI practice: exactly one accountable in each row (domain.md 2.8)',
  },
  messages: {
    severalNames:
      '"{{names}}" are {{count}} accountable for "{{component}}": name one, the others may be its backup.',
    none: 'Nobody is accountable for "{{activity}}": give one column an A, or R/A where that person also does it.',
    several: '"{{activity}}" has {{count}} accountable ({{names}}): leave the A with one of them.',
  },
  missing: {
    noLetters: {
      message: 'Nobody has a letter for "{{activity}}": say who does it (R) and who answers for it (A).',
      ask: 'Who does "{{activity}}", and who answers for it?',
      how: 'Write R, A, R/A, C or I into the columns of that row.',
    },
  },
  document(document, view, report) {
    for (const row of document.sections.get('components')?.rows ?? []) {
      const { accountable, component } = row.cells;
      const names = view.who(accountable).filter(({ target }) => target);
      if (names.length < 2) continue;
      report.wrong(accountable!, 'severalNames', {
        names: quote(names.map(({ text }) => text).join(', ')),
        count: String(names.length),
        component: quote(component?.source.text ?? ''),
      });
    }
    for (const row of document.sections.get('who_does_what')?.rows ?? []) {
      const { activity } = row.cells;
      if (activity?.state !== 'read' || hasUnread(row)) continue;
      const letters = lettersOf(row);
      const accountable = letters.filter(({ letter }) => letter === 'A' || letter === 'R/A');
      const data = { activity: quote(activity.source.text) };
      if (letters.length === 0) report.missing(activity, 'noLetters', data);
      else if (accountable.length === 0) report.wrong(activity, 'none', data);
      else if (accountable.length > 1) {
        const [first, ...others] = accountable;
        const names = accountable.map(({ header }) => header.text).join(', ');
        report.wrong(
          others.at(-1)!.field,
          'several',
          { ...data, count: String(accountable.length), names: quote(names) },
          {
            related: [first!, ...others.slice(0, -1)].map(({ field }) => ({
              at: field,
              message: say('accountable here too'),
            })),
          },
        );
      }
    }
  },
});
