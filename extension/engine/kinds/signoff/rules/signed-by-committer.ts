import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { shortHash } from '../../../resolve/change-in-words.ts';
import { isAddressOf } from '../../../resolve/committers.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { dayOfAuthor, latestDayOf } from '../../../resolve/day-of-author.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { committedSignoff } from '../../../resolve/committed-signoff.ts';

export default defineRule({
  code: 'SGN006',
  name: 'signed-by-committer',
  meta: {
    kinds: ['signoff'],
    reads: [
      'signoff/by',
      'signoff/via',
      'signoff/date',
      'engagement/People.Person',
      'engagement/People.Name',
      'engagement/People.E-mail',
      'engagement/People.Handle',
      'engagement/zone',
      'git/log',
    ],
    summary: 'Require a sign-off to be committed by whoever signs, and not before they do',
    severity: 'warning',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    author:
      '"{{by}}" signs here, and commit {{hash}} of {{day}} is by another address: let "{{by}}" commit it, or name that address in .mailmap.',
    later:
      '"{{date}}" is after {{day}}, when this was committed: a sign-off has the day on which it was given.',
  },
  needsHistory: (view) => signedHere(view).length > 0,
  needsTexts: (view) => signedHere(view).map(({ path }) => path),
  engagement(view, report) {
    for (const signoff of signedHere(view)) {
      const known = committedSignoff(signoff, view);
      if (!known) continue;
      const { first, author } = known;
      const { by, date } = signoff.keys;
      const day = dayOfAuthor(first);
      const person = view.who(by)[0]?.target;
      const hasAddress = person?.is === 'person' && isFilled(person.row.cells.e_mail);
      if (hasAddress && !isAddressOf(person.row, author))
        report.wrong(by!, 'author', {
          by: quote(by!.source.text),
          hash: shortHash(first.hash),
          day,
        });
      const latest = latestDayOf(first, view);
      if (date?.value !== undefined && date.value > latest)
        report.wrong(date, 'later', { date: date.source.text, day: latest });
    }
  },
});

/** Those that a person wrote with Outrigger; who keeps the minutes of a meeting signs for others. */
function signedHere(view: View): readonly GovernedDocument[] {
  return view
    .documentsOf('signoff')
    .filter(({ keys }) => keys.via?.value === 'editor' || keys.via?.value === 'cli');
}
