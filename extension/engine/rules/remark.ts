import type { Said } from '../model/said.ts';
import type { Span } from '../model/text.ts';
import type { CheckRule, EditedFile, RelatedAt } from './define.ts';
import type { ExactPlace } from './place-of.ts';

/** A fix in the language of the document that it changes. */
export interface WordedFix {
  readonly title: Said;
  readonly safe: boolean;
  readonly edits: readonly {
    readonly document: EditedFile;
    readonly span: Span;
    readonly text: string;
  }[];
}

/** What a rule said, before severities, deviations and ranges. */
export interface Remark {
  readonly rule: CheckRule;
  readonly place: ExactPlace;
  readonly messageId: string;
  /** A missing thing: a finding in an active document, a question in a draft. */
  readonly missing: boolean;
  readonly data: Said['data'];
  readonly related: readonly RelatedAt[];
  readonly fixes: readonly WordedFix[];
  /** The rule threw: `data.error` says what. */
  readonly failed?: true;
}
