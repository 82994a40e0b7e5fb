import { importedResults, type ResultsImport } from '../features/imported-results.ts';
import type { ReadText, TableLine } from '../features/results-table.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import { createDocumentReader } from '../parse/read-document.ts';
import { createValueReader } from '../values/read-value.ts';
import { documentIn } from './engagement-queries.ts';
import type { WorkspaceReading } from './workspace-reading.ts';

/** What a table of results would change in a governed document; undefined where the path is none. */
export function importedIn(
  reading: WorkspaceReading,
  path: string,
  lines: readonly TableLine[],
): ResultsImport | undefined {
  const evaluation = reading.governed.engagementOf(path)?.evaluate();
  const record = evaluation && documentIn(evaluation, path);
  if (!record) return undefined;
  return importedResults(record, lines, evaluation.view, textReader(reading));
}

/** Reads a text as the workspace would. */
export function textReader({ config }: Pick<WorkspaceReading, 'config'>): ReadText {
  const values = createValueReader(catalogue);
  const reader = createDocumentReader({ catalogue, values, aliases: config.config.aliases });
  return (at, text) => reader.read(at, text).document;
}
