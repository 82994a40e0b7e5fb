import type { KindKey } from '../../engine/model/schema.ts';
import { inMarkdown, type TreeRow } from './row.ts';
import type { Wording } from './wording.ts';
import { fileName, folderOf } from '../../engine/model/file-paths.ts';

/** A document that nobody governs, and what it looks like. */
export interface RecognisedFile {
  readonly folderUri: string;
  readonly folderName: string;
  readonly path: string;
  readonly kind: KindKey;
}

/** What a workspace without an engagement shows of the documents in it: a line for each kind, and how to begin. */
export function recognisedRows(
  files: readonly RecognisedFile[],
  severalFolders: boolean,
  wording: Wording,
): readonly TreeRow[] {
  if (files.length === 0) return [];
  const kinds = [...new Set(files.map(({ kind }) => kind))].sort();
  return [
    ...kinds.map((kind) =>
      kindRow(
        kind,
        files.filter((file) => file.kind === kind),
        severalFolders,
        wording,
      ),
    ),
    beginRow(wording),
  ];
}

function kindRow(
  kind: KindKey,
  files: readonly RecognisedFile[],
  severalFolders: boolean,
  wording: Wording,
): TreeRow {
  const { l10n } = wording;
  const what = wording.kindPlural(kind);
  const label =
    files.length === 1
      ? l10n.t('1 file looks like {0}', what)
      : l10n.t('{0} files look like {1}', files.length, what);
  const tooltip = l10n.t(
    'Nobody governs these files yet, and nothing is said about them. Begin an engagement to have them checked.',
  );
  return {
    id: `recognised#${kind}`,
    label,
    description: '',
    tooltip: inMarkdown(tooltip),
    icon: { id: 'files' },
    context: 'outrigger.recognised',
    spoken: label,
    isOpen: false,
    children: () => files.map((file) => fileRow(file, severalFolders)),
  };
}

function fileRow({ folderUri, folderName, path, kind }: RecognisedFile, severalFolders: boolean): TreeRow {
  const label = fileName(path);
  const around = folderOf(path);
  const description = severalFolders ? [folderName, around].filter(Boolean).join('/') : around;
  return {
    id: `recognised#${kind}#${folderUri}#${path}`,
    label,
    description,
    tooltip: inMarkdown(path),
    icon: { id: 'markdown' },
    context: 'outrigger.recognisedFile',
    spoken: description === '' ? label : `${label}, ${description}`,
    target: { folderUri, path },
    click: { does: 'open' },
  };
}

/** How to begin. */
export function beginRow({ l10n }: Wording): TreeRow {
  const label = l10n.t('Begin an engagement');
  return {
    id: 'recognised#begin',
    label,
    description: '',
    tooltip: inMarkdown(l10n.t('Answer a few questions and get an engagement document as a draft.')),
    icon: { id: 'add' },
    context: 'outrigger.begin',
    spoken: label,
    click: { does: 'init' },
  };
}
