import * as vscode from 'vscode';
import { createCodeActions } from './providers/code-actions.ts';
import { createPersonActions } from './providers/person-actions.ts';
import { createRecordActions } from './providers/record-actions.ts';
import type { Pages } from './commands/pages.ts';
import { registerCommands } from './commands/register-commands.ts';
import { createDefinitions } from './providers/definition.ts';
import { createDiagnostics } from './providers/diagnostics.ts';
import { Typing } from './providers/typing.ts';
import type { Host } from './host.ts';
import { createQuestionLens } from './providers/question-lens.ts';
import { createSignoffLens } from './providers/signoff-lens.ts';
import { createHovers } from './providers/hover.ts';
import type { Sessions } from './workspace/sessions.ts';
import { createEngagementTree, type EngagementTree } from './tree/engagement-tree.ts';
import type { TreeRow } from './tree/row.ts';
import type { ViewSlot } from './tree/view-slot.ts';

/** Everything that a person sees of the extension and does with it. */
export interface Face extends vscode.Disposable {
  readonly tree: EngagementTree;
  readonly pages: Pick<Pages, 'open' | 'settled'>;
}

/** Makes what shows, asks and mends. It is loaded once there is something to show, or somebody asks for it. */
export function createFace(
  sessions: Sessions,
  host: Host,
  view: ViewSlot<TreeRow>,
  report: (error: unknown) => void,
): Face {
  // Before everything that shows what is judged: it says what of that is to be shown.
  const typing = new Typing(sessions);
  const tree = createEngagementTree({ sessions, host, typing }, view, report);
  const commands = registerCommands(sessions, host);
  const parts = vscode.Disposable.from(
    typing,
    tree,
    createDiagnostics(sessions, typing),
    commands,
    createHovers(sessions),
    createQuestionLens(sessions),
    createSignoffLens(sessions),
    createDefinitions(sessions),
    createCodeActions(sessions, typing, report),
    createPersonActions(sessions),
    createRecordActions(sessions),
  );
  return { tree, pages: commands, dispose: () => parts.dispose() };
}
