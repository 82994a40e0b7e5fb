import type { GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Span } from '../../model/text.ts';
import { addTo } from '../../values/add-to.ts';
import { quote } from '../../values/quote.ts';
import { say } from '../../values/say.ts';
import { defineRule, type FixDraft } from '../define.ts';

export default defineRule({
  code: 'DOC024',
  name: 'email-only-in-people',
  meta: {
    kinds: ['*'],
    reads: ['engagement/People.E-mail', 'engagement/People.Person', 'file/text'],
    summary: 'Forbid e-mail addresses of people outside of the list of people',
    severity: 'info',
    scope: 'X',
    profiles: ['gdpr'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2016/679 Art. 5(1)(c): data minimisation',
  },
  messages: {
    elsewhere:
      '"{{email}}" is the address of "{{person}}", which stands in People: name the person, so that it can be removed there.',
  },
  engagement(view, report) {
    const owners = ownersOf(view);
    if (owners.size === 0) return; // equivalent: no address is anybody's
    for (const document of view.documents) {
      for (const { address, span } of addressesIn(document)) {
        const rows = owners.get(address.toLowerCase());
        if (!rows || rows.some(({ section }) => section.document === document)) continue;
        const [row] = rows;
        const person = row!.cells.person!.source.text;
        report.wrong(
          { document, span },
          'elsewhere',
          { email: quote(address), person: quote(person) },
          {
            related: [{ at: row!.cells.e_mail!, message: say('the address in People') }],
            // Of an address of several a person chooses.
            fixes: rows.flatMap(({ cells }) => named(document, span, cells.person!.source.text)),
          },
        );
      }
    }
  },
});

/** Rows of people with a name by their address. */
function ownersOf(view: View): ReadonlyMap<string, readonly Row<'people'>[]> {
  const owners = new Map<string, Row<'people'>[]>();
  for (const row of view.rows('people')) {
    const { person, e_mail: email } = row.cells;
    if (person?.state === 'read' && email?.value !== undefined) addTo(owners, email.value.toLowerCase(), row);
  }
  return owners;
}

interface Address {
  readonly address: string;
  readonly span: Span;
}

/** What looks like an address: what stands around an at sign without a space. */
const address = /[\p{L}\p{N}_+-][\p{L}\p{N}._+-]{0,63}@[\p{L}\p{N}-][\p{L}\p{N}.-]{0,252}/gu;

function addressesIn({ text }: GovernedDocument): readonly Address[] {
  if (!text.includes('@')) return []; // equivalent: an address has one
  return [...text.matchAll(address)].map((match) => {
    // A full stop ends the sentence.
    const its = match[0].replace(/[.-]+$/, '');
    return { address: its, span: { start: match.index, end: match.index + its.length } };
  });
}

/** The person's key in place of the address, where that is no link and the key needs no marks. */
function named(document: GovernedDocument, span: Span, person: string): readonly FixDraft[] {
  const before = document.text.slice(Math.max(0, span.start - 7), span.start);
  if (/(?:mailto:|[</])$/i.test(before) || !/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u.test(person)) return [];
  return [
    {
      title: say('Replace by "{{text}}"', { text: quote(person) }),
      edits: [{ document, span, text: person }],
    },
  ];
}
