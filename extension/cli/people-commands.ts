import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';
import { engagementOption } from './engagement-option.ts';

/** Commands about what people answer for. */
export const peopleCommands: readonly CommandSpec[] = [
  {
    name: 'leaver',
    summary: say('Show what hangs on a person who leaves, and hand it over'),
    usage: say('PERSON'),
    about: [
      say(
        'Lists every place that names the person, where nobody else is named, topics of knowledge transfer that lose who knows them or have no second receiver, runbooks that nobody else has rehearsed, and the last day on which somebody can take over and still be helped.',
      ),
      say(
        'With --to it prints as a unified diff what is certain: what the person answers for from now on, in active documents and drafts, and the last day in People. Final records, sign-offs and ended documents stay as they are, and so does what tells of what the person knows or has done. A change after which an error or a warning stands that did not stand before is left out. What is left for a person to decide is listed on standard error, with why.',
      ),
    ],
    takes: { least: 1, most: 1 },
    options: [
      { name: 'on', value: say('DATE'), description: say('The last day of the person. It must be given.') },
      {
        name: 'to',
        value: say('PERSON'),
        description: say('Who takes over, by key or name: someone on the same side.'),
      },
      { name: 'write', description: say('Write the changes instead of printing them; needs --to.') },
      engagementOption,
    ],
    formats: ['text', 'json', 'md'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger leaver beatriz --on 2027-01-29', say('what hangs on beatriz')],
      ['outrigger leaver beatriz --on 2027-01-29 --to rui', say('what rui can take over, as a diff')],
      ['outrigger leaver beatriz --on 2027-01-29 --to rui --write', say('the same, written')],
    ],
  },
  {
    name: 'sign',
    summary: say('Sign a document as it now stands'),
    usage: say('[PATH...]'),
    about: [
      say(
        'Writes a file below signoffs/ that says who has gone through the document, or approved it, and what it said then. A document is approved once both sides have approved the same content. Of a strategic review it signs each document that the record links to, in one step.',
      ),
      say(
        'Drafts, ended documents and records that are no changes are not signed; nor does somebody sign who is on neither side (SGN002) or has left. Where the same person has said so much of the same content already, nothing is written.',
      ),
      say(
        'With --from-event it signs what somebody approved in a pull or merge request: the documents that are named, else those that the request changed. The file is what GitHub sends as pull_request_review (in a workflow it stands under GITHUB_EVENT_PATH) or GitLab as a merge request event; "-" reads standard input. Nothing is fetched: the commit that was reviewed must be in the repository, and a document is signed only where it now says what it said there, so that a squash or a rebase does no harm. Who approved is looked up under People by Handle, of GitLab also by E-mail. Once GitLab has merged the request it cannot be told what it changed: name the documents.',
      ),
      say(
        'An event is no proof: it is as true as whoever wrote the file, and it knows nothing of what came after it. Take it from the code host alone. Who committed a sign-off is another question, which signed commits answer; SGN006 asks it of sign-offs of the editor and the command line, not of those of requests.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'by',
        value: say('PERSON'),
        description: say('Who signs, by key or name. It must be given, but for --from-event.'),
      },
      { name: 'approve', description: say('Approve it. Without this it is signed as reviewed.') },
      {
        name: 'still-valid',
        description: say(
          'Sign a document again that is suspect, because something that it names has changed since: you have looked, and it still holds. Who has approved it approves it again.',
        ),
      },
      {
        name: 'from-event',
        value: say('FILE'),
        description: say('Sign what this event of an approved pull or merge request says.'),
      },
    ],
    formats: ['text'],
    exitCodes: [
      fine,
      [1, say('with --from-event: something is not signed that was named or approved')],
      trouble,
    ],
    examples: [
      ['outrigger sign payments/sla.md --by hedvig --approve', say('approve the service levels')],
      [
        'outrigger sign payments/records/2026-11-12-strategic-review.md --by hedvig',
        say('sign what the review went through'),
      ],
      [
        'outrigger sign --from-event "$GITHUB_EVENT_PATH"',
        say('in a workflow on pull_request_review: sign what was approved'),
      ],
    ],
  },
];
