import * as vscode from 'vscode';
import type { Signing, SigningRequest } from '../../engine/editing.ts';
import { localise } from '../localise.ts';
import { plainText } from '../plain-text.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { CommandContext } from './command-context.ts';
import { documentAsked, type DocumentAsked } from './document-asked.ts';
import { fillForm, type Answers } from './form.ts';
import { peoplePlaces, sayNobody } from './people-places.ts';
import { signForm } from './person-forms.ts';
import { linkOnTheWay, sayBehindLink } from './symbolic-links.ts';

/** What `outrigger.sign` wrote. */
interface Signed {
  readonly files: readonly vscode.Uri[];
}

/**
 * `outrigger.sign`: writes that somebody has gone through a document, or approved it, as it now stands. `target` is what a
 * row of the tree says: `{ folder, engagement, document }`, beside it `by` and `means`; without a document it is the one in
 * front.
 */
export async function sign(context: CommandContext, target?: unknown): Promise<Signed | undefined> {
  const asked = await documentToSign(context, target);
  return asked && (await signAsked(context, asked, { title: vscode.l10n.t('Sign'), given: givenIn(target) }));
}

/**
 * `outrigger.stillValid`: signs a document again, as it stands, that somebody has signed and that names what has changed since:
 * whoever signs has looked. `target` as of `outrigger.sign`.
 */
export async function stillValid(context: CommandContext, target?: unknown): Promise<Signed | undefined> {
  const asked = await documentToSign(context, target);
  if (!asked) return undefined;
  if (!asked.session.engine.signoffStanding(asked.path)?.suspect) {
    void vscode.window.showInformationMessage(
      plainText(
        vscode.l10n.t(
          'As far as is known, nothing that "{0}" names has changed since it was signed.',
          asked.path,
        ),
      ),
    );
    return undefined;
  }
  // Who has approved it approves it again; nobody is asked in which sense.
  const given = new Map([['means', 'reviewed'], ...givenIn(target)]);
  return await signAsked(context, asked, {
    title: vscode.l10n.t('Still valid'),
    given,
    further: { stillValid: true },
  });
}

async function documentToSign(
  { sessions }: CommandContext,
  target: unknown,
): Promise<DocumentAsked | undefined> {
  await sessions.settled();
  const asked = documentAsked(sessions, target);
  if (!asked)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a document of an engagement first: what is in front is signed.'),
    );
  return asked;
}

/** How somebody is asked who signs, and what is signed. */
interface Asking {
  readonly title: string;
  /** What is known, and not asked. */
  readonly given: Answers;
  readonly further?: Pick<SigningRequest, 'stillValid'>;
}

async function signAsked(
  { prompts }: CommandContext,
  { session, path, engagement }: DocumentAsked,
  { title, given, further }: Asking,
): Promise<Signed | undefined> {
  const folder = session.folder.uri.toString();
  const place = peoplePlaces([session], { folder, engagement }).find(
    ({ info }) => info.folder === engagement,
  );
  if (!place) {
    sayNobody();
    return undefined;
  }
  const answers = await fillForm(title, signForm(place, vscode.l10n), prompts, given);
  if (!answers) return undefined;
  const signing = session.engine.signing(path, {
    by: answers.get('by') ?? '',
    means: answers.get('means') === 'approved' ? 'approved' : 'reviewed',
    date: session.asOf(),
    via: 'editor',
    ...further,
  });
  return await write(session, signing);
}

function givenIn(target: unknown): ReadonlyMap<string, string> {
  const { by, means } = Object(target) as Readonly<Record<string, unknown>>;
  return new Map([
    ...(typeof by === 'string' ? [['by', by] as const] : []),
    ...(means === 'reviewed' || means === 'approved' ? [['means', means] as const] : []),
  ]);
}

/** All files in one step that can be undone. */
async function write(session: FolderSession, signing: Signing | undefined): Promise<Signed | undefined> {
  if (!signing || signing.is === 'refused') {
    const why = signing ? localise(signing.why) : vscode.l10n.t('There is no such document.');
    void vscode.window.showWarningMessage(plainText(why));
    return undefined;
  }
  const edit = new vscode.WorkspaceEdit();
  const files: vscode.Uri[] = [];
  const unsaved = unsavedIn(session);
  for (const { path, text, document } of signing.files) {
    if (unsaved.has(document)) continue;
    const link = await linkOnTheWay(session, path);
    if (link !== undefined) {
      sayBehindLink(path, link);
      return undefined;
    }
    const uri = session.uriOf(path);
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
    files.push(uri);
  }
  if (files.length > 0 && !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Nothing was signed: a file has the name already, or the folder is read-only.'),
    );
    return undefined;
  }
  for (const uri of files) session.wrote(session.pathOf(uri)!);
  sayDone(signing, files.length, unsaved);
  return { files };
}

/** Documents of which the file holds something else than is judged: others would never see what was signed. */
function unsavedIn(session: FolderSession): ReadonlySet<string> {
  const dirty = vscode.workspace.textDocuments
    .filter(({ isDirty }) => isDirty)
    .flatMap(({ uri }) => session.pathOf(uri) ?? []);
  const damaged = session.engine
    .check()
    .findings.filter(({ messageId }) => messageId === 'invalidUtf8')
    .map(({ path }) => path);
  return new Set([...dirty, ...damaged]);
}

function sayDone(
  { files, known, left }: Extract<Signing, { readonly is: 'ready' }>,
  count: number,
  unsaved: ReadonlySet<string>,
): void {
  const waiting = files.map(({ document }) => document).filter((document) => unsaved.has(document));
  const lines = [
    ...(count > 0 ? [vscode.l10n.t('Sign-offs written: {0}.', count)] : []),
    ...(known.length > 0
      ? [vscode.l10n.t('Signed already: {0}.', known.map(({ document }) => document).join(', '))]
      : []),
    ...(waiting.length > 0
      ? [
          vscode.l10n.t(
            'Not signed: {0}. It has changes that are not saved, or the file is not valid UTF-8.',
            waiting.join(', '),
          ),
        ]
      : []),
    ...left.map(({ why }) => localise(why)),
  ];
  void vscode.window.showInformationMessage(plainText(lines.join(' ')));
}
