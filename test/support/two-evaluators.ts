import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import type { GovernedDocument } from '../../extension/engine/model/document.ts';
import { isMarkdown } from '../../extension/engine/model/file-paths.ts';
import type { Frame } from '../../extension/engine/model/frame.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { dataInEnglish, inEnglish } from '../../extension/engine/model/said.ts';
import { createDocumentReader, type ReadDocument } from '../../extension/engine/parse/read-document.ts';
import type { Targets } from '../../extension/engine/resolve/link-targets.ts';
import type { At, CheckRule } from '../../extension/engine/rules/define.ts';
import {
  createEvaluator,
  type EvaluateInput,
  type Evaluator,
} from '../../extension/engine/rules/evaluate.ts';
import { placeOf } from '../../extension/engine/rules/place-of.ts';
import type { Remark } from '../../extension/engine/rules/remark.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { historyOfLines, historyPath } from './history-lines.ts';

const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });
const profiles: ReadonlySet<string> = new Set(['base']);
const holidays = createHolidays();

/** What is said after a change, one line for each remark, sorted: each begins with the code of its rule. */
export interface Answers {
  /** By the evaluator that has seen every change. */
  readonly remembered: readonly string[];
  /** By one that knows no past. */
  readonly fresh: readonly string[];
}

/** An evaluator that remembers beside one that is new after each change. */
export class TwoEvaluators {
  readonly #rules: readonly CheckRule[];
  readonly #incremental: Evaluator;
  readonly #files = new Map<string, ReadDocument>();
  #others: Frame['files'] = new Map();
  #history: Frame['history'];
  #shape = '';
  #version = 0;

  constructor(rules: readonly CheckRule[]) {
    this.#rules = rules;
    this.#incremental = createEvaluator(rules);
  }

  /** A file has this text now, or is gone. */
  put(file: string, text: string | undefined): Answers {
    if (file === historyPath) this.#history = historyIn(text);
    else if (!isMarkdown(file))
      this.#others = new Map(this.#others).set(file, text === undefined ? text : { kind: 'text', text });
    else if (text === undefined) this.#files.delete(file);
    else this.#files.set(file, reader.read(file, text));
    const now = shapeOf(this.#files);
    if (now !== this.#shape) this.#version++;
    this.#shape = now;
    const input = inputOf(this.#files, this.#version, { history: this.#history, files: this.#others });
    return {
      remembered: linesOf(this.#incremental.evaluate(input)),
      fresh: linesOf(createEvaluator(this.#rules).evaluate(input)),
    };
  }

  /** As it was read last; undefined where nothing governs it. */
  document(file: string): GovernedDocument | undefined {
    const read = this.#files.get(file);
    return read?.document;
  }
}

/** The history that a fixture tells; what was spoilt is none. */
function historyIn(text: string | undefined): Frame['history'] {
  try {
    return text === undefined ? { kind: 'absent', why: 'no-repository' } : historyOfLines(text);
  } catch {
    return { kind: 'absent', why: 'failed' };
  }
}

function inputOf(
  files: ReadonlyMap<string, ReadDocument>,
  targetsVersion: number,
  beside: Pick<Frame, 'history' | 'files'>,
): EvaluateInput {
  const documents: GovernedDocument[] = [];
  for (const file of [...files.keys()].sort()) {
    const { document } = files.get(file)!;
    if (document) documents.push(document);
  }
  const targets: Targets = {
    spelled: (file) => file,
    anchorsOf(file) {
      const its = files.get(file);
      return its?.anchors;
    },
    exists: (file) => files.has(file),
  };
  const known = { holidays: 0, targets: targetsVersion };
  const frame: Frame = {
    folder: '',
    documents,
    profiles,
    holidays: [],
    language: undefined,
    zone: undefined,
    known,
    ...beside,
    others: { histories: new Map(), snapshots: [] },
    countsPeople: true,
    needsSignedCommits: false,
  };
  return { frame, holidays, targets };
}

/** What the index tells the versions of link targets by: paths and anchors. */
function shapeOf(files: ReadonlyMap<string, ReadDocument>): string {
  return [...files]
    .map(([file, { anchors }]) => `${file} ${[...anchors].join(' ')}`)
    .sort()
    .join('\n');
}

function linesOf({ said, questions }: ReturnType<Evaluator['evaluate']>): readonly string[] {
  return [...said, ...[...questions.values()].flat()].map(lineOf).sort();
}

function lineOf({ rule, place, messageId, data, related, fixes, missing }: Remark): string {
  const where = (at: At): string => {
    const { document, span } = placeOf(at);
    return `${document.path}:${span.start}-${span.end}`;
  };
  return JSON.stringify([
    `${where(place)} ${place.at}`,
    place.row?.index,
    messageId,
    missing,
    dataInEnglish(data),
    related.map(({ at, message }) => `${where(at)} ${inEnglish(message)}`),
    fixes.map(({ title, edits }) => [
      inEnglish(title),
      edits.map(({ document, span, text }) => `${document.path}:${span.start}-${span.end} ${text}`),
    ]),
  ]).replace('["', `${rule.code} `);
}
