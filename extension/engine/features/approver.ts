import type { Row } from '../model/document.ts';
import type { ApprovalEvent } from '../model/approval-event.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import { handleOf } from '../resolve/committers.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';

/** Who under People approved, or why nobody can be told. */
export type Approver =
  | { readonly is: 'person'; readonly name: string }
  | { readonly is: 'refused'; readonly why: Said };

/**
 * Holds the user name of an event against Handle, then its address against E-mail. Never by name: a display name is
 * whatever somebody likes to be called.
 */
export function approverIn({ login, email }: ApprovalEvent, view: View): Approver {
  const rows = view.rows('people');
  const byHandle = isPlain(login)
    ? rows.filter(({ cells }) => handleOf(cells.handle?.source.text) === handleOf(login))
    : [];
  const address = email !== undefined && isPlain(email) && email.includes('@') ? email : undefined;
  const byAddress =
    address === undefined
      ? []
      : rows.filter(({ cells }) => cells.e_mail?.source.text.trim().toLowerCase() === address.toLowerCase());
  const found = new Set([...byHandle, ...byAddress]);
  const [row] = found;
  if (!row) return refused(unknown(login, address));
  if (found.size > 1)
    return refused(
      say('"{{login}}" is several people by Handle and E-mail: {{people}}.', {
        login: quote(login),
        people: [...found].map((one) => `"${quote(nameOf(one))}"`).join(', '),
      }),
    );
  return { is: 'person', name: nameOf(row) };
}

/** Letters of other scripts look like ours, and some become ours in small letters: no code host has them in user names. */
function isPlain(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function nameOf({ cells }: Row<'people'>): string {
  return cells.person?.source.text ?? '';
}

function unknown(login: string, email: string | undefined): Said {
  return email === undefined
    ? say('Nobody under People has the Handle "{{login}}".', { login: quote(login) })
    : say('Nobody under People has the Handle "{{login}}" or the E-mail "{{email}}".', {
        login: quote(login),
        email: quote(email),
      });
}

function refused(why: Said): Approver {
  return { is: 'refused', why };
}
