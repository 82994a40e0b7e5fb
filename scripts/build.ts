import { build as bundle } from 'esbuild';
import type { BuildOptions, Plugin } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
/**
 * Bundles the command line into `dist/cli/` and the extension into `dist/*.cjs`. Rejects where a module does not
 * resolve or parse, or a guarded edit of a library finds nothing to edit; the last good build stays in place then.
 */
export async function build(): Promise<void> {
  const results = await Promise.all(bundles().map((options) => bundle(options)));
  await rm(path.join(root, 'dist', 'cli'), { recursive: true, force: true });
  for (const { path: file, contents } of results.flatMap(({ outputFiles }) => outputFiles ?? [])) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
}

/** The files of which something is in a bundle, from the root, as the bundler says them. Writes nothing. */
export async function bundledModules(): Promise<readonly string[]> {
  const results = await Promise.all(bundles().map((options) => bundle({ ...options, metafile: true })));
  const inputs = results
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => input);
  return [...new Set(inputs)];
}

function bundles(): readonly BuildOptions[] {
  return [
    {
      ...common(),
      entryPoints: ['extension/cli/main.ts'],
      outdir: path.join(root, 'dist', 'cli'),
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
    },
    // The desktop's own file is small, and loads the other one once a workspace holds an engagement.
    { ...editor('desktop'), platform: 'node', plugins: [...common().plugins, webInItsOwnFile] },
    // In a browser an extension is one file.
    { ...editor('web'), platform: 'browser' },
    { ...editor('git', 'extension/git/history-worker.ts'), platform: 'node' },
  ];
}

function common(): BuildOptions & { readonly plugins: Plugin[] } {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none', // THIRD-PARTY-NOTICES.txt holds them in full
    write: false,
    logLevel: 'silent',
    // Half of the holiday library is time-zone history; holidays need no more than ten years of it.
    alias: { 'moment-timezone': 'moment-timezone/builds/moment-timezone-with-data-10-year-range.min.js' },
    plugins: [
      grayMatterWithoutEngines,
      dataAsText,
      holidaysCountryByCountry,
      markdownWhenNeeded,
      gitWithoutRequire,
    ],
  };
}

/** Editors load CommonJS; the manifest says that `.js` files are modules, hence the name. */
function editor(name: string, entry = `extension/editor/${name}.ts`): BuildOptions {
  return {
    ...common(),
    entryPoints: [entry],
    outfile: path.join(root, 'dist', `${name}.cjs`),
    format: 'cjs',
    target: 'es2023',
    external: ['vscode'],
    supported: { 'dynamic-import': false }, // a `require` that has not run yet costs nothing
  };
}

const webInItsOwnFile: Plugin = {
  name: 'web-in-its-own-file',
  setup(api) {
    api.onResolve({ filter: /^\.\/web\.ts$/ }, () => ({ path: './web.cjs', external: true }));
  },
};

/** What gray-matter must lose to run without Node's file system, without `eval` and without a second YAML parser. */
const grayMatterEdits: Readonly<Record<string, (source: string) => string>> = {
  'index.js': (source) =>
    replaced(replaced(source, "require('fs')", '{}'), "require('section-matter')", '() => {}'),
  // Whole: its JavaScript engine runs what a document holds, and its YAML engine is not ours.
  'lib/engines.js': (source) => wholly(source, 'eval(', 'module.exports = { __proto__: null };'),
  'lib/utils.js': (source) => replaced(source, 'Buffer.from(input)', 'input'),
};

const grayMatterWithoutEngines: Plugin = {
  name: 'gray-matter-without-engines',
  setup(api) {
    api.onLoad({ filter: /[\\/]node_modules[\\/]gray-matter[\\/]/ }, async ({ path: file }) => {
      const inner = file.split(/[\\/]node_modules[\\/]gray-matter[\\/]/)[1]?.replaceAll('\\', '/') ?? '';
      const edit = grayMatterEdits[inner];
      return edit ? { contents: edit(await readFile(file, 'utf8')), loader: 'js' } : undefined;
    });
  },
};

