import { codeownersProblems, ownerMessages } from './codeowners-problems.ts';
import type { View } from '../../model/engagement.ts';
import { folderInRepository } from '../../model/path-in-repository.ts';
import type { FileContent } from '../../model/ports.ts';
import type { Said } from '../../model/said.ts';
import { lineOf, lineStarts, positionAt, type Position } from '../../model/text.ts';
import { isTooLargeForGithub } from '../../parse/github-codeowners.ts';
import type { OwnersPlatform } from '../../parse/owner-rules.ts';
import { platformOf } from '../../parse/read-codeowners.ts';
import { absenceSaid } from '../../resolve/absence-said.ts';
import { codeownersOf, type Codeowners } from '../../resolve/codeowners.ts';
import { blockEdit, blockIn, blockText, marksOf, type FoundBlock } from '../../resolve/codeowners-block.ts';
import { codeownersDialect } from '../../resolve/codeowners-file.ts';
import { placeOf } from '../../rules/place-of.ts';
import { quote } from '../../values/quote.ts';
import { say } from '../../values/say.ts';
import { blockDrift, byPlace, overridingRows, type CodeownersDrift } from './codeowners-drift.ts';

/** The CODEOWNERS file that is looked at. */
export interface CodeownersTarget {
  /** From the root of the repository. */
  readonly file: string;
  /** In the workspace; undefined where it lies outside. */
  readonly path: string | undefined;
  readonly content: FileContent | undefined;
  /** Another file, which the platform reads in its place. */
  readonly first: string | undefined;
  /** As it was asked for. */
  readonly platform: OwnersPlatform | undefined;
}

/** What Components say to CODEOWNERS, and what the file says. */
export interface CodeownersStanding extends Omit<CodeownersTarget, 'content' | 'first'> {
  readonly platform: OwnersPlatform;
  readonly rows: readonly string[];
  /** The rows between their marks. */
  readonly block: string;
  /** Of the file; undefined where there is none, or none that can be read. */
  readonly text: string | undefined;
  /** The same with the block; undefined where it cannot be written. */
  readonly after: string | undefined;
  /** By place. */
  readonly drift: readonly CodeownersDrift[];
  /** What keeps Components from saying it, in documents. */
  readonly problems: readonly { readonly path: string; readonly at: Position; readonly said: Said }[];
  /** Whether Components say all of it. */
  readonly isWhole: boolean;
  /** Why rows outside of the block were not looked at; undefined where they were. */
  readonly notLooked: Said | undefined;
}

export function codeownersStanding(view: View, target: CodeownersTarget): CodeownersStanding {
  const { file, path, content, first } = target;
  const dialect = codeownersDialect(file);
  const { history } = view;
  const text = content?.kind === 'text' && !content.invalidUtf8 ? content.text : undefined;
  const platform = target.platform ?? platformOf(file, text ?? '');
  const its = codeownersOf(view, dialect);
  const folder = history?.kind === 'read' ? folderInRepository(view.folder, history) : view.folder;
  const marks = marksOf(folder.replace(/\/$/, ''));
  const block = blockText(its.rows, marks);
  const found = blockIn(text ?? '', marks);
  const isAbsent = content === undefined;
  const after = afterwards();
  const drift = [
    ...(first === undefined ? [] : [shadowed(first, file)]),
    ...(platform === 'github' && isTooLargeForGithub(after ?? text ?? '') ? [tooLarge] : []),
    ...ownDrift({ found, block, marks, isAbsent, file, hasRows: its.rows.length > 0 }),
    ...(after !== undefined && !isAbsent && history?.kind === 'read'
      ? inText(overridingRows({ after, block, platform, files: history.files }), block, text ?? '', after)
      : []),
  ];
  return {
    file,
    path,
    platform,
    rows: its.rows,
    block,
    text,
    after,
    drift: drift.sort(byPlace),
    problems: problemsOf(its),
    isWhole: its.isWhole,
    notLooked: history?.kind === 'absent' ? absenceSaid(history) : undefined,
  };

  function afterwards(): string | undefined {
    if ((text === undefined && !isAbsent) || found.is === 'broken') return undefined;
    // Where nothing would stand in a block there is none.
    if (found.is === 'missing' && its.rows.length === 0) return text;
    const before = text ?? '';
    const edit = blockEdit(block, before, found, dialect);
    return before.slice(0, edit.span.start) + edit.text + before.slice(edit.span.end);
  }
}

const tooLarge: CodeownersDrift = {
  kind: 'too-large',
  at: { line: 0, character: 0 },
  said: say('GitHub reads nothing of this file: it is not under 3 MB.'),
};

function shadowed(first: string, file: string): CodeownersDrift {
  return {
    kind: 'shadowed',
    at: { line: 0, character: 0 },
    said: say('The platform reads "{{first}}" and not "{{file}}", since it looks there first.', {
      first: quote(first),
      file: quote(file),
    }),
  };
}

/** What is wrong with the block itself. */
function ownDrift({
  found,
  block,
  marks,
  isAbsent,
  file,
  hasRows,
}: {
  readonly found: FoundBlock;
  readonly block: string;
  readonly marks: ReturnType<typeof marksOf>;
  readonly isAbsent: boolean;
  readonly file: string;
  readonly hasRows: boolean;
}): readonly CodeownersDrift[] {
  const at = { line: 0, character: 0 };
  if (found.is === 'whole') return blockDrift(found, block.split('\n'));
  const data = { begin: quote(marks.begin), end: quote(marks.end) };
  if (found.is === 'broken')
    return [
      {
        kind: 'broken-block',
        at: { line: found.line - 1, character: 0 },
        said: say(
          'A block stands here that has no end, no beginning, or stands there twice: leave one, from "{{begin}}" to "{{end}}".',
          data,
        ),
      },
    ];
  if (!hasRows) return [];
  return [
    isAbsent
      ? { kind: 'absent', at, said: say('There is no "{{file}}".', { file: quote(file) }) }
      : {
          kind: 'no-block',
          at,
          said: say(
            'The block that follows from Components is missing, from "{{begin}}" to "{{end}}".',
            data,
          ),
        },
  ];
}

/** Places of the text with the right block as those of the text as it stands. */
function inText(
  drift: readonly CodeownersDrift[],
  block: string,
  text: string,
  after: string,
): readonly CodeownersDrift[] {
  const starts = lineStarts(after);
  const begin = lineOf(starts, after.indexOf(block));
  const shift = lineStarts(text).length - starts.length;
  return drift.map((one) =>
    one.at.line < begin ? one : { ...one, at: { ...one.at, line: one.at.line + shift } },
  );
}

function problemsOf(its: Codeowners): CodeownersStanding['problems'] {
  return codeownersProblems(its).map(({ at, id, data }) => {
    const { document, span } = placeOf(at);
    return {
      path: document.path,
      at: positionAt(document.lineStarts, span.start),
      said: { template: ownerMessages[id], data },
    };
  });
}
