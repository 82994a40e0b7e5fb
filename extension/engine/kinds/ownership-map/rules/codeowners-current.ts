import { blockEdit, blockIn, blockText, marksOf } from '../../../resolve/codeowners-block.ts';
import { codeownersFiles, type CodeownersFile } from '../../../resolve/codeowners-file.ts';
import { codeownersOf } from '../../../resolve/codeowners.ts';
import { folderInRepository, pathInRepository } from '../../../model/path-in-repository.ts';
import type { View } from '../../../model/engagement.ts';
import { lineStarts } from '../../../model/text.ts';
import { defineRule, type FixDraft, type Reporter } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { codeownersProblems, ownerMessages } from '../codeowners-problems.ts';

const messages = {
  place:
    'Neither GitHub nor GitLab reads "{{file}}": CODEOWNERS lies in the root, ".github", ".gitlab" or "docs".',
  absent: 'There is no "{{file}}": begin it, so that the owners of each component are asked.',
  unread: '"{{file}}" cannot be read, so nobody knows whether it agrees with Components.',
  missing:
    '"{{file}}" lacks the block that follows from Components, from "{{begin}}" to "{{end}}": write it there.',
  broken:
    'In line {{lineNumber}} of "{{file}}" a block stands that has no end, no beginning, or stands there twice: leave one, from "{{begin}}" to "{{end}}".',
  differs:
    'Line {{lineNumber}} of "{{file}}" says "{{says}}", and Components say "{{should}}": write the block anew.',
  more: 'Line {{lineNumber}} of "{{file}}" says "{{says}}", of which Components say nothing: write the block anew.',
  fewer:
    'Before line {{lineNumber}} of "{{file}}" "{{should}}" is missing, as Components say: write the block anew.',
  ...ownerMessages,
} as const;
/** Rows are told apart by what stands at their ends. */
const rowCharactersAtMost = 300;

type Say = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'OWN008',
  name: 'codeowners-current',
  meta: {
    kinds: ['ownership-map'],
    reads: [
      'ownership-map/codeowners',
      'ownership-map/Components.Paths',
      'ownership-map/Components.Accountable',
      'ownership-map/Components.Backup',
      'engagement/People.Person',
      'engagement/People.Handle',
      'engagement/People.E-mail',
      'engagement/Teams.People',
      'codeowners/text',
      'git/tree',
    ],
    summary: 'Require the CODEOWNERS file to say what Components say',
    severity: 'error',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  // Where the root of the repository is, from which the file is named.
  needsHistory: (view) => codeownersFiles(view).length > 0,
  looksAt: (frame) => codeownersFiles(frame).flatMap(({ path }) => path ?? []),
  engagement(view, report) {
    const files = codeownersFiles(view);
    const [first] = files;
    if (!first) return;
    for (const problem of codeownersProblems(codeownersOf(view, first.dialect)))
      if (problem.id === 'glob') report.wrong(problem.at, 'glob', problem.data);
      else if (problem.id === 'person') report.wrong(problem.at, 'person', problem.data);
      else report.wrong(problem.at, 'nobody', problem.data);
    for (const file of files)
      if (!file.isRead) report.wrong(file.key, 'place', { file: quote(file.named) });
      else if (file.path !== undefined) reportFile(file, file.path, view, report); // equivalent: what lies outside was not looked for
  },
});

function reportFile({ key, named, dialect }: CodeownersFile, path: string, view: View, report: Say): void {
  const file = quote(named);
  const { rows, isWhole } = codeownersOf(view, dialect);
  const content = view.files.get(path);
  if (!content) {
    if (isWhole && rows.length > 0 && isSurelyAbsent(path, view)) report.wrong(key, 'absent', { file });
    return;
  }
  if (content.kind !== 'text' || content.invalidUtf8) return report.wrong(key, 'unread', { file }); // equivalent: a fixture holds text alone
  const { text } = content;
  const marks = marksOf(folderOfBlock(view));
  const found = blockIn(text, marks);
  const data = { file, begin: quote(marks.begin), end: quote(marks.end) };
  if (found.is === 'broken') return report.wrong(key, 'broken', { ...data, lineNumber: String(found.line) });
  if (!isWhole || (found.is === 'missing' && rows.length === 0)) return;
  const block = blockText(rows, marks);
  const document = { path, lineStarts: lineStarts(text) };
  const title = say('Write the block of "{{file}}" anew', { file: path });
  const fixes: FixDraft[] = [{ title, edits: [{ document, ...blockEdit(block, text, found, dialect) }] }];
  if (found.is === 'missing') return report.wrong(key, 'missing', data, { fixes });
  const wanted = block.split('\n');
  const at = wanted.findIndex((line, i) => line !== found.lines[i]);
  if (at < 0) return; // equivalent: both begin with the mark
  const lineNumber = String(found.line + at);
  const says = quote(found.lines[at] ?? '', rowCharactersAtMost);
  const should = quote(wanted[at] ?? '', rowCharactersAtMost);
  if (at === wanted.length - 1) report.wrong(key, 'more', { file, lineNumber, says }, { fixes });
  else if (at === found.lines.length - 1) report.wrong(key, 'fewer', { file, lineNumber, should }, { fixes });
  else report.wrong(key, 'differs', { file, lineNumber, says, should }, { fixes });
}

/** Whether it was looked for in the repository, and is not left out of a sparse checkout. */
function isSurelyAbsent(path: string, { files, history }: View): boolean {
  if (!files.has(path) || history?.kind !== 'read') return false;
  return !history.remarks.includes('sparse') || !history.files.includes(pathInRepository(path, history)); // equivalent: no fixture is sparse
}

/** The folder of the engagement from the root of the repository, as far as that is known. */
function folderOfBlock({ folder, history }: View): string {
  return history?.kind === 'read' ? folderInRepository(folder, history).replace(/\/$/, '') : folder; // equivalent: no fixture lies below its repository
}
