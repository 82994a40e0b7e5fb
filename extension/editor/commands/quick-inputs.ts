import * as vscode from 'vscode';
import { plainText } from '../plain-text.ts';
import type { Choice, Frame, InputQuestion, PickQuestion, Prompts, Reply } from './prompts.ts';

/** Asks by the editor's own quick inputs, which stay open while the person looks something up elsewhere. */
export const quickInputs: Prompts = {
  pick: (question, frame) => pick(question, frame),
  input: (question, frame) => input(question, frame),
};

interface ChoiceItem extends vscode.QuickPickItem {
  readonly value: string;
}

function pick({ ask, about, choices, proposal }: PickQuestion, frame: Frame): Promise<Reply> {
  const box = vscode.window.createQuickPick<ChoiceItem>();
  const items = withSeparators(choices);
  // A list has one line for words: what the answer is good for stands there, and the question above it.
  box.placeholder = about === undefined ? ask : plainText(about);
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  box.items = items;
  box.activeItems = items.filter(({ value }) => value === proposal).slice(0, 1);
  const titled = about === undefined ? frame : { ...frame, title: `${frame.title}: ${plainText(ask)}` };
  return reply(box, titled, (answer) => [
    box.onDidAccept(() => {
      const [chosen] = box.selectedItems;
      if (chosen) answer(chosen.value);
    }),
  ]);
}

function input(question: InputQuestion, frame: Frame): Promise<Reply> {
  const box = vscode.window.createInputBox();
  // The question stands above the box, where it is read first; below it, what the answer is good for.
  if (question.about !== undefined) box.prompt = plainText(question.about);
  box.placeholder = question.placeholder;
  box.value = question.proposal;
  box.valueSelection = [0, box.value.length];
  let checks = 0;

  /** Shows what is wrong with the text in the box; of several checks the last one counts. */
  async function problem(): Promise<string | undefined> {
    const check = ++checks;
    const text = box.value.trim();
    const found = await question.problemOf(text);
    if (check === checks) box.validationMessage = found === undefined ? hint(text) : plainText(found);
    return found;
  }

  function hint(text: string): vscode.InputBoxValidationMessage | undefined {
    const said = question.reading?.hintOf(text);
    return said === undefined
      ? undefined
      : { message: plainText(said), severity: vscode.InputBoxValidationSeverity.Info };
  }

  const titled = { ...frame, title: `${frame.title}: ${question.ask}` };
  const left = (): string => box.value.trim();
  return reply(
    box,
    titled,
    (answer) => [
      box.onDidChangeValue(() => void problem()),
      box.onDidAccept(async () => {
        const text = box.value.trim();
        if ((await problem()) === undefined && text === box.value.trim()) answer(text);
      }),
    ],
    left,
  );
}

/** Shows a box until there is an answer, the person goes back, or it is closed: then with what `left` says. */
function reply(
  box: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] } & Pick<
      vscode.InputBox,
      'onDidTriggerButton'
    >,
  { title, step, total, hasBack, hasSkip }: Frame,
  listen: (answer: (text: string) => void) => readonly vscode.Disposable[],
  left: () => string | undefined = () => undefined,
): Promise<Reply> {
  return new Promise((resolve) => {
    box.title = title;
    if (step !== undefined) box.step = step;
    if (total !== undefined) box.totalSteps = total;
    box.ignoreFocusOut = true;
    const skip: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon('debug-step-over'),
      tooltip: vscode.l10n.t('Skip'),
    };
    box.buttons = [
      ...(hasBack === true ? [vscode.QuickInputButtons.Back] : []),
      ...(hasSkip === true ? [skip] : []),
    ];
    const end = (given: Reply): void => {
      // The first one counts: disposing hides the box, which would otherwise be a stop.
      resolve(given);
      for (const one of subscriptions) one.dispose();
      box.dispose();
    };
    const subscriptions = [
      ...listen((text) => end({ is: 'answer', text })),
      box.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) end({ is: 'back' });
        else if (button === skip) end({ is: 'answer', text: '' });
      }),
      box.onDidHide(() => {
        const text = left();
        end({ is: 'stop', ...(text !== undefined && { text }) });
      }),
    ];
    box.show();
  });
}

function withSeparators(choices: readonly Choice[]): readonly ChoiceItem[] {
  let group: string | undefined;
  return choices.flatMap((choice) => {
    const { value, label, description, detail } = choice;
    const item: ChoiceItem = {
      value,
      label: plainText(label),
      ...(description !== undefined && { description: plainText(description) }),
      ...(detail !== undefined && { detail: plainText(detail) }),
    };
    if (choice.group === group || choice.group === undefined) return [item];
    group = choice.group;
    return [{ label: plainText(group), kind: vscode.QuickPickItemKind.Separator, value: '' }, item];
  });
}
