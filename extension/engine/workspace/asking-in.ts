import { askingOf, askingOfCell, type AskingPlace } from '../features/asking.ts';
import { byWhatFollows } from '../features/asking-order.ts';
import { answerWritten, type Answered } from '../features/answer-written.ts';
import type { ReadText } from '../features/answer-place.ts';
import { withValue } from '../features/answers.ts';
import type { Asking } from '../model/asking.ts';
import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import { createDocumentReader } from '../parse/read-document.ts';
import { languageOf } from '../resolve/document-language.ts';
import { isFilled } from '../resolve/is-filled.ts';
import { cellOf } from '../resolve/names.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { createValueReader } from '../values/read-value.ts';
import { cellAt } from '../features/answers.ts';
import { documentIn } from './engagement-queries.ts';
import type { WorkspaceReading } from './workspace-reading.ts';

/** The questions of a draft in the order in which they are put, those of the cells `first` before all others. */
export function askingIn(
  reading: WorkspaceReading,
  path: string,
  first: readonly string[],
): readonly Asking[] {
  return placesIn(reading, path, first).map(({ asking }) => asking);
}

/** What an answer to a question makes of a document, or another answer at the place of one that was given. */
export function answeredIn(
  reading: WorkspaceReading,
  path: string,
  key: string,
  answer: string,
): Answered | undefined {
  const evaluation = reading.governed.engagementOf(path)?.evaluate();
  const asked = placesIn(reading, path, [key]).find(({ asking }) => asking.key === key);
  if (asked?.place) {
    const language = languageOf(asked.place.document, evaluation!.viewWithDrafts);
    return answerWritten(asked.place, answer, language, readerOf(reading));
  }
  const document = evaluation && documentIn(evaluation, path);
  const text = document && withValue(document, key, answer);
  return text === undefined ? undefined : { path, text, at: key, further: [] };
}

function placesIn(reading: WorkspaceReading, path: string, first: readonly string[]): readonly AskingPlace[] {
  const evaluation = reading.governed.engagementOf(path)?.evaluate();
  const document = evaluation && documentIn(evaluation, path);
  if (!document) return [];
  const { viewWithDrafts } = evaluation;
  const read = readerOf(reading);
  const asked = [...remarksOf(evaluation, document)]
    .sort(byWhatFollows)
    .map((one) => askingOf(one, viewWithDrafts, read));
  const begun = first
    .filter((at) => isOpen(document, at))
    .flatMap((at) => {
      const known = asked.find(({ asking }) => asking.key === at);
      return known ?? askingOfCell(document, at, viewWithDrafts) ?? [];
    });
  const keys = new Set(begun.map(({ asking }) => asking.key));
  return [...begun, ...asked.filter(({ asking }) => !keys.has(asking.key))].filter(isFirst());
}

function remarksOf({ questions }: Evaluation, { path }: GovernedDocument): Evaluation['said'] {
  return [...questions].flatMap(([{ path: its }, remarks]) => (its === path ? remarks : []));
}

function isOpen(document: GovernedDocument, at: string): boolean {
  const cell = cellAt(document, at);
  return cell !== undefined && !isFilled(cellOf(cell.row, cell.spec.key));
}

/** Two rules may ask for one value: it is asked for once. */
function isFirst(): (one: AskingPlace) => boolean {
  const seen = new Set<string>();
  return ({ asking: { key } }) => seen.size < seen.add(key).size;
}

function readerOf({ config }: WorkspaceReading): ReadText {
  const values = createValueReader(catalogue);
  const reader = createDocumentReader({ catalogue, values, aliases: config.config.aliases });
  return (path, text) => reader.read(path, text).document;
}
