import { build } from 'esbuild';
import path from 'node:path';

export type ExtensionHost = 'node' | 'worker';

/**
 * Bundles files of tests to `outfile`, a module whose `run()` is what VS Code calls at `extensionTestsPath`.
 * The same text runs in any window of VS Code: it asks for nothing but `vscode` and, in Node's host, Node's own modules.
 */
export async function bundleSuite(
  suites: readonly string[],
  host: ExtensionHost,
  outfile: string,
): Promise<void> {
  const runMocha = path.join(import.meta.dirname, 'suite', 'run-mocha.ts');
  await build({
    stdin: {
      // Plain CommonJS: mocha's file sets the exports of whatever module it stands in, and the last one to do so counts.
      // The tests are described when mocha is ready for them, not when the module is loaded.
      contents: `const { runMocha } = require(${JSON.stringify(runMocha)});
        module.exports = { run: () => runMocha(() => { ${suites.map((suite) => `require(${JSON.stringify(suite)});`).join(' ')} }) };`,
      resolveDir: import.meta.dirname,
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    external: ['vscode'],
    // The worker has no module of Node's; tests need one.
    alias:
      host === 'node'
        ? {}
        : { 'node:assert/strict': path.join(import.meta.dirname, 'suite', 'assert-in-worker.ts') },
    sourcemap: 'external', // see suite-places.ts
    logLevel: 'silent',
  });
}
