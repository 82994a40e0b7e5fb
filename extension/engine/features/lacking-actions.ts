import type { GovernedDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { Said } from '../model/said.ts';
import type { FieldSpec } from '../model/schema.ts';
import { cellOf } from '../resolve/names.ts';
import { addRows } from '../rules/insert-rows.ts';
import { foldName } from '../values/fold.ts';
import { say } from '../values/say.ts';
import { inLanguage } from '../values/wording.ts';
import { cellAt } from './answers.ts';
import { withEdits } from './write-cells.ts';

/** An action that a missed result asks for (rules.md REC007). */
export interface LackingAction {
  /** What was measured: the action must name it. */
  readonly of: string;
  readonly spec: FieldSpec;
  readonly asks: readonly Said[];
}

/** The actions that these findings about a record ask for. */
export function lackingActions(
  record: GovernedDocument,
  findings: readonly Finding[],
): readonly LackingAction[] {
  const spec = catalogue.sections.actions.columns.find(({ key }) => key === 'action')!;
  return findings.flatMap(({ code, at, said }): readonly LackingAction[] => {
    const row = code === 'REC007' ? cellAt(record, at)?.row : undefined;
    const of = row && cellOf(row, 'of')?.source.text;
    return of === undefined ? [] : [{ of, spec, asks: [said, { template: spec.ask, data: {} }] }];
  });
}

/**
 * The text of a record with an action, which names what it is about where its words do not; undefined where its table of
 * actions has no place for one.
 */
export function withAction(
  record: GovernedDocument,
  of: string,
  words: string,
  language: Language,
): string | undefined {
  const action = foldName(words).includes(foldName(of)) ? words : `${of}: ${words}`;
  const fix = addRows(say('Add an action'), record, 'actions', [{ action }]);
  return (
    fix &&
    withEdits(
      record.text,
      fix.edits.map(({ span, text }) => ({ span, text: inLanguage(text, language) })),
    )
  );
}
