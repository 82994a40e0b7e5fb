import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFile, writeFile } from 'node:fs/promises';

/**
 * Writes a copy of a .vsix whose manifest has no `main` beside it, and returns its path: an extension that has one runs
 * in Node's host wherever there is one, and without it in the web worker.
 */
export async function writeWebPackage(vsix: string): Promise<string> {
  const files = unzipSync(await readFile(vsix));
  const manifest = files['extension/package.json'];
  if (!manifest) throw new Error(`"${vsix}" holds no "extension/package.json".`);
  const { main: _main, ...rest } = JSON.parse(strFromU8(manifest)) as { main?: string };
  const file = vsix.replace(/\.vsix$/, '-web.vsix');
  await writeFile(file, zipSync({ ...files, 'extension/package.json': strToU8(JSON.stringify(rest)) }));
  return file;
}
