import type { Field, GovernedDocument } from '../model/document.ts';
import type { Frame } from '../model/frame.ts';
import type { OwnersPlatform } from '../parse/owner-rules.ts';
import type { CodeownersDialect } from './codeowners-patterns.ts';
import { pathInWorkspace } from '../model/path-in-repository.ts';

/** Where each platform looks for it, from the root of the repository: the first file that is there is the one it reads. */
export const codeownersPlaces: Readonly<Record<OwnersPlatform, readonly string[]>> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};

const places: ReadonlySet<string> = new Set([...codeownersPlaces.github, ...codeownersPlaces.gitlab]);

/** The file that a map names as its CODEOWNERS. */
export interface CodeownersFile {
  /** Where the map names it. */
  readonly key: Field;
  /** From the root of the repository, as the map writes it. */
  readonly named: string;
  /** Whether a platform reads a file of that path; nothing else is looked into. */
  readonly isRead: boolean;
  /** Where it lies in the workspace; undefined where nobody reads it and where it lies outside. */
  readonly path: string | undefined;
  readonly dialect: CodeownersDialect;
}

/** How patterns are written into a file of that path. */
export function codeownersDialect(named: string): CodeownersDialect {
  return named.startsWith('.github/') ? 'github' : 'any';
}

/** Those that documents in force or in the making name. As long as the history is not known, the workspace is taken for the repository. */
export function codeownersFiles({
  documents,
  history,
}: {
  readonly documents: readonly GovernedDocument[];
  readonly history: Frame['history'];
}): readonly CodeownersFile[] {
  return documents.flatMap(({ status, keys: { codeowners: key } }) => {
    if (status === 'ended' || key?.state !== 'read') return [];
    const named = key.source.text.trim().replace(/^(?:\.?\/)+/, '');
    const isRead = places.has(named);
    const path = history?.kind === 'read' ? pathInWorkspace(named, history) : named;
    return [
      {
        key,
        named,
        isRead,
        path: isRead ? path : undefined,
        dialect: codeownersDialect(named),
      },
    ];
  });
}
