import { approving, type ApprovalRequest } from '../features/approving.ts';
import { handOver } from '../features/hand-over.ts';
import { signing, type Signing, type SigningRequest } from '../features/signing.ts';
import type { HandOver } from '../kinds/people/handed-over.ts';
import { leaverReport } from '../kinds/people/leaver-report.ts';
import { namedPlaces } from '../kinds/people/person-places.ts';
import type { Named, View } from '../model/engagement.ts';
import type { Finding } from '../model/finding.ts';
import { documentIn } from './engagement-queries.ts';
import type { EngagementState } from './engagement-state.ts';
import type { Leaver, LeaverQuery } from './engine.ts';
import { everythingSaid } from './everything-said.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';
import type { Stray } from './strays.ts';

/** What hangs on a person who leaves, and what somebody else can take over. */
export function leaverIn(
  state: EngagementState,
  { person: name, on, to: named }: LeaverQuery,
  governed: GovernedWorkspace,
  ofStray: (stray: Stray) => readonly Finding[],
): Leaver | undefined {
  const { view } = state.evaluate();
  const person = personIn(view, name);
  const to = named === undefined ? undefined : personIn(view, named);
  if (!person || (named !== undefined && !to)) return undefined;
  return {
    report: leaverReport(person.row, on, view),
    handOver: to && tried({ person, to, on }, view, governed, ofStray),
  };
}

/** The sign-off files of a document of an engagement. */
export function signingIn(
  state: EngagementState,
  path: string,
  request: SigningRequest,
): Signing | undefined {
  const evaluation = state.evaluate();
  const document = documentIn(evaluation, path);
  return document && signing(document, request, evaluation.view);
}

/** The sign-off files of what was approved in a request; a path that is no document of the engagement is passed over. */
export function approvingIn(
  state: EngagementState,
  request: ApprovalRequest,
  zone: string | undefined,
): Signing {
  const evaluation = state.evaluate();
  const documents = request.paths.flatMap((path) => documentIn(evaluation, path) ?? []);
  return approving(request, documents, evaluation.view, zone);
}

/** What is governed is told of each text that is tried, and of the first ones again. */
function tried(
  request: Parameters<typeof handOver>[1],
  view: View,
  governed: GovernedWorkspace,
  ofStray: (stray: Stray) => readonly Finding[],
): HandOver {
  const before = new Map(governed.contents());
  const touched = new Set<string>();
  try {
    return handOver(namedPlaces(request.person.row, view), request, view, {
      everything: () => everythingSaid(governed, ofStray),
      textOf: (path) => governed.textOf(path),
      change(path, text) {
        touched.add(path);
        governed.update(path, { kind: 'text', text });
      },
    });
  } finally {
    for (const path of touched) governed.update(path, before.get(path));
  }
}

function personIn(view: View, name: string): (Named & { readonly is: 'person' }) | undefined {
  const named = view.findWho(name);
  return named?.is === 'person' ? named : undefined;
}
