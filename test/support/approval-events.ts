/** What a test says of an approval; each platform writes it in its own way. */
export interface TestApproval {
  readonly login?: string;
  readonly email?: string;
  readonly author?: string;
  readonly commit: string;
  readonly head?: string;
  readonly base?: string;
  readonly at?: string;
}

/** An event `pull_request_review` of GitHub, with the fields that matter; `review` and `action` replace those. */
export function gitHubEvent(
  {
    login = 'Hanna-L',
    author = 'tom-ek',
    commit,
    head = commit,
    base = commit,
    at = '2026-11-30T12:00:00Z',
  }: TestApproval,
  { action = 'submitted', ...review }: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    action,
    review: {
      id: 237895671,
      user: { login, id: 1, type: 'User' },
      body: null,
      commit_id: commit,
      submitted_at: at,
      state: 'approved',
      ...review,
    },
    pull_request: {
      number: 2,
      title: '../../signoffs/$(touch forged)\u001b[2J',
      user: { login: author, id: 2, type: 'User' },
      head: { ref: 'change', sha: head },
      base: { ref: 'main', sha: base },
    },
  });
}

/** A merge request event of GitLab, likewise. */
export function gitLabEvent(
  {
    login = 'hanna-l',
    email = '[REDACTED]',
    commit,
    base = 'main',
    at = '2026-11-30 12:00:00 UTC',
  }: TestApproval,
  attributes: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user: { id: 1, name: 'Hanna Lind', username: login, email },
    object_attributes: {
      iid: 1,
      target_branch: base,
      source_branch: 'change',
      author_id: 51,
      title: 'Change',
      updated_at: at,
      last_commit: { id: commit, author: { name: 'Tom Ek', email: 'tom@example.com' } },
      action: 'approved',
      ...attributes,
    },
  });
}
