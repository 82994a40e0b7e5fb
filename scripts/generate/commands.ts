import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
  };
}

/** What the palette of the editor offers, with what each command is for: the table of the README. */
export function renderCommands(root: string): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const { contributes } = read('package.json') as Manifest;
  const texts = read('package.nls.json') as Readonly<Record<string, string>>;
  const hidden = new Set(
    contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const rows = contributes.commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title, category }) => {
      const text = texts[title.replaceAll('%', '')];
      const about = abouts[command];
      if (text === undefined) throw new Error(`"${title}" of "${command}" has no text in package.nls.json.`);
      if (about === undefined)
        throw new Error(`"${command}" is not explained in scripts/generate/commands.ts.`);
      return `| ${category}: ${text} | \`${command}\` | ${about} |`;
    });
  return ['| Command | Its name for key bindings | What it does |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

const abouts: Readonly<Record<string, string>> = {
  'outrigger.init':
    'Eight questions at most, one `engagement.md`, and the first date that follows from the answers',
  'outrigger.newDocument': 'A draft of a kind; what the phase asks for and nobody has begun stands first',
  'outrigger.ask':
    'Puts what a draft lacks as one question after the other; each answer is written at once, and Escape keeps it',
  'outrigger.checkWorkspace': 'Reads everything again and shows what is wrong in the Problems view',
  'outrigger.fixAll':
    'Applies the fixes that change no meaning, in all documents, as one step that can be undone',
  'outrigger.showFacts': 'Every computed value with its working, as of today',
  'outrigger.showDue': 'What the calendar asks for, by whom and by when',
  'outrigger.showKnowledge':
    'Which topics of a knowledge transfer are at which stage, what moves next, and what will be too late',
  'outrigger.leaver':
    'What hangs on a person who leaves; hands over what is certain as one step that can be undone',
  'outrigger.sign':
    'Writes that somebody has gone through the document in front, or approved it, as it now stands',
  'outrigger.stillValid':
    'Signs again, as it stands, what somebody has signed and what may not hold any more: something that it names has changed since',
  'outrigger.showHistory':
    'Who changed what of the document in front, and who signed which content, as far as Git knows it',
  'outrigger.explain': 'The page of a rule',
  'outrigger.showLog': 'What went wrong inside the extension, for whoever is asked for help',
  'outrigger.newRecord':
    'The next record of a meeting as a draft, with the open actions, what is waited for and the results that are due',
  'outrigger.closeRecord':
    'Asks for what the draft of a record in front lacks and for nothing else, and makes it final',
  'outrigger.importResults':
    'Takes results from a CSV file or the clipboard into the draft in front, once you have seen what that changes',
  'outrigger.claimLetter':
    'The claim for service credits that are due, with its working, in the language of the engagement',
};
