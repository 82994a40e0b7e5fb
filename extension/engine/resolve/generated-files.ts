/**
 * Whether a file is one that programs write, by what it is called: what changes it is no knowledge of anybody's. Names of
 * lock files, and endings that the tools which write such files give them.
 */
export function isGenerated(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return lockFiles.has(name) || endings.test(name) || folders.test(path);
}

const lockFiles: ReadonlySet<string> = new Set([
  'cargo.lock',
  'composer.lock',
  'flake.lock',
  'gemfile.lock',
  'go.sum',
  'gradle.lockfile',
  'mix.lock',
  'npm-shrinkwrap.json',
  'package-lock.json',
  'packages.lock.json',
  'pdm.lock',
  'pipfile.lock',
  'pnpm-lock.yaml',
  'podfile.lock',
  'poetry.lock',
  'pubspec.lock',
  'uv.lock',
  'yarn.lock',
]);

const endings =
  /\.(?:min\.(?:js|css)|(?:js|css)\.map|pb\.(?:go|cc|h)|pb\.swift|g\.dart|freezed\.dart|designer\.cs|g\.cs|snap)$|_pb2(?:_grpc)?\.pyi?$/;

const folders = /(?:^|\/)(?:node_modules|bower_components|__generated__)\//;
