import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'CMM009',
  name: 'language-agreed',
  meta: {
    kinds: ['*'],
    reads: ['*/language', 'communication-plan/working_language'],
    summary: 'Require documents to be written in the working language',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    other:
      'This document is written in "{{language}}", and the working language is "{{working}}": write it in that, or agree on another.',
  },
  engagement(view, report) {
    const agreed = view.documents.flatMap(({ keys }) =>
      keys.working_language?.value ? [keys.working_language] : [],
    );
    const [first] = agreed;
    if (!first) return;
    const primary = new Set(agreed.map(({ value }) => primaryOf(value!)));
    for (const { keys } of view.documents) {
      const { language } = keys;
      if (language?.value === undefined || primary.has(primaryOf(language.value))) continue;
      const data = { language: quote(language.source.text), working: quote(first.source.text) };
      report.wrong(language, 'other', data, {
        related: [{ at: first, message: say('the working language') }],
      });
    }
  },
});

/** "en" of "en-GB". */
function primaryOf(language: string): string {
  return language.toLowerCase().split('-')[0]!;
}
