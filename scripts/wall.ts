import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions, ICruiseResult } from 'dependency-cruiser';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const engine = 'extension/engine';

export interface WallReport {
  /** Modules of the engine that were read. */
  readonly engineModules: number;
  /** Imports by which a shell takes what stands behind the doors of the engine. */
  readonly pastADoor: number;
  /** One line for each thing that is wrong; empty: the wall stands. */
  readonly problems: readonly string[];
}

/**
 * Follows every chain of imports from `extension/` below `base` and holds it against `.dependency-cruiser.cjs`.
 * That the tool reads no module without saying so has happened; so the modules read are counted against the disk.
 */
export async function checkWall(base: string): Promise<WallReport> {
  const { options, forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
    forbidden: readonly object[];
    options: ICruiseOptions;
  };
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const { output } = await cruise(
    ['extension'],
    { ...cruiseOptions, baseDir: base, ruleSet: { forbidden }, validate: true } as ICruiseOptions,
    enhancedResolveOptions,
  );
  const { modules, summary } = output as ICruiseResult;
  const read = new Set(modules.map(({ source }) => source.replaceAll('\\', '/')));
  const onDisk = readdirSync(path.join(base, engine), { recursive: true, encoding: 'utf8' })
    .map((file) => `${engine}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.c?[jt]s$/.test(file) && !/\.d\.c?ts$/.test(file))
    .toSorted();
  return {
    engineModules: onDisk.filter((file) => read.has(file)).length,
    pastADoor: summary.violations.filter(({ rule }) => rule.name === 'engine-by-its-doors').length,
    problems: [
      ...summary.violations.map(
        ({ rule, from, to, cycle, via }) =>
          `${rule.name}: ${[from, ...(cycle ?? via ?? [{ name: to }]).map(({ name }) => name)].join(' -> ')}`,
      ),
      ...(onDisk.length === 0 ? ['No module of the engine was found.'] : []),
      ...onDisk.filter((file) => !read.has(file)).map((file) => `Not read by dependency-cruiser: ${file}`),
      ...onDisk.flatMap((file) => absences(file, readFileSync(path.join(base, file), 'utf8'))),
    ],
  };
}

/** What no import rule sees: state that outlives a call, and imports whose target is computed. */
function absences(file: string, text: string): readonly string[] {
  if (file.includes('/generated/')) return [];
  return text
    .split('\n')
    .flatMap((line, i) => [
      ...(/^(export )?(let|var) /.test(line) ? [`State at module level: ${file}:${i + 1}`] : []),
      ...(/\bimport\(\s*(?!['"\s])/.test(line) ? [`Computed import: ${file}:${i + 1}`] : []),
    ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { engineModules, pastADoor, problems } = await checkWall(root);
  for (const problem of problems) console.log(problem);
  console.log(`${engineModules} modules of the engine read, ${pastADoor} imports past its doors.`);
  if (problems.length > 0) process.exitCode = 1;
}
