import { spawn } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { build } from './build.ts';
import { packagedReadme } from './packaged-readme.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Larger would be a mistake: everything in it was chosen. */
const largestBytes = 1_700_000;

/**
 * Packages the built extension and returns the path of the package. What the README shows and links to lies at
 * `address`, or in the repository that the manifest names. Rejects where the package outgrows its limit.
 */
export async function packageExtension(address?: string): Promise<string> {
  const file = path.join(root, 'dist', 'outrigger.vsix');
  await mkdir(path.dirname(file), { recursive: true });
  const manifest = await readFile(path.join(root, 'package.json'), 'utf8');
  const hasRepository = (JSON.parse(manifest) as { readonly repository?: unknown }).repository !== undefined;
  const vsce = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce'),
      'package',
      `--out=${file}`,
      '--no-dependencies', // everything is bundled
      // Without one the packager has nothing to prefix relative addresses with.
      ...(hasRepository ? [] : ['--no-rewrite-relative-links', '--allow-missing-repository']),
      '--skip-license', // whether it is there, test/house/vsix.test.ts asks
    ],
    { cwd: root },
  );
  // Its account of what it packs is for reading only where it fails.
  let said = '';
  for (const stream of [vsce.stdout, vsce.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    vsce.once('error', reject);
    vsce.once('close', resolve);
  });
  if (code !== 0) throw new Error(`Packaging ended with ${code}:\n${said}`);
  if (!hasRepository) await replaceReadme(file, address);
  const { size } = await stat(file);
  if (size > largestBytes)
    throw new Error(`"${file}" has ${size} bytes; at most ${largestBytes} are intended.`);
  return file;
}

async function replaceReadme(file: string, address: string | undefined): Promise<void> {
  const name = 'extension/readme.md';
  const files = unzipSync(await readFile(file));
  const readme = files[name];
  if (readme === undefined) return;
  const text = packagedReadme(strFromU8(readme), address);
  await writeFile(file, zipSync({ ...files, [name]: strToU8(text) }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { address: { type: 'string' } } });
  await build();
  const file = await packageExtension(values.address);
  console.log(`${path.relative(root, file)}: ${Math.ceil((await stat(file)).size / 1000)} KB`);
}
