import { spawn } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Larger would be a mistake: everything in it was chosen. */
const largestBytes = 1_000_000;

/**
 * Packages the built extension in `folder`, this project's by default, and returns the path of the package.
 * Rejects where the package outgrows its limit.
 */
export async function packageExtension(
  folder = root,
  file = path.join(root, 'dist', 'outrigger.vsix'),
): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const vsce = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce'),
      'package',
      `--out=${file}`,
      '--no-dependencies', // everything is bundled
      '--no-rewrite-relative-links', // no address of a repository is known to prefix them with
      '--allow-missing-repository',
      '--skip-license', // whether it is there, test/house/vsix.test.ts asks
    ],
    { cwd: folder },
  );
  // Its account of what it packs is for reading only where it fails.
  let said = '';
  for (const stream of [vsce.stdout, vsce.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    vsce.once('error', reject);
    vsce.once('close', resolve);
  });
  if (code !== 0) throw new Error(`Packaging "${folder}" ended with ${code}:\n${said}`);
  const { size } = await stat(file);
  if (size > largestBytes)
    throw new Error(`"${file}" has ${size} bytes; at most ${largestBytes} are intended.`);
  return file;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build();
  const file = await packageExtension();
  console.log(`${path.relative(root, file)}: ${Math.ceil((await stat(file)).size / 1000)} KB`);
}
