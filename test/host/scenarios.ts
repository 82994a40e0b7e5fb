import path from 'node:path';
import type { ServerKind } from './shared-host.ts';

/** Suites, and the window that they run in, one after the other. */
export interface Scenario {
  readonly title: string;
  /** Files in `test/host/suites/`. */
  readonly suites: readonly string[];
  /** The folder that is copied for them, from the root of the project. */
  readonly folder: string;
  /** What is opened instead of that folder: the name of a `.code-workspace` file in it. */
  readonly workspaceFile?: string;
  /** How the extension runs there; `trusted` if not said. */
  readonly server?: ServerKind;
}

/** Suites by the windows that they run in; `findings` and `broken-rule` have tests of their own. Those on the server `trusted` run under `npm run test:electron` too. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'VS Code, Restricted Mode',
    suites: ['restricted.suite.ts', 'installed.suite.ts', 'everywhere.suite.ts'],
    folder: 'examples/small',
    server: 'restricted',
  },
  {
    title: 'VS Code for the web',
    suites: ['on-the-web.suite.ts', 'installed.suite.ts', 'everywhere.suite.ts'],
    folder: 'examples/small',
    server: 'web',
  },
  {
    title: 'Files that make trouble',
    suites: ['hostile-files.suite.ts'],
    folder: 'test/host/fixtures/hostile',
    server: 'web',
  },
  { title: 'Only a README', suites: ['readme-only.suite.ts'], folder: 'test/host/fixtures/readme-only' },
  {
    title: 'Only a README, on the web',
    suites: ['readme-only.suite.ts'],
    folder: 'test/host/fixtures/readme-only',
    server: 'web',
  },
  {
    title: 'No engagement',
    suites: ['no-engagement.suite.ts', 'moved-in.suite.ts'],
    folder: 'test/host/fixtures/plain',
  },
  {
    title: 'No engagement, on the web',
    suites: ['no-engagement.suite.ts', 'woken.suite.ts'],
    folder: 'test/host/fixtures/plain',
    server: 'web',
  },
  {
    title: 'Documents, the tree, and quick edits',
    suites: [
      'installed.suite.ts',
      'diagnostics.suite.ts',
      'quick-fixes.suite.ts',
      'people.suite.ts',
      'records.suite.ts',
      'navigation.suite.ts',
      'tree.suite.ts',
      'newest.suite.ts',
      'typing.suite.ts',
      'lost.suite.ts',
    ],
    folder: 'examples/payments',
  },
  {
    title: 'A history',
    suites: ['history.suite.ts'],
    folder: 'test/host/fixtures/history',
  },
  {
    title: 'Sign-offs in a history',
    suites: ['signed.suite.ts'],
    folder: 'test/host/fixtures/signed',
  },
  {
    title: 'A history in Restricted Mode',
    suites: ['untrusted-history.suite.ts'],
    folder: 'test/host/fixtures/history',
    server: 'restricted',
  },
  {
    title: 'Several folders, what strangers ask for, and writing',
    suites: ['folders.suite.ts', 'strangers.suite.ts', 'writing.suite.ts'],
    folder: 'test/host/fixtures/several',
    workspaceFile: 'several.code-workspace',
  },
];

const root = path.resolve(import.meta.dirname, '../..');

/** The absolute paths of a scenario. */
export function pathsOf({ suites, folder }: Scenario): {
  readonly suites: readonly string[];
  readonly folder: string;
} {
  return {
    suites: suites.map((suite) => path.join(import.meta.dirname, 'suites', suite)),
    folder: path.join(root, folder),
  };
}
