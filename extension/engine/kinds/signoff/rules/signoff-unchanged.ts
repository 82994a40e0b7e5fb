import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { dayOfAuthor } from '../../../resolve/day-of-author.ts';
import { defineRule, type At, type FixDraft } from '../../../rules/define.ts';
import { yamlText } from '../../../values/plain-yaml.ts';
import { say } from '../../../values/say.ts';
import { committedSignoff, isSameSignoff } from '../../../resolve/committed-signoff.ts';

export default defineRule({
  code: 'SGN007',
  name: 'signoff-unchanged',
  meta: {
    kinds: ['signoff'],
    reads: [
      'signoff/digest',
      'signoff/by',
      'signoff/party',
      'signoff/date',
      'signoff/means',
      'signoff/via',
      'signoff/document',
      'file/text',
      'git/log',
    ],
    summary: 'Forbid to change a sign-off once it is committed',
    severity: 'error',
    scope: 'G',
    profiles: ['full'],
    ended: true,
    unacceptable: true,
    since: '0.1.0',
  },
  messages: {
    changed:
      'This sign-off of {{made}} was changed on {{day}}: restore the first version, and sign anew what is to be said now.',
  },
  needsHistory: (view) => signoffsIn(view).length > 0,
  needsTexts: (view) => signoffsIn(view).map(({ path }) => path),
  engagement(view, report) {
    for (const signoff of signoffsIn(view)) {
      const known = committedSignoff(signoff, view);
      if (!known) continue;
      const { first, versions, committed } = known;
      const isFirst = (text: string): boolean => isSameSignoff(first.text, text);
      // What stands on the disk alone may still be taken back, as it may take back what was committed.
      if (isFirst(committed) || isFirst(signoff.text)) continue;
      const last = versions.findLast(({ text }) => !isFirst(text)) ?? first;
      const was = view.readOld(signoff.path, first)!;
      report.wrong(
        changedPlace(signoff, was),
        'changed',
        { made: dayOfAuthor(first), day: dayOfAuthor(last) },
        { fixes: [restored(signoff, was)] },
      );
    }
  },
});

/** Ended ones too: what was signed was signed. */
function signoffsIn({ everything }: View): readonly GovernedDocument[] {
  return everything.filter(({ kind }) => kind === 'signoff');
}

/** The first value that is another one now; where something else is, the kind. */
function changedPlace(signoff: GovernedDocument, was: GovernedDocument): At {
  const { digest, by, party, date, means, via } = signoff.keys;
  const values = [digest, by, party, date, means, via];
  return (
    values.find((value) => {
      const before = was.keys[value?.spec.key as keyof typeof was.keys];
      return value && value.source.text !== before?.source.text;
    }) ?? { document: signoff, span: signoff.kindSpan }
  );
}

/** The first version, but of where the document stands now. */
function restored(signoff: GovernedDocument, { text, keys, keyPlaces }: GovernedDocument): FixDraft {
  const start = keyPlaces.get('document')?.start;
  const now = signoff.keys.document?.value;
  const whole =
    start === undefined || now === undefined
      ? text
      : `${text.slice(0, start)}document: ${yamlText(now)}${belowLine(text, keys.document!.source.span.end)}`;
  const span = { start: 0, end: signoff.text.length };
  return { title: say('Restore the first version'), edits: [{ document: signoff, span, text: whole }] };
}

/** What stands behind the line of a place. */
function belowLine(text: string, from: number): string {
  return text.slice(from).replace(/^[^\r\n]*/, '');
}
