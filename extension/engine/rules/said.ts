import type { CheckRule, FixDraft, RelatedAt } from './define.ts';
import type { ExactPlace } from './place-of.ts';

/** What a rule said, before severities, deviations and ranges. */
export interface Said {
  readonly rule: CheckRule;
  readonly place: ExactPlace;
  readonly messageId: string;
  /** A missing thing: a finding in an active document, a question in a draft. */
  readonly missing: boolean;
  readonly data: Readonly<Record<string, string>>;
  readonly related: readonly RelatedAt[];
  readonly fixes: readonly FixDraft[];
  /** The rule threw: `data.error` says what. */
  readonly failed?: true;
}
