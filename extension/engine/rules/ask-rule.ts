import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { KindKey } from '../model/schema.ts';
import { unreadSections } from '../resolve/unread-sections.ts';
import type { CheckRule, Extra, Reporter } from './define.ts';
import { fixWording } from './fix-wording.ts';
import { placeOf } from './place-of.ts';
import { errorText, failure } from './render.ts';
import type { Remark } from './remark.ts';

/** What a rule about one document says of this one, which it is asked of. */
export function askOfDocument(rule: CheckRule, document: GovernedDocument, view: View): readonly Remark[] {
  return ask(rule, document, view, (report) => rule.document!(document, view, report));
}

/** Rules about one document are asked of documents of their kinds, and of those that hold a section of theirs. */
export function askedOf(document: GovernedDocument, rules: readonly CheckRule[]): readonly CheckRule[] {
  const kinds = new Set<KindKey | '*'>(['*', document.kind]);
  for (const { spec } of document.sections.values()) kinds.add(spec.kind);
  const isAsked = (kind: KindKey | '*'): boolean => kinds.has(kind);
  return rules.filter(({ meta }) => (document.status !== 'ended' || meta.ended) && meta.kinds.some(isAsked));
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
  const unread = view && rule.meta.looksIn ? unreadSections(view) : undefined;
  const isLeft = rule.meta.looksIn?.some((key) => unread?.has(key)) === true;
  const say =
    (missing: boolean) =>
    (at: Parameters<typeof placeOf>[0], messageId: string, data: Record<string, string>, extra?: Extra) => {
      if (missing && isLeft) return;
      said.push({
        rule,
        place: placeOf(at),
        messageId,
        missing,
        data,
        related: extra?.related ?? [],
        fixes: (extra?.fixes ?? []).map((fix) => fixWording(fix, view)),
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
