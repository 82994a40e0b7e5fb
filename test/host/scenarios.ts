import path from 'node:path';
import type { ServerKind } from './shared-host.ts';

/** A suite, and the window that it runs in. */
export interface Scenario {
  readonly title: string;
  /** A file in `test/host/suites/`. */
  readonly suite: string;
  /** The folder that is copied for it, from the root of the project. */
  readonly folder: string;
  /** What is opened instead of that folder: the name of a `.code-workspace` file in it. */
  readonly workspaceFile?: string;
  /** How the extension runs there; `trusted` if not said. */
  readonly server?: ServerKind;
}

/** Every suite of the product. Those on the server `trusted` run under `npm run test:electron` too. */
export const scenarios: readonly Scenario[] = [
  { title: 'VS Code', suite: 'installed.suite.ts', folder: 'examples/small' },
  {
    title: 'VS Code, Restricted Mode',
    suite: 'installed.suite.ts',
    folder: 'examples/small',
    server: 'restricted',
  },
  { title: 'VS Code for the web', suite: 'installed.suite.ts', folder: 'examples/small', server: 'web' },
  { title: 'Diagnostics', suite: 'diagnostics.suite.ts', folder: 'examples/payments' },
];

const root = path.resolve(import.meta.dirname, '../..');

/** The absolute paths of a scenario. */
export function pathsOf({ suite, folder }: Scenario): { readonly suite: string; readonly folder: string } {
  return { suite: path.join(import.meta.dirname, 'suites', suite), folder: path.join(root, folder) };
}
