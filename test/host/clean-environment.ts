/**
 * This process's environment without what npm, Node's flags and an editor around it would change:
 * VS Code reads `VSCODE_*` as its own, and `NODE_OPTIONS` would reach its extension hosts.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS$|VSCODE_|ELECTRON_)/i.test(name)),
  );
}
