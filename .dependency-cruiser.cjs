// The import wall, third way: follows chains of imports. `npm run check` also asserts that it read every module.
const layers = [
  ['model'],
  ['values'],
  ['parse', 'measure'],
  ['calendar'],
  ['resolve'],
  ['rules', 'profiles'],
  ['kinds'],
  ['report'],
  ['features'],
  ['workspace'],
  ['[^/]+\\.ts'], // the doors
];

const engine = '^extension/engine/';
const inLayer = (folders) => `${engine}(${folders.join('|')})(/|$)`;

const layerRules = layers.slice(0, -1).map((folders, rank) => ({
  name: `engine-layer-${folders.join('-')}`,
  comment: `${folders.join(', ')} may not reach what is built on top of it.`,
  severity: 'error',
  from: { path: inLayer(folders) },
  to: { path: inLayer(layers.slice(rank + 1).flat()) },
}));

const onlyFrom = (name, library, from) => ({
  name: `only-${name}`,
  comment: `${name} is imported in one place, so that it can be replaced in one place.`,
  severity: 'error',
  from: { path: '^extension/', pathNot: from },
  to: { path: `(^|/)node_modules/(@types/)?(${library})/` },
});

// Where a bundler finds Node's own modules and the editor, whether or not their types are installed.
const host = [
  '^node:',
  '^vscode$',
  '(^|/)node_modules/(@types/)?vscode/',
  '^extension/(git|cli|editor|language)/',
];

module.exports = {
  layers,
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports point one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that does not resolve is not followed, so the wall would be blind behind it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    {
      name: 'engine-without-host-modules',
      comment: 'The engine runs on any host: neither it nor anything it reaches asks for Node.',
      severity: 'error',
      from: { path: engine },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-without-host',
      comment: 'The engine runs on any host: nothing it reaches asks for Node, the editor or a shell.',
      severity: 'error',
      from: { path: engine },
      to: {
        reachable: true,
        path: [
          ...host,
          '^(assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|perf_hooks|process|readline|stream|timers|tty|url|util|v8|vm|worker_threads|zlib)(/|$)',
        ],
      },
    },
    {
      name: 'engine-stays-inside',
      comment: 'The engine imports itself and the libraries of the next rule.',
      severity: 'error',
      from: { path: engine },
      to: {
        pathNot: [engine, '(^|/)node_modules/', ...host],
        dependencyTypesNot: ['core'],
        couldNotResolve: false,
      },
    },
    {
      name: 'engine-libraries',
      comment: 'A library in the engine is a decision: docs/adr/0002-libraries.md.',
      severity: 'error',
      from: { path: engine },
      to: {
        path: '(^|/)node_modules/',
        pathNot:
          '(^|/)node_modules/(@types/)?(gray-matter|js-yaml|markdown-it|temporal-polyfill|date-holidays|@noble/hashes|picomatch|ignore|ical-generator|diff|ajv|ajv-formats|vscode)/',
      },
    },
    ...layerRules,
    {
      name: 'rules-and-facts-stand-alone',
      comment:
        'A rule or a fact is one file that only the registry imports; what two share stands beside them.',
      severity: 'error',
      from: { path: '^extension/', pathNot: `${engine}kinds/generated/registry\\.ts$` },
      to: { path: `${engine}(rules/any|kinds/[^/]+/(rules|facts)|rules/facts)/` },
    },
    onlyFrom('the-parsers', 'gray-matter|js-yaml|markdown-it', '^extension/engine/parse/'),
    onlyFrom('date-holidays', 'date-holidays', '^extension/engine/calendar/holidays\\.ts$'),
    onlyFrom('ajv', 'ajv|ajv-formats', '/generated/[^/]+\\.cjs$'),
    onlyFrom('simple-git', 'simple-git', '^extension/git/'),
    onlyFrom('vscode', 'vscode', '^extension/editor/'),
    {
      name: 'nothing-imports-the-shells',
      comment: 'Shells import the engine; nothing imports a shell.',
      severity: 'error',
      from: { path: '^extension/(engine|git|editor|cli|language)/' },
      to: { path: '^extension/(editor|cli)/', pathNot: '^extension/$1/' },
    },
    {
      name: 'language-knows-data-only',
      comment: 'What is said in a language is made of plain data: texts, model/ and the types of the doors.',
      severity: 'error',
      from: { path: '^extension/language/' },
      to: {
        pathNot: ['^extension/language/', `${engine}model/`, `${engine}(index|reports|editing|text)\\.ts$`],
      },
    },
    {
      name: 'language-without-engine',
      comment: 'It is loaded where the engine is not: the doors give it types only.',
      severity: 'error',
      from: { path: '^extension/language/' },
      to: { path: `${engine}[^/]+\\.ts$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-by-its-doors',
      comment: 'Shells come into the engine by its doors; what they hold of it is plain data of model/.',
      severity: 'error',
      from: { path: '^extension/(editor|cli|language)/' },
      to: { path: engine, pathNot: `${engine}(model/|(index|reports|editing|text)\\.ts$)` },
    },
    {
      name: 'git-behind-its-port',
      comment: 'Only the command line and the desktop entry of the editor know that Git exists.',
      severity: 'error',
      from: { path: '^extension/', pathNot: '^extension/(git|cli)/|^extension/editor/desktop' },
      to: { path: '^extension/git/' },
    },
  ],
  options: {
    parser: 'swc', // TypeScript 7 has no compiler API that this tool could use
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '\\.d\\.c?ts$' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
