import { instantOf } from '../calendar/instant-of.ts';
import type { ApprovalBase, ApprovalEvent } from '../model/approval-event.ts';
import type { Said } from '../model/said.ts';
import { readStrictJson } from '../parse/strict-json.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';

/** An approval, or why an event is none; plain data. */
export type ApprovalRead =
  | { readonly is: 'approval'; readonly approval: ApprovalEvent }
  | { readonly is: 'refused'; readonly why: Said };

/**
 * Reads the file of an event: what GitHub sends as `pull_request_review`, which its workflows find under
 * GITHUB_EVENT_PATH, and what GitLab sends as a merge request event. Which of the two it is its shape tells.
 * A user name or an address is taken as it stands: whom it names, People says.
 */
export function readApproval(text: string): ApprovalRead {
  const json = readStrictJson(text);
  if (json.is === 'refused') return json;
  try {
    return { is: 'approval', approval: approvalIn(new Fields(json.data)) };
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', why: error.why };
    throw error;
  }
}

function approvalIn(event: Fields): ApprovalEvent {
  if (event.has('review') && event.has('pull_request')) return ofGitHub(event);
  if (event.has('pull_request'))
    throw new Refused(
      say('It has no "{{field}}": of GitHub an event "{{event}}" is asked for.', {
        field: 'review',
        event: 'pull_request_review',
      }),
    );
  if (event.has('object_kind')) return ofGitLab(event);
  throw new Refused(
    say('It is no event of a review: of GitHub it has "{{github}}", of GitLab "{{gitlab}}".', {
      github: 'review',
      gitlab: 'object_kind',
    }),
  );
}

/**
 * Fields as GitHub's documentation "Webhook events and payloads", `pull_request_review`, and the schemas and examples of
 * github.com/octokit/webhooks have them (`pull_request_review/submitted`, `dismissed`). `review.user` is null where the
 * account is gone. Events of its REST interface write the state in capitals.
 */
function ofGitHub(event: Fields): ApprovalEvent {
  const action = event.text('action');
  const state = event.text('review.state').toLowerCase();
  if (action === 'dismissed' || state === 'dismissed') throw new Refused(say('The review was dismissed.'));
  if (action !== 'submitted') throw notCounted('action', action, 'submitted');
  if (state === 'changes_requested') throw new Refused(say('The review asks for changes.'));
  if (state === 'commented') throw new Refused(say('The review comments, and approves nothing.'));
  if (state !== 'approved') throw notCounted('review.state', state, 'approved');
  const login = event.text('review.user.login');
  const isProgram = event.optionalText('review.user.type') === 'Bot' || login.endsWith('[bot]');
  if (isProgram) throw program(login);
  // Null where the account of the author is gone.
  if (sameLogin(event.optionalText('pull_request.user.login'), login)) throw ownRequest(login);
  return {
    login,
    email: undefined,
    commit: event.hash('review.commit_id'),
    head: event.hash('pull_request.head.sha'),
    base: { commit: event.hash('pull_request.base.sha') },
    at: event.moment('review.submitted_at'),
  };
}

/**
 * Fields as GitLab's documentation has them, `doc/user/project/integrations/webhook_events.md`, "Merge request events":
 * `approval` is that of one person, `approved` the one after which nobody's is missing. `oldrev`, what the source branch
 * held before a push, stands in events of pushes alone and is no place where a request began; the target branch is.
 * What the person had in front of them it does not tell: `last_commit` is the newest when they approved. Users of access
 * tokens are programs, whose names `doc/user/project/settings/project_access_tokens.md` gives.
 */
function ofGitLab(event: Fields): ApprovalEvent {
  const kind = event.text('object_kind');
  if (kind !== 'merge_request') throw notCounted('object_kind', kind, 'merge_request');
  const action = event.text('object_attributes.action');
  if (action === 'unapproved' || action === 'unapproval')
    throw new Refused(say('The approval was taken back.'));
  if (action !== 'approved' && action !== 'approval')
    throw notCounted('object_attributes.action', action, 'approved');
  const login = event.text('user.username');
  if (/^(?:project|group)_\d+_bot/.test(login)) throw program(login);
  if (event.number('user.id') === event.number('object_attributes.author_id')) throw ownRequest(login);
  const commit = event.hash('object_attributes.last_commit.id');
  return {
    login,
    email: event.optionalText('user.email'),
    commit,
    head: commit,
    base: event.branch('object_attributes.target_branch'),
    at: event.moment('object_attributes.updated_at'),
  };
}

function sameLogin(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

class Refused extends Error {
  readonly why: Said;

  constructor(why: Said) {
    super();
    this.why = why;
  }
}

function notCounted(field: string, value: string, counts: string): Refused {
  return new Refused(
    say('Its "{{field}}" is "{{value}}", and only "{{counts}}" counts.', {
      field,
      value: quote(value),
      counts,
    }),
  );
}

function program(login: string): Refused {
  return new Refused(say('"{{login}}" is a program: nobody signs by one.', { login: quote(login) }));
}

function ownRequest(login: string): Refused {
  return new Refused(
    say('"{{login}}" approved a request of their own: somebody else must.', { login: quote(login) }),
  );
}

/** The fields of an event by their paths. What an object has from elsewhere than the file is none of it. */
class Fields {
  readonly #data: unknown;

  constructor(data: unknown) {
    this.#data = data;
  }

  has(path: string): boolean {
    return this.#at(path) !== undefined;
  }

  optionalText(path: string): string | undefined {
    const value = this.#at(path);
    return typeof value === 'string' ? value : undefined;
  }

  text(path: string): string {
    const value = this.optionalText(path);
    if (value === undefined || value === '') throw this.#lacks(path, say('a text'));
    return value;
  }

  number(path: string): number {
    const value = this.#at(path);
    if (typeof value !== 'number') throw this.#lacks(path, say('a number'));
    return value;
  }

  hash(path: string): string {
    const value = this.text(path);
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value))
      throw this.#wrong(path, value, say('the whole hash of a commit'));
    return value;
  }

  /** What no name of a branch holds (`git check-ref-format`) would be a question of another kind to Git. */
  branch(path: string): ApprovalBase {
    const value = this.text(path);
    if (/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/.test(value))
      throw this.#wrong(path, value, say('the name of a branch'));
    return { branch: value };
  }

  moment(path: string): number {
    const value = this.text(path);
    const moment = instantOf(value);
    if (moment === undefined)
      throw this.#wrong(path, value, say('a moment with its zone, such as 2026-11-30T12:00:00Z'));
    return moment;
  }

  #at(path: string): unknown {
    let value = this.#data;
    for (const name of path.split('.')) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[name];
    }
    return value;
  }

  #lacks(field: string, what: Said): Refused {
    return new Refused(say('It has no "{{field}}" that is {{what}}.', { field, what }));
  }

  #wrong(field: string, value: string, what: Said): Refused {
    return new Refused(
      say('Its "{{field}}" is "{{value}}", which is not {{what}}.', { field, value: quote(value), what }),
    );
  }
}
