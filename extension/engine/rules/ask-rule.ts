import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { CheckRule, Extra, Reporter } from './define.ts';
import { fixWording } from './fix-wording.ts';
import { placeOf } from './place-of.ts';
import { errorText, failure } from './render.ts';
import type { Remark } from './remark.ts';

/** What a rule about one document says of this one. */
export function askOfDocument(rule: CheckRule, document: GovernedDocument, view: View): readonly Remark[] {
  if (document.status === 'ended' && !rule.meta.ended) return [];
  if (!rule.meta.kinds.includes('*') && !appliesTo(rule, document)) return [];
  return ask(rule, document, view, (report) => rule.document!(document, view, report));
}

/** A document-scoped rule is asked of documents of its kinds, and of those that hold a section of theirs. */
function appliesTo(rule: CheckRule, document: GovernedDocument): boolean {
  if (rule.meta.kinds.includes(document.kind)) return true;
  for (const section of document.sections.values())
    if (rule.meta.kinds.includes(section.spec.kind)) return true;
  return false;
}

/** What a rule about an engagement says of it. */
export function askOfEngagement(rule: CheckRule, view: View): readonly Remark[] {
  const home = view.lead ?? view.documents[0] ?? view.everything[0];
  return home ? ask(rule, home, view, (report) => rule.engagement!(view, report)) : [];
}

/** What the rule that counts says of a draft. */
export function askTally(rule: CheckRule, draft: GovernedDocument, questions: number): readonly Remark[] {
  return ask(rule, draft, undefined, (report) => rule.tally!(draft, questions, report));
}

function ask(
  rule: CheckRule,
  home: GovernedDocument,
  view: View | undefined,
  run: (report: Reporter<Readonly<Record<string, string>>, CheckRule['missing']>) => void,
): readonly Remark[] {
  const said: Remark[] = [];
  const worded = fixWording(view);
  const say =
    (missing: boolean) =>
    (at: Parameters<typeof placeOf>[0], messageId: string, data: Record<string, string>, extra?: Extra) => {
      said.push({
        rule,
        place: placeOf(at),
        messageId,
        missing,
        data,
        related: extra?.related ?? [],
        fixes: (extra?.fixes ?? []).map(worded),
      });
    };
  try {
    run({ wrong: say(false), missing: say(true) } as Parameters<typeof run>[0]);
  } catch (error) {
    // One broken rule must not silence the others; what it said before it broke is not trusted.
    const place = placeOf({ document: home, span: home.kindSpan, at: 'kind' });
    const data = { error: errorText(error) };
    return [
      {
        rule,
        place,
        messageId: failure.messageId,
        missing: false,
        data,
        related: [],
        fixes: [],
        failed: true,
      },
    ];
  }
  return said;
}
