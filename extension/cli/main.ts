import manifest from '../../package.json' with { type: 'json' };
import { runCommandLine } from './command-line.ts';
import { exitCode } from './shell.ts';

// A reader that has seen enough, such as `head`, is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), process, {
    cwd: process.cwd(),
    variables: process.env,
    version: manifest.version,
    now: () => new Date(),
  });
} catch (error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Outrigger failed; please report this:\n${text}\n`);
  process.exitCode = exitCode.trouble;
}
