import type { FileContent, ImmediateWorkspace } from '../../extension/engine/index.ts';

/** A workspace in memory that remembers what was read. */
export function memoryWorkspace(
  files: ReadonlyMap<string, string>,
): ImmediateWorkspace & { readonly reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    list: () => [...files.keys()],
    read(path): FileContent | undefined {
      reads.push(path);
      const text = files.get(path);
      return text === undefined ? undefined : { kind: 'text', text };
    },
    filesIn: (folder) =>
      [...files.keys()].filter(
        (file) => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '') === folder,
      ),
    exists: (path) => files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`)),
  };
}