/**
 * What simple-git brings along asks for Node's modules by `require`, which a module has not; and for a log of what it
 * does, which nobody reads here and which a variable of the environment would turn on.
 */
const gitWithoutRequire: Plugin = {
  name: 'git-without-require',
  setup(api) {
    api.onResolve({ filter: /^fs$/ }, ({ path: name, kind }) =>
      kind === 'require-call' ? { path: name, namespace: 'required' } : undefined,
    );
    api.onLoad({ filter: /.*/, namespace: 'required' }, ({ path: name }) => ({
      contents: `export * from 'node:${name}';`,
    }));
    api.onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'silent' }));
    api.onLoad({ filter: /.*/, namespace: 'silent' }, () => ({
      contents: `
        const create = () => Object.assign(() => {}, { enabled: false, extend: create, destroy() {} });
        module.exports = Object.assign(create, { formatters: {} });`,
    }));
  },
};

/**
 * The generated tables of the format, which are data and nothing else, as text for JSON.parse: Node 20
 * reads 150 KB of JSON in a fraction of the time that it takes to compile them as object literals.
 */
const dataAsText: Plugin = {
  name: 'data-as-text',
  setup(api) {
    api.onLoad(
      { filter: /[\\/](?:model|report)[\\/]generated[\\/](?:catalogue|grammar|rule-texts)\.ts$/ },
      async ({ path: file }) => {
        const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
        const constants = Object.entries(module).map(
          ([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
        );
        return { contents: constants.join('\n'), loader: 'js' };
      },
    );
  },
};

/**
 * The data of the holiday library, each country as a text that is parsed when it is asked for. As one object of 200
 * countries it takes an editor a third of the time to compile everything, and over 20 ms in one piece to evaluate.
 */
export const holidaysCountryByCountry: Plugin = {
  name: 'holidays-country-by-country',
  setup(api) {
    api.onLoad({ filter: /[\\/]date-holidays[\\/](?:src|lib)[\\/]data\.c?js$/ }, async ({ path: file }) => {
      const { data } = (await import(pathToFileURL(file).href)) as {
        readonly data?: Readonly<Record<string, unknown>>;
      };
      const { holidays, ...others } = data ?? {};
      if (typeof holidays !== 'object' || holidays === null)
        throw new Error(`"${file}" no longer holds its holidays by country: read the new version first.`);
      const texts = Object.entries(holidays).map(([country, its]) => [country, JSON.stringify(its)]);
      const contents = `
        const holidays = {};
        for (const [country, text] of ${JSON.stringify(texts)}) {
          let known;
          Object.defineProperty(holidays, country, { enumerable: true, get: () => (known ??= JSON.parse(text)) });
        }
        export const data = { ...JSON.parse(${JSON.stringify(JSON.stringify(others))}), holidays };`;
      return { contents, loader: 'js' };
    });
  },
};

/**
 * Evaluates markdown-it when the first document needs it: an import would do so at each start, for 18 ms.
 * The engine itself has no `require`; in a bundle esbuild makes a call of a function of it.
 */
const markdownWhenNeeded: Plugin = {
  name: 'markdown-when-needed',
  setup(api) {
    api.onLoad({ filter: /[\\/]engine[\\/]parse[\\/]markdown\.ts$/ }, async ({ path: file }) => {
      const source = replaced(await readFile(file, 'utf8'), "import MarkdownIt from 'markdown-it';", '');
      const made = 'new MarkdownIt(';
      if (!source.includes(made)) throw new Error(`"${file}" no longer makes a parser by "${made}".`);
      return { contents: source.replaceAll(made, "new (require('markdown-it'))("), loader: 'ts' };
    });
  },
};

/** `source` with `to` instead of `from`; throws where there is nothing to replace. */
function replaced(source: string, from: string, to: string): string {
  if (!source.includes(from))
    throw new Error(`There is no "${from}" where the bundle replaces it: read the new version first.`);
  return source.replace(from, to);
}

/** `to` instead of a whole file that must still hold what it is dropped for. */
function wholly(source: string, reason: string, to: string): string {
  replaced(source, reason, '');
  return to;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build();
  console.log('Built dist.');
}
