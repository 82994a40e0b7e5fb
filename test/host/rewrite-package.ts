import { readFile, writeFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Writes a copy of a .vsix beside it, `outrigger-<what>.vsix`, in which one file has another text, and returns its path.
 * Throws where it holds no such file.
 */
export async function rewritePackage(
  vsix: string,
  what: string,
  name: string,
  change: (text: string) => string,
): Promise<string> {
  const files = unzipSync(await readFile(vsix));
  const bytes = files[name];
  if (!bytes) throw new Error(`"${vsix}" holds no "${name}".`);
  const file = vsix.replace(/\.vsix$/, `-${what}.vsix`);
  await writeFile(file, zipSync({ ...files, [name]: strToU8(change(strFromU8(bytes))) }));
  return file;
}

/** Without `main` in its manifest: an extension that has it runs in Node's host wherever there is one, and else in the web worker. */
export function rewriteForWeb(vsix: string): Promise<string> {
  return rewritePackage(vsix, 'web', 'extension/package.json', (text) => {
    const { main: _main, ...rest } = JSON.parse(text) as { main?: string };
    return JSON.stringify(rest);
  });
}
