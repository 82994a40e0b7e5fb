import type { GovernedDocument } from '../../../model/document.ts';
import type { View, WhoReference } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { nameReplacement } from '../../../rules/replacement.ts';
import { foldName } from '../../../values/fold.ts';
import { nearMiss } from '../../../values/near-miss.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'PRC002',
  name: 'step-roles-known',
  meta: {
    kinds: ['process'],
    reads: [
      'process/Steps.Who',
      'engagement/People.Role',
      'engagement/People',
      'engagement/Teams',
      'engagement/Subcontractors',
      'engagement/client',
      'engagement/supplier',
    ],
    summary: 'Require who does a step to be somebody of the engagement, or a role that somebody has',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    unknown:
      '"{{name}}" is no person, team or party of this engagement, and nobody has such a role: write a name or a role that stands under People.',
    near: '"{{name}}" is no person, team or party of this engagement, and nobody has such a role; did you mean "{{near}}"?',
  },
  engagement(view, report) {
    const roles = rolesIn(view);
    for (const { section, cells } of view.rows('steps')) {
      const unknown = view.who(cells.who).filter(({ known }) => !known);
      for (const { text, span } of withoutRoles(unknown, section.document, roles)) {
        // Names stand in a value only.
        const who = cells.who!;
        const near = nearMiss(text, [...view.candidatesFor(who), ...roles.values()]);
        const at = partOf(who, span);
        if (near === undefined) report.wrong(at, 'unknown', { name: quote(text) });
        else {
          const fixes = nameReplacement(who, span, near, true);
          report.wrong(at, 'near', { name: quote(text), near: quote(near) }, { fixes });
        }
      }
    }
  },
});

/** What people of active documents and of drafts are, as written: rows of a draft satisfy references (rules.md 1.3.7). */
function rolesIn({ everything }: View): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const { status, sections } of everything) {
    if (status === 'ended') continue;
    for (const { cells } of sections.get('people')?.rows ?? []) {
      const { role } = cells;
      if (role?.state !== 'read') continue;
      // Somebody may have several.
      for (const one of [role.source.text, ...role.source.text.split(/[,;\n]/)]) {
        const text = one.trim();
        if (!roles.has(foldName(text))) roles.set(foldName(text), text);
      }
    }
  }
  return roles;
}

/** More names than a role has words between commas, "and" and the like. */
const piecesAtMost = 8;

/** Without those that are a role, alone or together: "head of sales and marketing" is read as two names. */
function withoutRoles(
  names: readonly WhoReference[],
  { text }: GovernedDocument,
  roles: ReadonlyMap<string, string>,
): readonly WhoReference[] {
  const left: WhoReference[] = [];
  for (let i = 0; i < names.length;) {
    let count = Math.min(piecesAtMost, names.length - i);
    while (count > 0 && !roles.has(foldName(writtenBy(names, i, count, text)))) count--;
    if (count === 0) left.push(names[i]!);
    i += Math.max(1, count);
  }
  return left;
}

function writtenBy(names: readonly WhoReference[], first: number, count: number, text: string): string {
  const [from, to] = [names[first]!, names[first + count - 1]!];
  return count === 1 ? from.text : text.slice(from.span.start, to.span.end);
}
