import fs from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import { say } from '../engine/model/said.ts';
import { english, shownLines } from '../engine/text.ts';
import { runCommandLine } from './command-line.ts';
import { reasonOf } from './file-errors.ts';
import { languageAsked } from './language-asked.ts';
import { exitCode } from './shell.ts';

let language = english;
const argv = process.argv.slice(2);

for (const stream of [process.stdout, process.stderr]) stream.on('error', endWithout);

try {
  process.exitCode = await runCommandLine(argv, process, {
    cwd: await currentFolder(),
    variables: process.env,
    version: manifest.version,
    now: () => new Date(),
    speaks(chosen) {
      language = chosen;
    },
  });
} catch (error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const failed = language.say(say('Outrigger failed; please report this:'));
  process.stderr.write(`${failed}\n${shownLines(text)}\n`);
  process.exitCode = exitCode.trouble;
}

/**
 * Ends the run where its output goes nowhere. A reader that has seen enough, such as `head`, is no fault; anything
 * else is said on standard error, if that can still be written to.
 */
function endWithout(this: { readonly fd?: number }, error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit();
  const reason = reasonOf(error, 'write');
  const said =
    this.fd === process.stderr.fd
      ? say('Standard error cannot be written: {{reason}}.', { reason })
      : say('The output cannot be written: {{reason}}.', { reason });
  try {
    // At once: a stream would be asked again only after the end.
    fs.writeSync(process.stderr.fd, `${language.say(said)}\n`);
  } catch {
    // Then the exit code alone tells.
  }
  process.exit(exitCode.trouble);
}

/** The current folder; the run ends where it is gone. */
async function currentFolder(): Promise<string> {
  try {
    return process.cwd();
  } catch (error) {
    const spoken = await languageAsked(argv, { cwd: undefined, variables: process.env });
    const said = say('The current folder cannot be read: {{reason}}.', { reason: reasonOf(error) });
    process.stderr.write(`${spoken.say(said)}\n`);
    process.exit(exitCode.trouble);
  }
}
