import type { GovernedDocument } from '../model/document.ts';
import type { Fact, Finding, Question } from '../model/finding.ts';
import type { FileContent } from '../model/ports.ts';
import type { Said } from '../model/said.ts';
import type { IsoDate } from '../model/value.ts';
import { say } from '../values/say.ts';
import { movedLinks } from './moved-links.ts';
import { differences, type ModelSaid } from './same-model.ts';
import { tornLabels } from './torn-labels.ts';
import { transferred, type Transfer } from './transfer.ts';
import { withEdits } from './write-cells.ts';

/** What moving parts of documents needs of an engine: what it knows now, and a way to see the result of a change. */
export interface RestructurableWorkspace {
  /** Every governed document. */
  documents(): readonly GovernedDocument[];
  /** Undefined: the file is not there. */
  change(path: string, text: string | undefined): void;
  said(): Promise<ModelSaid>;
}

/** What an engine knows and can be told, as far as moving needs it. */
interface Knowing {
  engagements(): readonly { readonly documents: readonly GovernedDocument[] }[];
  update(path: string, content: FileContent | undefined): void;
  check(): { readonly findings: readonly Finding[] };
  questions(): readonly Question[];
  facts(query: { readonly asOf: IsoDate }): Promise<readonly Fact[]>;
}

/** The workspace of an engine. `asOf` is the day on which facts are compared. */
export function restructurable(engine: Knowing, asOf: IsoDate): RestructurableWorkspace {
  return {
    documents: () => engine.engagements().flatMap(({ documents }) => documents),
    change: (path, text) => engine.update(path, text === undefined ? undefined : { kind: 'text', text }),
    said: async () => ({
      findings: engine.check().findings,
      questions: engine.questions(),
      facts: await engine.facts({ asOf }),
    }),
  };
}

/** A file that changes, comes (it had no text before) or goes (it has none after). */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What becomes of the files where parts of documents move. */
export interface Restructured {
  /** By path; empty where there are problems. */
  readonly changes: readonly FileChange[];
  /** Why nothing is to be written. */
  readonly problems: readonly Said[];
  /** What is to be known before it is written. */
  readonly notes: readonly Said[];
}

/** Nothing moves, for this reason. */
export function refused(...problems: readonly Said[]): Restructured {
  return { changes: [], problems, notes: [] };
}

/**
 * The first of the transfers that leaves the model as it is, with its links. Where none does, what the nearest one would
 * change. The workspace is left as it was.
 */
export async function restructured(
  workspace: RestructurableWorkspace,
  transfers: readonly Transfer[],
): Promise<Restructured> {
  const before = await workspace.said();
  let nearest: Restructured | undefined;
  for (const transfer of transfers) {
    const tried = await tryOut(workspace, transfer, before);
    if (tried.problems.length === 0) return tried;
    if (!nearest || tried.problems.length < nearest.problems.length) nearest = tried;
  }
  return nearest ?? refused();
}

async function tryOut(
  workspace: RestructurableWorkspace,
  transfer: Transfer,
  before: ModelSaid,
): Promise<Restructured> {
  const torn = tornLabels(transfer);
  if (torn.length > 0)
    return refused(
      ...torn.map((label) =>
        say('"[{{label}}]" is used apart from where it is defined: write the target into each link first.', {
          label,
        }),
      ),
    );
  const documents = workspace.documents();
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  const shown = new Map<string, string | undefined>();
  const show = (changed: ReadonlyMap<string, string | undefined>): void => {
    for (const [path, text] of changed) {
      shown.set(path, text);
      workspace.change(path, text);
    }
  };
  try {
    show(transferred(transfer));
    const { from, to } = transfer;
    const now = workspace.documents();
    const target = now.find(({ path }) => path === to.path);
    if (!target)
      return refused(say('"{{path}}" would not be a document of the engagement.', { path: to.path }));
    const { edits, history } = movedLinks(transfer, documents, {
      from: now.find(({ path }) => path === from.path),
      to: target,
    });
    for (const [path, its] of edits.staying)
      if (path !== from.path && path !== to.path) show(new Map([[path, withEdits(texts.get(path)!, its)]]));
    show(transferred(transfer, edits));
    const after = await workspace.said();
    const problems = differences(before, after, [from.path, to.path]);
    if (problems.length > 0) return refused(...problems, ...linkedFrom(history));
    const changes = [...shown].map(([path, text]) => ({ path, before: texts.get(path), after: text }));
    return {
      changes: changes.filter((one) => one.before !== one.after),
      problems: [],
      notes: [...signoffsLost(before.facts, after.facts), ...linkedFrom(history)],
    };
  } finally {
    for (const path of shown.keys()) workspace.change(path, texts.get(path));
  }
}

function linkedFrom(history: readonly string[]): readonly Said[] {
  return history.map((path) =>
    say('"{{path}}" is history and links to what moves: its links stay as they are written.', { path }),
  );
}

/** The documents whose sign-offs match what they say, and will not any more. */
function signoffsLost(before: readonly Fact[], after: readonly Fact[]): readonly Said[] {
  const isSigned = ({ name, value }: Fact): boolean =>
    name === 'signoff-state' && (value === 'approved' || value === 'reviewed');
  const left = new Set(after.filter(isSigned).map(({ path }) => path));
  return before
    .filter((fact) => isSigned(fact) && !left.has(fact.path))
    .map(({ path }) =>
      say(
        '"{{path}}" was signed as it stands: afterwards it counts as changed since, until it is signed again.',
        {
          path,
        },
      ),
    );
}
