import type { GovernedDocument, ReadingProblem } from '../model/document.ts';
import type { Reporter } from './define.ts';

/** Says what the parser found, under the code of the rule that speaks for it. */
export function reportReading<T extends Readonly<Record<string, string>>>(
  code: ReadingProblem['code'],
  document: GovernedDocument,
  report: Reporter<T, Record<never, never>>,
): void {
  for (const problem of document.problems) {
    if (problem.code !== code) continue;
    // The parser's problem carries its message id and data together; their agreement is a test of the parser.
    const say = report.wrong as unknown as (at: unknown, id: string, data: unknown, extra: unknown) => void;
    say({ document, span: problem.span }, problem.id, problem.data, {
      related: (problem.related ?? []).map(({ span, message }) => ({ at: { document, span }, message })),
      fixes: (problem.fixes ?? []).map(({ title, safe, edits }) => ({
        title,
        ...(safe && { safe }),
        edits: edits.map(({ span, text }) => ({ document, span, text })),
      })),
    });
  }
}
