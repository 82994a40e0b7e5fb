import { exportJson } from '../../engine/reports.ts';
import { engagementsAt } from '../engagement-at.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, type ExitCode } from '../shell.ts';

/** `outrigger export`: the assembled engagements as data. */
export async function exportModel(context: CommandContext): Promise<ExitCode> {
  const session = await openSession(context);
  context.streams.stdout.write(
    exportJson(session.engine.assembled(engagementsAt(session).map(({ folder }) => folder))),
  );
  return session.exitCodeFor(exitCode.fine);
}
