import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Command {
  readonly name: string;
  /** Arguments to Node. */
  readonly argv: readonly string[];
  readonly cwd: string;
}

const versions = {
  'markdownlint-cli2': '0.24.1',
  '@eventcatalog/linter': '1.1.1',
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-lint-frontmatter-schema': '3.15.4',
} as const;

/** Installs the other linters into a folder of their own, once. */
export function installPeers(folder: string): void {
  if (Object.keys(versions).every((name) => existsSync(path.join(folder, 'node_modules', name)))) return;
  mkdirSync(folder, { recursive: true });
  // Without a package.json of its own npm would install into the project and prune it.
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "peers", "private": true }\n');
  const packages = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefix', folder, ...packages],
    {
      cwd: folder,
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error('the other linters cannot be installed; --no-peers goes without them');
}

/** The commands of the other linters, each with a check of front matter on documents of its own kind. */
export function peers(folder: string, documents: string, catalog: string): readonly Command[] {
  const bin = (file: string): string => path.join(folder, 'node_modules', file);
  writeFileSync(
    path.join(documents, '.markdownlint-cli2.mjs'),
    `export default {
  config: { default: false, 'front-matter': true },
  customRules: [
    {
      names: ['front-matter'],
      description: 'Front matter has the keys that every document needs',
      tags: ['metadata'],
      parser: 'none',
      function: ({ frontMatterLines }, onError) => {
        for (const key of ['kind', 'title', 'status']) {
          if (!frontMatterLines.some((line) => line.startsWith(key + ':'))) onError({ lineNumber: 1, detail: key });
        }
      },
    },
  ],
};
`,
  );
  const schema = {
    type: 'object',
    properties: { kind: { type: 'string' }, title: { type: 'string' } },
    required: ['kind', 'title', 'status'],
  };
  writeFileSync(path.join(documents, 'schema.json'), JSON.stringify(schema));
  const plugins = ['remark-frontmatter/index.js', 'remark-lint-frontmatter-schema/dist/index.js'].map(bin);
  writeFileSync(
    path.join(documents, '.remarkrc.mjs'),
    `import frontmatter from '${plugins[0]}';
import schema from '${plugins[1]}';
export default { plugins: [frontmatter, [schema, { schemas: { './schema.json': ['./**/*.md'] } }]] };
`,
  );
  return [
    {
      name: 'markdownlint-cli2',
      argv: [bin('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'],
      cwd: documents,
    },
    {
      name: '@eventcatalog/linter',
      argv: [bin('@eventcatalog/linter/dist/cli/index.js'), catalog],
      cwd: folder,
    },
    {
      name: 'remark-lint-frontmatter-schema',
      argv: [bin('remark-cli/cli.js'), '.', '--quiet', '--frail', '--no-stdout'],
      cwd: documents,
    },
  ];
}
