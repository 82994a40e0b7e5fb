import { blockIn, blockText, marksOf, type FoundBlock } from '../../../resolve/codeowners-block.ts';
import { codeownersFiles, type CodeownersFile } from '../../../resolve/codeowners-file.ts';
import { codeownersOf, type Codeowners } from '../../../resolve/codeowners.ts';
import { onlyHere } from '../../../resolve/path-globs.ts';
import { folderInRepository, pathInRepository } from '../../../model/path-in-repository.ts';
import type { View } from '../../../model/engagement.ts';
import { lineStarts } from '../../../model/text.ts';
import { defineRule, type FixDraft, type Reporter } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { globIn } from '../glob-place.ts';

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
  person:
    '"{{person}}" has neither a Handle nor an E-mail that CODEOWNERS can name: fill in one under People.',
  nobody:
    'CODEOWNERS names people, and "{{name}}" stands for none: name a person, or a team that lists its people.',
  glob: 'CODEOWNERS cannot say "{{glob}}": write it without "[ ]", "( )", "#" and "!", and what is in braces apart.',
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
    reportOwners(codeownersOf(view, first.dialect), report);
    for (const file of files)
      if (!file.isRead) report.wrong(file.key, 'place', { file: quote(file.named) });
      else if (file.path !== undefined) reportFile(file, file.path, view, report); // equivalent: what lies outside was not looked for
  },
});

/** What CODEOWNERS cannot say, each once. */
function reportOwners({ unsayable, nameless }: Codeowners, report: Say): void {
  for (const { paths, glob } of unsayable)
    report.wrong(globIn(paths, glob, onlyHere), 'glob', { glob: quote(glob) });
  const seen = new Set<string>();
  for (const { field, span, text, person } of nameless) {
    const name = person ?? text;
    if (seen.has(name)) continue;
    seen.add(name);
    if (person === undefined) report.wrong(partOf(field, span), 'nobody', { name: quote(text) });
    else report.wrong(partOf(field, span), 'person', { person: quote(person) });
  }
}

function reportFile({ key, named, dialect }: CodeownersFile, path: string, view: View, report: Say): void {
  const file = quote(named);
  const { rows, unsayable, nameless, isUnknown } = codeownersOf(view, dialect);
  const isWhole = !isUnknown && unsayable.length === 0 && nameless.length === 0;
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
  const fixes = [writing(block, path, text, found)];
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

/** Puts the block in the place of the old one, or at the end. */
function writing(block: string, path: string, text: string, found: FoundBlock): FixDraft {
  const document = { path, lineStarts: lineStarts(text) };
  const title = say('Write the block of "{{file}}" anew', { file: path });
  if (found.is === 'whole') return { title, edits: [{ document, span: found.span, text: block }] };
  const end = { start: text.length, end: text.length };
  const gap = /[\r\n]$/.test(text) ? '\n' : '\n\n'; // equivalent: a text of a fixture ends with its line
  const before = text === '' ? '' : gap;
  return { title, edits: [{ document, span: end, text: `${before}${block}\n` }] };
}
