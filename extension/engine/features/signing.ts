import type { GovernedDocument } from '../model/document.ts';
import type { Reviewed } from '../model/approval-event.ts';
import type { Named, View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import type { IsoDate } from '../model/value.ts';
import { isOfPresentContent } from '../resolve/present-content.ts';
import { digestOf } from '../parse/canonical.ts';
import { languageOf } from '../resolve/document-language.ts';
import { suspicionsOf } from '../resolve/suspects.ts';
import { absenceSaid } from '../resolve/absence-said.ts';
import { sideInWords } from '../resolve/sides.ts';
import { yamlText } from '../values/plain-yaml.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { wordIn } from '../values/words-in.ts';
import { freePaths } from './free-paths.ts';
import { slugOf } from './slug.ts';

/** Who signs, and what it means. */
export interface SigningRequest {
  /** The key of a person of the engagement, or another name that it knows the person by. */
  readonly by: string;
  readonly means: 'reviewed' | 'approved';
  readonly date: IsoDate;
  readonly via: 'editor' | 'cli' | 'pull request';
  /** Of a document that is suspect the same may be said again: the person has looked, and it still holds. */
  readonly stillValid?: true;
  /** What the person has seen, where that need not be what documents now say: then only what still says so is signed. */
  readonly reviewed?: Reviewed;
}

/** What a signing writes, or why it cannot be; plain data. */
export type Signing =
  | { readonly is: 'refused'; readonly why: Said }
  | {
      readonly is: 'ready';
      /** Key of the person, as People has it. */
      readonly by: string;
      /** New files, each one sign-off of one document. */
      readonly files: readonly SignoffFile[];
      /** Documents whose present content the person has signed already, with the sign-off that says so. */
      readonly known: readonly { readonly document: string; readonly signoff: string }[];
      /** Documents that are named and cannot be signed. */
      readonly left: readonly DocumentLeft[];
    };

export interface DocumentLeft {
  readonly document: string;
  readonly why: Said;
  /** Whether it could be signed, and the person has seen something else. */
  readonly isUnseen: boolean;
}

export interface SignoffFile {
  /** Where it is to stand, relative to the root. */
  readonly path: string;
  readonly text: string;
  /** The path of the document that it signs. */
  readonly document: string;
}

/**
 * The sign-off files of one document (format.md 8); of a strategic review, those of the documents that it links to,
 * in one step. What the same person has signed in the same sense is left out: a second one would say nothing new.
 */
export function signing(document: GovernedDocument, request: SigningRequest, view: View): Signing {
  const person = view.findWho(request.by);
  if (person?.is !== 'person') return refused(unknownPerson(request.by));
  const isReview = isStrategicReview(document);
  const why =
    whyNotBy(person, request.date) ??
    whyNotOf(document) ??
    (isReview ? undefined : whyNotSuspect(document, request, view));
  if (why) return refused(why);
  const listed = isReview ? listedIn(document, view) : [document];
  if (listed.length === 0)
    return refused(
      say('"{{title}}" links to no document: write a link to each document that was gone through.', {
        title: quote(document.title),
      }),
    );
  return signedBy(person, listed, request, view);
}

/** The sign-off files of documents of which each is signed by itself, as what a request changed. */
export function signingEach(
  documents: readonly GovernedDocument[],
  request: SigningRequest,
  view: View,
): Signing {
  const person = view.findWho(request.by);
  if (person?.is !== 'person') return refused(unknownPerson(request.by));
  const why = whyNotBy(person, request.date);
  return why ? refused(why) : signedBy(person, documents, request, view);
}

function signedBy(
  person: Person,
  documents: readonly GovernedDocument[],
  request: SigningRequest,
  view: View,
): Signing {
  const files: SignoffFile[] = [];
  const known: { document: string; signoff: string }[] = [];
  const left: DocumentLeft[] = [];
  const taken = new Set(view.everything.map(({ path }) => path));
  for (const document of documents) {
    const unsigned =
      whyNotOf(document) ?? whyNotByRequest(document, request) ?? whyNotSuspect(document, request, view);
    const unseen = unsigned ? undefined : whyUnseen(document, request, view);
    const why = unsigned ?? unseen;
    const own = why ? undefined : signoffBy(person, document, request, view);
    const before = request.stillValid ? undefined : own;
    if (why) left.push({ document: document.path, why, isUnseen: unseen !== undefined });
    else if (before) known.push({ document: document.path, signoff: before.path });
    else files.push(fileFor(document, person, meantBy(request, own), view, taken));
  }
  return { is: 'ready', by: person.name, files, known, left };
}

/** Nobody needs to say again of what stands as it stood that it still holds. */
function whyNotSuspect(
  document: GovernedDocument,
  { stillValid }: SigningRequest,
  view: View,
): Said | undefined {
  if (!stillValid || suspicionsOf(document, view).length > 0) return undefined;
  const title = quote(document.title);
  const { history } = view;
  return history?.kind === 'read'
    ? say('"{{title}}" is not suspect: nothing that it names has changed since it was signed.', { title })
    : say('Whether "{{title}}" is suspect is not known: {{why}}.', {
        title,
        why: history ? absenceSaid(history) : say('the Git history is being read'),
      });
}

/** Who has approved it finds what was approved still valid. */
function meantBy(request: SigningRequest, own: GovernedDocument | undefined): SigningRequest {
  return own?.keys.means?.value === 'approved' ? { ...request, means: 'approved' } : request;
}

type Person = Named & { readonly is: 'person' };

function unknownPerson(name: string): Said {
  return say('No person has the key "{{name}}".', { name: quote(name) });
}

function isStrategicReview({ keys }: GovernedDocument): boolean {
  return keys.type?.value === 'strategic-review';
}

function refused(why: Said): Signing {
  return { is: 'refused', why };
}

/** Why somebody can sign nothing: on neither side (SGN002), or gone. */
function whyNotBy(person: Person, date: IsoDate): Said | undefined {
  const name = quote(person.name);
  if (person.side === undefined)
    return say('"{{name}}" is on {{where}} and cannot sign for a party (SGN002).', {
      name,
      where: sideInWords(person),
    });
  const until = person.row.cells.until?.value;
  return until !== undefined && until < date
    ? say('"{{name}}" left on {{day}}: somebody who is still there must sign.', { name, day: until })
    : undefined;
}

function whyNotOf({ kind, status, keys, title }: GovernedDocument): Said | undefined {
  const data = { title: quote(title) };
  if (kind === 'signoff') return say('A sign-off is not signed itself.');
  if (status === 'ended') return say('"{{title}}" has ended: nobody signs it any more.', data);
  if (status === 'draft')
    return kind === 'record'
      ? say('"{{title}}" is a draft: set its status to final before it is signed.', data)
      : say('"{{title}}" is a draft: set its status to active before it is signed.', data);
  const isSigned =
    kind !== 'record' || keys.type?.value === 'change' || keys.type?.value === 'strategic-review';
  return isSigned ? undefined : say('"{{title}}" is a record: of those only changes are signed.', data);
}

/** Who approved the text of a strategic review in a request has not gone through what it links to. */
function whyNotByRequest(document: GovernedDocument, { reviewed }: SigningRequest): Said | undefined {
  return reviewed && isStrategicReview(document)
    ? say(
        '"{{title}}" is a strategic review, which signs what it links to: whoever went through that signs it.',
        {
          title: quote(document.title),
        },
      )
    : undefined;
}

/** Why what somebody has seen is not what would be signed. */
function whyUnseen(document: GovernedDocument, { reviewed }: SigningRequest, view: View): Said | undefined {
  if (!reviewed) return undefined;
  const text = reviewed.texts.get(document.path);
  const data = { title: quote(document.title), commit: reviewed.commit };
  if (text === undefined)
    return say('"{{title}}" does not stand in commit {{commit}}, which was reviewed.', data);
  return digestOf({ text }) === view.digestOf(document)
    ? undefined
    : say('"{{title}}" says something else now than in commit {{commit}}, which was reviewed.', data);
}

/** The documents that a record links to, each once, in the order of its text. */
function listedIn(record: GovernedDocument, view: View): readonly GovernedDocument[] {
  const links = [...record.fields.flatMap(({ source }) => source.links ?? []), ...record.proseLinks];
  const documents = links
    .filter(({ image }) => !image)
    .sort((a, b) => a.span.start - b.span.start)
    // Whichever heading a link leads to, and whether that is there: it is the document that was gone through.
    .map(({ target }) => target.replace(/#.*$/s, ''))
    .flatMap((target) => (target === '' ? [] : (view.linked(record, target) ?? [])));
  return [...new Set(documents)].filter((document) => document !== record);
}

/** The sign-off by which a person has said of the present content what is to be said now, or more. */
function signoffBy(
  { row }: Person,
  document: GovernedDocument,
  { means }: SigningRequest,
  view: View,
): GovernedDocument | undefined {
  return view.signoffsOf(document).find((signoff) => {
    const { by, means: said } = signoff.keys;
    const target = view.who(by)[0]?.target;
    return (
      target?.is === 'person' &&
      target.row === row &&
      (said?.value === means || said?.value === 'approved') &&
      isOfPresentContent(signoff, document, view)
    );
  });
}

const pathCharacters = 120;
const digestCharacters = 8;
const ownCharacters = 4;

/**
 * `taken` learns the path. The last characters of the name are those of what the file says: two branches on which somebody
 * signs the same content on one day, as a review and to approve it, would give two files one name and not merge.
 */
function fileFor(
  document: GovernedDocument,
  person: Person,
  { means, date, via }: SigningRequest,
  view: View,
  taken: Set<string>,
): SignoffFile {
  const language = languageOf(document, view);
  const digest = view.digestOf(document);
  const own = view.folder === '' ? document.path : document.path.slice(view.folder.length + 1);
  const lines = [
    'kind: signoff',
    `document: ${yamlText(own)}`,
    `digest: ${digest}`,
    `by: ${yamlText(person.name)}`,
    `party: ${wordIn(language, 'party', person.side ?? '')}`,
    `date: ${date}`,
    `means: ${wordIn(language, 'means', means)}`,
    `via: ${wordIn(language, 'via', via)}`,
  ];
  const text = `---\n${lines.join('\n')}\n---\n`;
  const called = [...own.replace(/\.md$/i, '').replaceAll('/', '-')].slice(0, pathCharacters).join('');
  const name = [
    date,
    called,
    slugOf(person.name) || 'person',
    firstOf(digest, digestCharacters),
    firstOf(digestOf({ text }), ownCharacters),
  ].join('-');
  const path = freePath([view.folder, 'signoffs', `${name}.md`].filter(Boolean).join('/'), taken);
  return { path, text, document: document.path };
}

/** Characters of a digest behind what every digest begins with. */
function firstOf(digest: string, characters: number): string {
  return digest.replace(/^sha256-/, '').slice(0, characters);
}

/** A name may be taken by a file that no signing made. */
function freePath(path: string, taken: Set<string>): string {
  const others = freePaths(path);
  let free = path;
  while (taken.has(free)) free = others.next().value;
  taken.add(free);
  return free;
}
