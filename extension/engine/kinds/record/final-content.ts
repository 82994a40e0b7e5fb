import type { GovernedDocument, Source } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { OldText } from '../../model/history.ts';
import { pathInRepository } from '../../model/path-in-repository.ts';
import { digestOf } from '../../parse/canonical.ts';
import { renamesOf } from '../../resolve/commit-graph.ts';
import { oldTextsOf } from '../../resolve/old-texts.ts';
import { changesSinceVersion, type ChangeSince } from '../../resolve/changes-since.ts';

/** A record that says something else than when it was final first. */
export interface ChangedRecord {
  /** What it says otherwise now. */
  readonly changes: readonly ChangeSince[];
  /** What the first commit made of it that had it final. */
  readonly final: OldText;
  /** What the last commit made of it that says something else. */
  readonly changed: OldText;
}

/** Undefined of a record that was never final or says what it said then, and where that is not known. */
export function changedSinceFinal(record: GovernedDocument, view: View): ChangedRecord | undefined {
  const { path } = record;
  const { history } = view;
  const texts = oldTextsOf(path, view);
  if (history?.kind !== 'read' || !texts || texts.versions.length < 2) return undefined;
  const read = texts.versions.map((version) => ({ version, document: view.readOld(path, version) }));
  const isRenaming = renamesOf(pathInRepository(path, history), history);
  // Minutes are much alike: where those of one day go and those of another come, Git sees one file with another name.
  const begin = read.findLastIndex(
    ({ version, document }, i) =>
      isRenaming(version.commit) && heldOf(document) !== heldOf(read[i - 1]?.document),
  );
  const since = read.slice(Math.max(0, begin));
  const final = since.find(({ document }) => document?.kind === 'record' && document.status === 'active');
  if (!final) return undefined;
  const said = contentOf(final);
  const isOther = (one: Read): boolean => one.version.text !== final.version.text && contentOf(one) !== said;
  const changed = since.slice(since.indexOf(final)).findLast(isOther);
  const committed = since.find(({ version }) => version.text === texts.committed);
  // What stands on the disk alone may still be taken back, as it may take back what was committed.
  if (!changed || !committed || !isOther(committed)) return undefined;
  return contentOf({ version: record, document: record }) === said
    ? undefined
    : {
        final: final.version,
        changed: changed.version,
        changes: final.document ? changesIn(final.document, record, view) : [],
      };
}

function changesIn(final: GovernedDocument, record: GovernedDocument, view: View): readonly ChangeSince[] {
  const later = new Set(laterCells(record));
  return changesSinceVersion(record, final, view).filter(
    ({ change: { span } }) => !(span && later.has(span.start)),
  );
}

interface Read {
  readonly version: Pick<OldText, 'text'>;
  readonly document: GovernedDocument | undefined;
}

function heldOf(document: GovernedDocument | undefined): string | undefined {
  return document?.keys.held?.value;
}

/** What it says, but for what is written into a final record once it has happened. */
function contentOf({ version: { text }, document }: Read): string {
  return digestOf({ text }, { cells: new Set(document ? laterCells(document) : []) });
}

/** Where cells and headers of these columns begin. A verdict under Status of a result was given with the record. */
function laterCells({ sections }: GovernedDocument): readonly number[] {
  return [...sections.values()].flatMap(({ key, columns, rows }) => {
    const keys = key === 'results' ? ['claimed', 'credited'] : ['status', 'done'];
    const sources = keys.flatMap((column) => [
      columns.get(column),
      ...rows.map(
        ({ cells }) => (cells as Record<string, { readonly source: Source } | undefined>)[column]?.source,
      ),
    ]);
    return sources.flatMap((source) => (source ? [source.span.start] : []));
  });
}
