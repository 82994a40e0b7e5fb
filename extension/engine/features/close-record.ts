import type { GovernedDocument } from '../model/document.ts';
import type { Finding, Question } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import { joined } from '../values/say.ts';
import { asFinal, type LanguageFrom } from './answers.ts';
import { lackingActions, type LackingAction } from './lacking-actions.ts';

/** What closing a record needs of an engine: what is known of it now, and a way to see the result of a change. */
export interface ClosableRecord {
  document(): GovernedDocument;
  /** The other documents of its engagement. */
  others(): readonly GovernedDocument[];
  questions(): readonly Question[];
  findings(): readonly Finding[];
  change(text: string): void;
}

/** A record after an attempt to close it. */
export interface ClosedRecord {
  /** Of the record, final or not. */
  readonly text: string;
  /** Why it is no more than a draft; empty where it is final. */
  readonly left: readonly Said[];
  /** Actions that it must hold before it can be final. */
  readonly lacking: readonly LackingAction[];
}

/**
 * Makes the draft of a record final, unless it lacks something or something is wrong once it is final: an error or a
 * warning about it. The workspace is left with the text that is returned.
 */
export function closeRecord(record: ClosableRecord, from: LanguageFrom): ClosedRecord {
  const draft = record.document();
  const questions = record.questions();
  const final = questions.length > 0 ? undefined : asFinal(draft, record.others(), from);
  if (final === undefined)
    return {
      text: draft.text,
      left: questions.map(({ said }) => joined([said.ask, said.how], ' ')),
      lacking: [],
    };
  record.change(final);
  const wrong = record.findings().filter(({ severity }) => severity === 'error' || severity === 'warning');
  if (wrong.length === 0) return { text: final, left: [], lacking: [] };
  record.change(draft.text);
  return { text: draft.text, left: wrong.map(({ said }) => said), lacking: lackingActions(draft, wrong) };
}
